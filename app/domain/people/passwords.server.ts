import { hash, verify } from '@node-rs/argon2'
import { takeTurns } from './turns'

/** argon2id is the package's default; 19 MiB and two passes are 10 to 25 ms of one core. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
const SHORTEST = 8
const LONGEST = 128

// Two at a time: they share the thread pool with files. 400 waiting are some four seconds.
const inTurn = takeTurns(2, 400)

/** One spelling of a password: what a Chinese keyboard types in full width is the same. */
const spelled = (password: string): string => password.normalize('NFKC')

/** What is wrong with a new password, as the sentence beside the field; null when it may be used. */
export function passwordProblem(password: string, phone = ''): string | null {
  const characters = [...spelled(password)]
  if (characters.length < SHORTEST) return `密码至少要 ${SHORTEST} 位`
  if (characters.length > LONGEST) return `密码最多 ${LONGEST} 位`
  if (new Set(characters).size < 4) return '密码里不同的字符太少，请换一个'
  if (phone !== '' && spelled(password).includes(phone)) return '密码里不要用自己的手机号'
  return null
}

/** The argon2id hash of a password. Throws TooManyWaiting. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(spelled(password), COST))

let decoy: Promise<string> | undefined

/**
 * Whether this is the password. With no hash (nobody has this telephone, or no password is set yet) it takes as long and says
 * no. Throws TooManyWaiting.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if ([...password].length > LONGEST) return false
  decoy ??= hashPassword('nobody signs in with this')
  const against = kept ?? (await decoy)
  const right = await inTurn(() => verify(against, spelled(password)))
  return right && kept !== null
}

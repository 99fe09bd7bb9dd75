import { timingSafeEqual } from 'node:crypto'
import { db } from '#app/db/client.server'
import { failureLimit } from '../people/failures.server'
import { keyedHash } from '../privacy/hash.server'
import { normaliseQueryCode } from '../query-code'
import { Refusal } from '../refusal'
import { sealTicket } from './ticket.server'

const failures = failureLimit('query', { near: 5, far: 30 })

/** A number as it was typed, with or without its hyphens; null where it can be none. */
export function normaliseNumber(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s\p{Pd}号]/gu, '')
  return /^\d{16}$/.test(plain) ? `${plain.slice(0, 6)}-${plain.slice(6, 10)}-${plain.slice(10)}` : null
}

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

export type Asked = { number: string; code: string; from: string; now?: Date }

/** Opens a party's own case with number and code, as a sealed ticket. Throws Refusal: invalid (the same for wrong and unknown), tooMany. */
export async function openCase({ number: typed, code: typedCode, from, now = new Date() }: Asked): Promise<string> {
  const number = normaliseNumber(typed)
  const code = normaliseQueryCode(typedCode)
  const attempt = { what: keyedHash('queryCode', `number ${number ?? typed.slice(0, 40)}`), from }
  const seconds = await failures.take(attempt)
  if (seconds > 0) throw new Refusal('tooMany', `试的次数太多了，请过 ${Math.ceil(seconds / 60)} 分钟再试，或者打电话问登记的人`)
  const row = await db.dispute.findUnique({ where: { number: number ?? '' }, select: { id: true, queryCodeHash: true } })
  const codeHash = keyedHash('queryCode', code ?? '')
  // Without such a dispute the comparison is made all the same: the time says no more than the sentence.
  const right = same(row?.queryCodeHash ?? codeHash.split('').reverse().join(''), codeHash)
  if (!row || !right) throw new Refusal('invalid', '登记编号或查询码不对，请照回执再填一遍')
  await failures.forgive(attempt)
  return sealTicket({ disputeId: row.id, codeHash }, now)
}

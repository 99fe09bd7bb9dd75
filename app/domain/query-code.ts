import { createHmac } from 'node:crypto'

// No 0 1 I L O (each other), B (8), S (5), Z (2), U (V), Q (O): read out on the telephone, written by hand on a receipt.
const ALPHABET = '23456789ACDEFGHJKMNPRTVWXY'
const LENGTH = 8
const READ_AS: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', U: 'V' }

/**
 * The 查询码 of a dispute, drawn from its own data key: a receipt can be printed again, and nothing but a hash is kept.
 * Bytes past the last whole round of the alphabet are skipped, so that no character is likelier than another.
 */
export function queryCodeOf(dataKey: Buffer): string {
  const fair = 256 - (256 % ALPHABET.length)
  const drawn: string[] = []
  for (let round = 0; drawn.length < LENGTH; round++) {
    const bytes = createHmac('sha256', dataKey).update(`query code ${round}`).digest()
    drawn.push(...[...bytes].filter((byte) => byte < fair).map((byte) => ALPHABET.charAt(byte % ALPHABET.length)))
  }
  return drawn.slice(0, LENGTH).join('')
}

/** What was typed, as a code: full-width, small letters, spaces, hyphens and look-alikes forgiven; null when it can be none. */
export function normaliseQueryCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[BSZU]/g, (character) => READ_AS[character] ?? character)
  return plain.length === LENGTH && [...plain].every((character) => ALPHABET.includes(character)) ? plain : null
}

/** For the receipt: ABCD-2345. */
export const formatQueryCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

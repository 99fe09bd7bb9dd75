import { randomInt } from 'node:crypto'

// No 0 1 I L O (each other), B (8), S (5), Z (2), U (V), Q (O): read out on the telephone, written by hand on a receipt.
const ALPHABET = '23456789ACDEFGHJKMNPRTVWXY'
const LENGTH = 8
const READ_AS: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', U: 'V' }

/** A new 查询码: 8 characters from the system's random source. Only its hash is kept. */
export function newQueryCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
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

import { pinyin } from 'pinyin-pro'

const FIELD_LIMIT = 200
const NEEDLE_LIMIT = 40
const NEEDLES = 5

/** One spelling for searching: NFKC, small letters, no spaces, marks or signs. */
export function normaliseForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

const firstOf = (text: string, limit: number): string => [...text].slice(0, limit).join('')
const pairsOf = (characters: string[]): string[] => characters.slice(1).map((character, i) => `${characters[i]}${character}`)

/** The fields as the column that LIKE re-checks: normalised, a space between, which no needle can hold. */
export function searchText(fields: readonly (string | null | undefined)[]): string {
  return fields
    .map((field) => firstOf(normaliseForSearch(field ?? ''), FIELD_LIMIT))
    .filter((field) => field !== '')
    .join(' ')
}

/** The distinct one- and two-character pieces of number, names, place and title, for the column `tokens`; none spans two fields. */
export function searchTokens(fields: readonly (string | null | undefined)[]): string[] {
  const pieces = new Set<string>()
  for (const field of searchText(fields).split(' ')) {
    const characters = [...field]
    for (const piece of [...characters, ...pairsOf(characters)]) pieces.add(piece)
  }
  return [...pieces]
}

/** What was typed, as the words that must all be found: split at spaces, normalised, at most five of forty characters. */
export function needlesOf(typed: string): string[] {
  const words = typed.normalize('NFKC').split(/[\s,;、]+/u)
  const needles = words.map((word) => firstOf(normaliseForSearch(word), NEEDLE_LIMIT)).filter((needle) => needle !== '')
  return [...new Set(needles)].slice(0, NEEDLES)
}

/** The pieces for `tokens @> $1`; empty when nothing can be searched. */
export function needleTokens(typed: string): string[] {
  const pieces = needlesOf(typed).flatMap((needle) => {
    const characters = [...needle]
    return characters.length === 1 ? characters : pairsOf(characters)
  })
  return [...new Set(pieces)]
}

/** One needle as a LIKE pattern, its %, _ and \ taken literally. */
export const likePattern = (needle: string): string => `%${needle.replace(/[\\%_]/g, '\\$&')}%`

/** The patterns for `search_text LIKE ALL ($1)`. */
export const likePatterns = (typed: string): string[] => needlesOf(typed).map(likePattern)

/** A name as it is compared: spaces, middle dots and width do not make another person. */
export const nameKey = (name: string): string => normaliseForSearch(name)

/** A name as it sounds, by syllables without tones, the surname read as a surname: 单小明 → `shan xiao ming`. Sorts lists too. */
export function soundKey(name: string): string {
  const plain = nameKey(name)
  if (plain === '') return ''
  return pinyin(plain, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase())
    .join(' ')
}

import { allChoices, choiceOf, disputeTypes, isDisputeType, isSubtype, mostUsed, subtypes, type TypeChoice } from './dispute-types'
import { searchKeys } from './search-keys.data'

type Key = { words: readonly string[]; pinyin: readonly (readonly [full: string, initials: string])[] }

const keysOf = new Map<string, Key>(
  allChoices.map(({ code, label }) => {
    const words = isDisputeType(code) ? disputeTypes[code].words : isSubtype(code) ? subtypes[code].words : []
    return [code, { words: [label, ...words], pinyin: searchKeys[code] ?? [] }]
  }),
)

/** The characters in this order, others between them allowed: 客栈租 finds 客栈房屋租赁. */
function inOrder(needle: string, word: string): boolean {
  let at = 0
  for (const character of needle) {
    at = word.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Smaller is better; the name (index 0) before the words that people say; null when it does not fit. */
function rank(needle: string, { words, pinyin }: Key): number | null {
  const ranks: number[] = []
  words.forEach((word, index) => {
    const later = index === 0 ? 0 : 1
    if (word.startsWith(needle)) ranks.push(later)
    else if (word.includes(needle)) ranks.push(2 + later)
    else if (needle.length > 1 && inOrder(needle, word)) ranks.push(6 + later)
  })
  pinyin.forEach(([full, initials], index) => {
    const later = index === 0 ? 0 : 1
    if (initials === needle || full === needle) ranks.push(later)
    else if (initials.startsWith(needle) || full.startsWith(needle)) ranks.push(1 + later)
    else if (needle.length > 1 && initials.includes(needle)) ranks.push(4 + later)
    else if (needle.length > 2 && full.includes(needle)) ranks.push(5 + later)
  })
  return ranks.length > 0 ? Math.min(...ranks) : null
}

/**
 * Types and sub-types by Chinese words or pinyin (whole, or initials), best first, sub-types before their type where
 * both fit as well. Nothing typed yet: the six most used. Digits find a code.
 */
export function searchTypes(query: string, limit = 8): TypeChoice[] {
  const needle = query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·]/g, '')
  if (needle === '')
    return mostUsed
      .map((code) => choiceOf(code))
      .filter((choice) => choice !== null)
      .slice(0, limit)
  if (/^\d+$/.test(needle)) return allChoices.filter(({ code }) => code.startsWith(needle)).slice(0, limit)
  return allChoices
    .map((choice) => ({ choice, rank: rank(needle, keysOf.get(choice.code) ?? { words: [], pinyin: [] }) }))
    .filter((found): found is { choice: TypeChoice; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank || Number(!a.choice.subtype) - Number(!b.choice.subtype))
    .map(({ choice }) => choice)
    .slice(0, limit)
}

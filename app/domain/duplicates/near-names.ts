import { likePattern, nameKey, soundKey } from '../search/tokens'
import type { Rule } from './rules'

export type NameRule = Extract<Rule, 'sameName' | 'sameSound' | 'nearSound' | 'oneOff' | 'initials'>

/** One syllable as it is heard where 平翘舌, 前后鼻音 and 边鼻音 are not told apart: zhang and zan, lin and ning are one. */
const heard = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/([aei])ng$/, '$1n')

const looseKey = (sound: string): string => sound.split(' ').map(heard).join(' ')
const initialsOf = (sound: string): string =>
  looseKey(sound)
    .split(' ')
    .map((syllable) => syllable[0] ?? '')
    .join('')

/** Whether one character makes the difference: another one, one more or one less. Of two characters only one more counts; a numbering is meant. */
export function isOneOff(one: string, other: string): boolean {
  if (/\d/.test(one + other)) return false
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length)
  if (!short || !long || short.length < 2 || long.length < 3) return false
  if (short.length === long.length) return short.filter((character, at) => character !== long[at]).length === 1
  if (long.length - short.length !== 1) return false
  return long.some((_, at) => long.toSpliced(at, 1).join('') === short.join(''))
}

/** How two names agree, by the strongest way in which they do; null where they do not. */
export function namesAgree(one: string, other: string): NameRule | null {
  const [a, b] = [nameKey(one), nameKey(other)]
  if (!a || !b) return null
  if (a === b) return 'sameName'
  const [heardA, heardB] = [soundKey(one), soundKey(other)]
  if (heardA === heardB) return 'sameSound'
  if (looseKey(heardA) === looseKey(heardB)) return 'nearSound'
  if (isOneOff(a, b)) return 'oneOff'
  return a.length > 2 && !/\d/.test(a + b) && initialsOf(heardA) === initialsOf(heardB) ? 'initials' : null
}

/** What a name must look like to be worth comparing: LIKE patterns one character off, regular expressions over the sound key. */
export function nearPatterns(names: readonly string[]): { like: string[]; sounds: string[] } {
  const like = names.flatMap((name) => {
    const characters = [...name].slice(0, 6)
    if (characters.length < 2) return []
    const plain = characters.map((character) => likePattern(character).slice(1, -1))
    const more = plain.slice(1).map((_, at) => [...plain.slice(0, at + 1), '_', ...plain.slice(at + 1)].join(''))
    if (characters.length < 3) return [...more, `${plain.join('')}_`]
    return plain.flatMap((_, at) => [plain.with(at, '_').join(''), plain.toSpliced(at, 1).join('')]).concat(more)
  })
  const sounds = names.flatMap((name) => {
    const syllables = soundKey(name).split(' ')
    if (syllables.length > 6 || !syllables.every((one) => /^[a-z]+$/.test(one))) return []
    const begins = syllables.map((one) => (/^[nl]/.test(one) ? '[nl]' : one.slice(0, 1)))
    return [`^${begins.map((begin) => `${begin}[a-z]*`).join(' ')}$`]
  })
  return { like: [...new Set(like)], sounds: [...new Set(sounds)] }
}

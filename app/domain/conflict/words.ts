import { isCode } from '../words/words'
import { kinds, type Finding } from './findings'

/** What was found, in one sentence for who assigns: what bars; what to tell, in the words that may be used; what to look into. */
export const findingWords = ({ code, level, faces }: Finding): string => {
  if (kinds[code].level === 'block') return `不能指派：${faces.internal}`
  if (level === 'block') return `要回避，双方都同意才行：${faces.internal}。可以告知当事人：${faces.told}`
  return level === 'verify' ? `先核实：${faces.internal}` : `要告知双方：${faces.internal}。可以告知当事人：${faces.told}`
}

/** 在办 3 件，上限 5 件 */
export const loadWords = ({ load, cap }: { load: number; cap: number | null }): string =>
  cap === null ? `在办 ${load} 件` : `在办 ${load} 件，上限 ${cap} 件${load >= cap ? '，已满' : ''}`

/** Nobody can accept it: never to be named here. */
export const barsForGood = (findings: readonly Finding[]): boolean => findings.some(({ code }) => kinds[code].level === 'block')

/** What the sides were told of who mediates, from the tellable face alone: for the party's own page. */
export const toldWords = (codes: readonly string[]): string[] =>
  codes.flatMap((code) => (isCode(kinds, code) ? [`调解员${kinds[code].told}，双方都知道、都接受。不接受的，可以要求更换`] : []))

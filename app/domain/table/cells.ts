import { isLegalDay, type LegalDay } from '../calendar/days'
import type { Words } from '../words/words'

/** What people type into the cells of a table, read as they mean it. */

export type Cells = Readonly<Record<string, string>>

/** A cell's words without full-width letters and spaces around; '' where the column is not there. */
export const cellOf = (cells: Cells, heading: string): string => (cells[heading] ?? '').normalize('NFKC').trim()

/** 龙泉社区居民委员会, 龙泉社区 and 龙泉 are one place. */
const stem = (name: string) =>
  name
    .replaceAll(/\s/g, '')
    .replace(/(居民委员会|村民委员会|居委会|村委会)$/, '')
    .replace(/(街道办事处|街道|社区|镇|乡|村|区)$/, '')

/** Those of this name; where none is called exactly so, those that mean it. */
export const named = <T extends { name: string }>(text: string, of: readonly T[]): T[] => {
  const exact = of.filter(({ name }) => name === text)
  return exact.length ? exact : of.filter(({ name }) => stem(name) === stem(text))
}

/** 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日; null for anything else. */
export function dayTyped(text: string): LegalDay | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim())
  const day = found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : ''
  return isLegalDay(day) ? day : null
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

/** The code of a label or a short label, in a glossary or a list of such; null for what is neither. */
export function codeTyped<W extends Words>(words: W, text: string): (keyof W & string) | null {
  const wanted = plain(text)
  const found = Object.entries(words).find(
    ([code, word]) =>
      plain(word.label) === wanted ||
      code === wanted ||
      ('short' in word && typeof word.short === 'string' && plain(word.short) === wanted),
  )
  return found?.[0] ?? null
}

/**
 * The codes of the words in one cell (汉语、纳西语), or the sentence for those that are none. Some words hold a 、 of their own
 * (继承、分家析产): the longest that is known counts.
 */
export function codesTyped(text: string, code: (word: string) => string | null): { codes: string[] } | { problem: string } {
  const codes: string[] = []
  const unknown: string[] = []
  for (const piece of text.split(/[,，;；\n]+/)) {
    const words = piece.split('、').flatMap((word) => word.trim() || [])
    for (let from = 0; from < words.length;) {
      let to = words.length
      while (to > from + 1 && code(words.slice(from, to).join('、')) === null) to -= 1
      const word = words.slice(from, to).join('、')
      const known = code(word)
      if (known === null) unknown.push(`“${word.slice(0, 20)}”`)
      else codes.push(known)
      from = to
    }
  }
  if (unknown.length) return { problem: `没有${unknown.slice(0, 5).join('、')}，照模板里“可以填的词”写` }
  return { codes: [...new Set(codes)] }
}

const yes = /^(是|√|✓|y|yes|1)$/i
const no = /^(否|不是|×|n|no|0)$/i

/** 是 or 否; null for anything else. */
export const tickTyped = (text: string): boolean | null => (yes.test(plain(text)) ? true : no.test(plain(text)) ? false : null)

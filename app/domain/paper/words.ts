import { dayIn, formatDate, formatDay, formatTime } from '../calendar/days'
import type { LegRow } from '../dispute/show/file'
import type { DisputePage } from '../dispute/show/open.server'

/** A line of a ruled form; without a value there is room to write by hand. */
export type Line = { label: string; value: string; room?: boolean }
export type Block = { title?: string; lines?: Line[]; text?: string[]; room?: boolean }

/** One paper for A4: words only, with nothing on it that its reader may not see. */
export type PaperWords = {
  title: string
  /** The committee whose seal it bears. */
  office: string
  numbers: Line[]
  large?: boolean
  to?: string
  blocks: Block[]
  signs: string[]
  foot: string
}

/** Where something is written by hand. */
export const gap = '＿＿＿＿＿＿'

export const dayOf = (iso: string | null | undefined): string => (iso ? formatDay(dayIn(new Date(iso))) : '')
export const momentOf = (iso: string | null | undefined): string => (iso ? `${dayOf(iso)}${formatTime(new Date(iso))}` : '')

/** The people's leg that papers speak of: for whom only had a part, the own one; else the last. */
export function legOf({ rows, sight }: DisputePage, legId?: string | null): LegRow | undefined {
  const legs = rows.legs.filter(({ channel, receivedAt }) => channel === 'people' && receivedAt)
  if (legId) return legs.find(({ id }) => id === legId)
  return sight.until === 'own' ? legs.findLast(({ id }) => sight.ownLegs.has(id)) : legs.at(-1)
}

export const mediatorsOf = (leg: LegRow | undefined): string =>
  (leg?.mediators ?? [])
    .filter(({ until }) => !until || until === leg?.endedAt)
    .map(({ name }) => name)
    .join('、')

/** Head and foot of every paper: title, committee, the numbers that the dispute has (登记编号, 卷号, 协议编号). */
export function sheetOf({ dispute, now }: DisputePage, title: string, leg: LegRow | undefined, agreement?: string | null) {
  const numbers: Line[] = [
    { label: '登记编号', value: dispute.number },
    { label: '卷号', value: leg?.volume ?? '' },
    { label: '协议编号', value: agreement ?? '' },
  ]
  const foot = `${dispute.number}　${formatDate(dayIn(now))} ${formatTime(now)} 打印`
  return { title, office: leg?.seal ?? '', numbers, foot }
}

/** 宣读, 翻译人, 见证人 (U17): known or written by hand. */
export function readingLine(
  read: { readBy: string | null; readLanguage: string | null } | undefined,
  language: (code: string) => string,
): Line {
  const by = read?.readBy ?? gap
  const spoken = read?.readLanguage ? language(read.readLanguage) : gap
  return { label: '阅读或者宣读', value: `□ 本人已阅读　□ 由 ${by} 宣读，用 ${spoken}，听后无误` }
}
export const helperSigns = (of?: { interpreter: string | null; witness: string | null }): string[] => [
  `翻译人${of?.interpreter ? `　${of.interpreter}` : ''}`,
  `见证人${of?.witness ? `　${of.witness}` : ''}`,
]

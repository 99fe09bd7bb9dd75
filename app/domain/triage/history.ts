import { dayIn, formatShortDay } from '../calendar/days'
import type { LegRow, Rows } from '../dispute/show/file'
import { endWords } from './leg-end'

/** One try at one body: when, where, how it ended and why, in words. */
export type HistoryLine = { id: string; when: string; what: string; why: string[] }

const day = (iso: string) => formatShortDay(dayIn(new Date(iso)))

const endOf = ({ result, resultCode, endedAt }: LegRow): string => (endedAt ? `${day(endedAt)}${endWords(result, resultCode, '：')}` : '正在那里')

/** The tries so far, in order, each with the reasons that stand on its path. */
export const historyOf = ({ legs, events }: Pick<Rows, 'legs' | 'events'>): HistoryLine[] =>
  [...legs]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((leg) => ({
      id: leg.id,
      when: day(leg.offeredAt),
      what: `${leg.body}：${leg.receivedAt ? `${day(leg.receivedAt)}受理` : '没有受理'}，${endOf(leg)}`,
      why: events.filter(({ legId }) => legId === leg.id).flatMap(({ texts }) => texts).filter(({ kind, audience }) => kind === 'why' && audience === 'path').map(({ text }) => text),
    }))

import { dayIn, formatShortDay } from '../calendar/days'
import { eventLabels } from '#machines/dispute.labels'
import type { EventRow, LegRow, Rows } from '../dispute/show/file'
import { endWords } from './leg-end'

/** One try at one body: when, where, how it ended and why, in words. */
export type HistoryLine = { id: string; when: string; what: string; why: string[] }

const day = (iso: string) => formatShortDay(dayIn(new Date(iso)))

const endOf = ({ result, resultCode, endedAt }: LegRow): string =>
  endedAt ? `${day(endedAt)}${endWords(result, resultCode, '：')}` : '正在那里'

const whyOf = ({ texts }: Pick<EventRow, 'texts'>) =>
  texts.filter(({ kind, audience }) => (kind === 'why' || kind === 'ask') && audience === 'path').map(({ text }) => text)

/** What a post did with it between the tries: whoever has it next reads why. */
const between = ['escalate', 'deescalate', 'ask', 'reopen'] as const
const isBetween = (type: string): type is (typeof between)[number] => between.some((one) => one === type)

type Dated = HistoryLine & { at: string }

const tryOf = (leg: LegRow, events: EventRow[]): Dated => ({
  id: leg.id,
  at: leg.offeredAt,
  when: day(leg.offeredAt),
  what: `${leg.body}：${leg.receivedAt ? `${day(leg.receivedAt)}受理` : '没有受理'}，${endOf(leg)}`,
  why: events.filter(({ legId }) => legId === leg.id).flatMap(whyOf),
})

const moveOf = ({ id, type, happenedAt, ...event }: EventRow): Dated[] =>
  isBetween(type) ? [{ id, at: happenedAt, when: day(happenedAt), what: eventLabels[type], why: whyOf(event) }] : []

/** The tries so far and what lay between them, in order, each with the reasons that stand on its path. */
export const historyOf = ({ legs, events }: Pick<Rows, 'legs' | 'events'>): HistoryLine[] =>
  [...legs.map((leg) => tryOf(leg, events)), ...events.filter(({ legId }) => !legId).flatMap(moveOf)]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ id, when, what, why }) => ({ id, when, what, why }))

import { dayIn, formatTime } from '../../calendar/days'
import { performanceProofs } from '../../words/agreements'
import { labelOf } from '../../words/words'
import { sentenceOf } from '../history'
import type { Audience, TextKind } from '../record.server'
import { shortDay } from './deadlines'
import type { EventRow } from './file'
import type { DisputePage } from './open.server'
import { whoDid } from './path'

const kinds: Record<TextKind, string> = {
  facts: '事情经过',
  why: '原因',
  advice: '告知',
  told: '已告知谁',
  note: '说明',
  agreedFacts: '无争议事实',
  talks: '调解过程',
  answer: '答复',
  content: '内容',
  proof: '凭证',
  ask: '请办',
  ways: '告知的途径',
}
const reach: Record<Audience, string | undefined> = { path: undefined, handlers: '办理人可见', talks: '不外传' }

export type LogLine = {
  id: string
  no: number
  at: string
  dateTime: string
  text: string
  who: string
  note?: string
  corrected?: boolean
  said: { label: string; text: string; reach?: string }[]
}

const lateBy = (event: EventRow) => Date.parse(event.recordedAt) - Date.parse(event.happenedAt)
/** Written down more than an hour later: both times are said. */
const hour = 3_600_000

/** 办理动态, the newest first; what was written stands under it, as far as this person may read it. */
export function logOf(
  page: DisputePage,
  { most = Infinity, words = Infinity, without }: { most?: number; words?: number; without?: TextKind } = {},
): LogLine[] {
  const { rows, known, today, sight } = page
  const corrected = new Set(rows.events.filter(({ type }) => type === 'correct').map(({ detail }) => detail.eventId))
  const moment = (iso: string) => `${shortDay(dayIn(new Date(iso)), today)} ${formatTime(new Date(iso))}`
  const cut = (text: string) => (text.length > words ? `${text.slice(0, words - 1)}…` : text)
  return rows.events
    .toReversed()
    .slice(0, most)
    .map((event) => {
      const { title, what } = sentenceOf(event.type, event.detail, known.at(event))
      return {
        id: event.id,
        no: event.version,
        at: moment(event.happenedAt),
        dateTime: event.happenedAt,
        text: sight.reasons ? what : title,
        who: whoDid(page, event),
        ...(lateBy(event) > hour && { note: `${moment(event.recordedAt)}补记` }),
        ...(corrected.has(event.id) && { corrected: true }),
        said: event.texts
          .filter(({ kind }) => kind !== without)
          .map(({ kind, audience, text }) => ({
            label: kinds[kind] ?? kind,
            text: kind === 'proof' ? labelOf(performanceProofs, text) : cut(text),
            ...(reach[audience] && { reach: reach[audience] }),
          })),
      }
    })
}

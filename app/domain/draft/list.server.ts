import type { Person } from '../actor'
import { dayIn, formatShortDay, formatTime, type LegalDay } from '../calendar/days'
import { madeAt } from '../id'
import { maskName } from '../privacy/masking'
import { choiceOf } from '../types/dispute-types'
import { listDrafts } from './drafts.server'
import { partiesOf } from './read'
import { textAt, type Values } from './values'

/** A draft in a list: what it is about, how far it is, where it goes on. */
export type DraftLine = { id: string; href: string; title: string; words: string }

/** A list lies open on a desk or a phone, and a draft is no case yet: a person's name stays masked, a unit's is no secret. */
const nameWord = (party: Values) => (textAt(party, 'kind') === 'organisation' ? textAt(party, 'name') : maskName(textAt(party, 'name')))

/** 邻里纠纷·相邻用水、排水：和某某 */
function titleOf(values: Values): string {
  const type = choiceOf(textAt(values, 'typeCode'))?.label
  const first = partiesOf(values).find(({ party }) => textAt(party, 'name'))
  if (type || first) return `${type ?? '类型没有选'}：${first ? nameWord(first.party) : '当事人没有填'}`
  return textAt(values, 'facts') ? '只写了事情经过' : '还没有写内容'
}

const timeWord = (at: Date, today: LegalDay) => `${dayIn(at) === today ? '今天' : formatShortDay(dayIn(at))} ${formatTime(at)}`

/** 11月23日 16:20 开始，填到第 3 步，今天 09:05 存; a day or a minute is not said twice. */
function whenWords(begun: Date, step: number, kept: Date, today: LegalDay): string {
  const [first, last] = [timeWord(begun, today), timeWord(kept, today)]
  const end = first === last ? '' : `，${dayIn(begun) === dayIn(kept) ? formatTime(kept) : last} 存`
  return `${first} 开始，填到第 ${step} 步${end}`
}

/** My drafts for a list, the last touched first, twenty at most. One statement. */
export async function draftList(actor: Person, now = new Date()): Promise<DraftLine[]> {
  const today = dayIn(now)
  return (await listDrafts(actor)).map(({ id, step, values, updatedAt }) => ({
    id,
    href: `/register/${id}/${step}`,
    title: titleOf(values),
    words: whenWords(madeAt(id), step, updatedAt, today),
  }))
}

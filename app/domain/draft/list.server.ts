import type { Person } from '../actor'
import { dayIn, formatShortDay, formatTime } from '../calendar/days'
import { titleOf } from '../registration/form'
import { choiceOf } from '../types/dispute-types'
import { listDrafts } from './drafts.server'
import { partiesOf } from './read'
import { textAt, type Values } from './values'

/** What a draft is about, as far as it goes: its first words, else who, else the type. */
function wordsOf(values: Values): string {
  const facts = textAt(values, 'facts')
  if (facts) return titleOf({ facts, title: undefined })
  const names = partiesOf(values).flatMap(({ party }) => textAt(party, 'name') || [])
  return [choiceOf(textAt(values, 'typeCode'))?.label, names.slice(0, 2).join('、')].filter(Boolean).join('：') || '还没有写内容'
}

/** My drafts for a list, the last touched first. */
export const draftList = async (actor: Person) =>
  (await listDrafts(actor)).map(({ id, step, values, updatedAt }) => ({
    id,
    step,
    title: wordsOf(values),
    saved: `${formatShortDay(dayIn(updatedAt))} ${formatTime(updatedAt)}`,
  }))

import { dayIn, instantOf } from '../calendar/days'
import { Refusal } from '../refusal'
import { act, advance, type Sent } from './advance.server'

/** 催办: whoever has it on the desk is told once more, at most once a day; the clock is the same. Throws Refusal notNow for the second of a day. */
export const urge = (sent: Sent, { text, happenedAt }: { text: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    const today = instantOf(dayIn(file.now))
    const urged = await file.tx.disputeEvent.count({ where: { disputeId: file.id, type: 'urge', recordedAt: { gte: today } } })
    if (urged) throw new Refusal('notNow', '今天已经催过一次了；急的请直接打电话')
    await advance(file, { event: { type: 'urge' }, happenedAt, texts: [{ kind: 'ask', audience: 'path', text }] })
  })

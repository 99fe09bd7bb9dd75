import type { Tx } from '#app/db/client.server'
import { dateOf, dayIn, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { wrong } from '../refusal'
import { change, type Change, type Setting } from '../settings/act.server'
import { visible } from '../dispute/sight.server'
import type { ConsultForm, TrainingForm } from './forms'
import { holdRegistrant } from './subject.server'

/** 培训: a day, its hours and its subject. Throws Refusal: notFound, forbidden, or beside its field. */
export const addTraining = (setting: Setting, registrantId: string, { heldOn, hours, subject, byText }: TrainingForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    await holdRegistrant(tx, actor, 'write', registrantId)
    if (heldOn > dayIn(now)) throw wrong('heldOn', '还没有到这一天，培训以后再登记')
    const id = newId()
    const row = { id, registrantId, heldOn: dateOf(heldOn), hours, subject, byText: byText ?? null }
    await tx.training.create({ data: { ...row, recordedById: actor.accountId, recordedAt: now } })
    await record('registrant.train', { kind: 'registrant', id: registrantId }, { hours })
    return id
  })

export type Consulted = {
  registrantId: string
  disputeId: string | null
  heldOn: LegalDay
  people: number
  line: string | null
  by: string | null
}

/** One consultation, counted once: a line, how many people. */
export async function countConsultation(tx: Tx, { heldOn, by, ...row }: Consulted, now: Date): Promise<string> {
  const id = newId()
  await tx.consultation.create({ data: { ...row, id, heldOn: dateOf(heldOn), recordedById: by, recordedAt: now } })
  return id
}

/** The dispute that was spoken of, by its number: one that the person who records it may see; null where none is named. */
async function disputeOf({ tx, actor, now }: Change, number: string | undefined): Promise<string | null> {
  if (!number) return null
  const [row] = await tx.$queryRaw<{ id: string }[]>`select d.id from dispute d where d.number = ${number} and ${visible(actor, now)}`
  if (!row) throw wrong('number', '没有这个编号的纠纷，或者您不能查看；只是来问一问的，编号空着')
  return row.id
}

/** 咨询 of a 法律明白人 or an adviser, with or without a dispute. Throws Refusal: notFound, forbidden, or beside its field. */
export const recordConsultation = (setting: Setting, registrantId: string, { heldOn, people, line, number }: ConsultForm) =>
  change(setting, async (all) => {
    const { tx, actor, now, record } = all
    await holdRegistrant(tx, actor, 'consult', registrantId)
    if (heldOn > dayIn(now)) throw wrong('heldOn', '日期不能晚于今天')
    const disputeId = await disputeOf(all, number)
    const id = await countConsultation(tx, { registrantId, disputeId, heldOn, people, line, by: actor.accountId }, now)
    await record('registrant.consult', { kind: 'registrant', id: registrantId }, { people })
    return id
  })

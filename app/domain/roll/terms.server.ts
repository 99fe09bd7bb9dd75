import { addDays, addMonths, dateOf, dayIn, formatDate, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { wrong } from '../refusal'
import { change, type Change, type Setting } from '../settings/act.server'
import { offices, type Office } from '../words/roll'
import { bodyToStaff, endAppointmentWithin } from './appointments.server'
import type { TermForm } from './forms'

/** A term of a committee, in months (People's Mediation Law 9). */
const termMonths = 36

/** The last day of a term that begins on a day. */
export const termEnd = (electedOn: LegalDay): LegalDay => addDays(addMonths(electedOn, termMonths), -1)

type Seat = { id: string; registrantId: string; office: Office; from: LegalDay }

/** Somebody goes on: the old appointment ends with the old term, the next begins with the new one. */
async function goOn({ tx, actor, now }: Change, bodyId: string, seat: Seat, form: TermForm) {
  const before = addDays(form.electedOn, -1)
  await tx.appointment.update({ where: { id: seat.id }, data: { endedOn: dateOf(before), endWhy: 'termOver' } })
  await tx.appointment.create({
    data: {
      id: newId(),
      registrantId: seat.registrantId,
      bodyId,
      office: seat.office,
      how: form.how === 'appointed' ? 'appointed' : 'elected',
      paper: form.paper ?? null,
      validFrom: dateOf(form.electedOn),
      validTo: dateOf(termEnd(form.electedOn)),
      recordedById: actor.accountId,
      recordedAt: now,
    },
  })
}

/**
 * 换届: a new term of three years. Who is ticked goes on in the same office; the others' offices end with the old term, unless cases
 * are in their hands (409). Throws Refusal: notFound, notNow, or beside its field.
 */
export const recordTerm = (setting: Setting, bodyId: string, form: TermForm) =>
  change(setting, async (all) => {
    const { tx, actor, now, record } = all
    const body = await bodyToStaff(all, bodyId)
    await tx.$executeRaw`select 1 from body where id = ${bodyId}::uuid for update`
    if (body.channel !== 'people') throw wrong('electedOn', '只有人民调解委员会有任期')
    if (form.electedOn > dayIn(now)) throw wrong('electedOn', '选出来的日子不能晚于今天')
    const [last] = await tx.$queryRaw<{ day: LegalDay }[]>`
      select to_char(max(t.elected_on), 'YYYY-MM-DD') as day from committee_term t where t.body_id = ${bodyId}::uuid having count(*) > 0`
    if (last && last.day >= form.electedOn) throw wrong('electedOn', `上一届是${formatDate(last.day)}选出来的，新一届要在那以后`)
    const id = newId()
    const endsOn = termEnd(form.electedOn)
    await tx.committeeTerm.create({
      data: {
        id,
        bodyId,
        electedOn: dateOf(form.electedOn),
        endsOn: dateOf(endsOn),
        how: form.how,
        paper: form.paper ?? null,
        recordedById: actor.accountId,
        recordedAt: now,
      },
    })
    const seats = await tx.$queryRaw<Seat[]>`
      select p.id, p.registrant_id as "registrantId", p.office, to_char(p.valid_from, 'YYYY-MM-DD') as from from appointment p
      where p.body_id = ${bodyId}::uuid and p.ended_on is null and p.valid_from < ${form.electedOn}::date order by p.id`
    for (const seat of seats.filter(({ office }) => offices[office].sits)) {
      if (form.stay.includes(seat.id)) await goOn(all, bodyId, seat, form)
      else {
        const ending = { appointmentId: seat.id, endedOn: addDays(form.electedOn, -1), endWhy: 'termOver' as const, endPaper: undefined }
        await endAppointmentWithin(all, seat.registrantId, ending)
      }
    }
    await record('body.term', { kind: 'body', id: bodyId }, { electedOn: form.electedOn, endsOn })
    return id
  })

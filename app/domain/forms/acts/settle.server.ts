import { z } from 'zod'
import { db } from '#app/db/client.server'
import { settleOnSpot as settle } from '../../agreement/agree.server'
import { bodiesOf, type Person } from '../../actor'
import { openDispute } from '../../dispute/read.server'
import { Refusal, wrong } from '../../refusal'
import { rulesOf } from '../../types/type-rules'
import { answerFields, answersOf, answersShape } from '../answer-fields'
import { define, type OpenDispute } from '../define'
import { folded, select } from '../field-data'
import { mediatorsOf } from '../people.server'
import { agreed, checked, fields, given } from './agreement-form.server'

const nobody = 'nobody'

/** Registered mediators whom whoever writes it down may name: themselves, and those of their own bodies. */
const settlersFor = (actor: Person, now: Date) => mediatorsOf(bodiesOf(actor, 'mediator', 'head'), now)
const local = async ({ townshipId, areaId }: OpenDispute, now: Date) => {
  const bodies = await db.body.findMany({
    where: { channel: 'people', areaId: { in: [townshipId, areaId] }, validTo: null },
    select: { id: true },
  })
  return mediatorsOf(
    bodies.map(({ id }) => id),
    now,
  )
}
const settlers = async (actor: Person, dispute: OpenDispute, now: Date) => {
  const all = [...(await settlersFor(actor, now)), ...(await local(dispute, now))]
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)
}

/** The act speaks of a mediator, the form of who mediated. */
const beside = (refusal: unknown) =>
  refusal instanceof Refusal && refusal.fields.mediatorId ? wrong('by', refusal.fields.mediatorId) : refusal

export const settleOnSpot = define({
  field: true,
  schema: agreed.extend({ by: z.string({ error: '请选谁调解的' }).max(60, '没有填对'), ...answersShape }),
  form: async (asking) => {
    const { actor, dispute, now } = asking
    const mediators = await settlers(actor, dispute, now)
    const own = mediators.find(({ id }) => id === actor.accountId)
    return {
      submit: '现场化解',
      fields: await fields(asking, [], {
        ...(!rulesOf(dispute.typeCode, dispute.subtypeCode).writtenRequired && { form: 'oral' as const }),
        before: [
          select(
            'by',
            '谁调解的',
            [
              { value: nobody, label: '没有登记的调解员，双方自行和解' },
              ...mediators.map(({ id, name, body }) => ({
                value: id,
                label: id === own?.id ? `我（${name}）` : `${body}　${name}`,
              })),
            ],
            {
              value: own?.id ?? nobody,
              hint: '调解员调解的，算调解案件；双方自行和解的，留在路径上并回访，不作统计，不能司法确认',
            },
          ),
          folded('调解员和一方有利害关系的', answerFields, '本人、同住一户的不算调解；其他的，双方知道、都接受才算'),
        ],
      }),
    }
  },
  run: async (sent, form) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    const mediator = (await settlers(sent.actor, dispute, new Date())).find(({ id }) => id === form.by)
    if (!mediator && form.by !== nobody) throw wrong('by', '请选谁调解的')
    return checked(dispute, form, () =>
      settle(sent, { ...given(form), ...(mediator && { mediatorId: mediator.id, answers: answersOf(form) }) }).catch((refusal: unknown) => {
        throw beside(refusal)
      }),
    )
  },
})

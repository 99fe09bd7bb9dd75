import { z } from 'zod'
import { advanceDispute } from '../../dispute/advance.server'
import type { Words } from '../../dispute/record.server'
import { openDispute } from '../../dispute/read.server'
import { wrong } from '../../refusal'
import { when } from '../common'
import { define, type OpenDispute } from '../define'
import { calm, choice, choicesOf, text, tick as tickField } from '../field-data'
import { happenedAt, idOf, may, oneOf, several, tick } from '../form-words'
import { conflictOf, mediatorsOf, partiesOf, type FormParty, type Mediator } from '../people.server'

const ties = {
  none: { label: '没有' },
  relative: { label: '亲属' },
  employed: { label: '雇佣、同单位' },
  agent: { label: '曾经代理过一方' },
  other: { label: '其他可能影响公正的关系' },
} as const

/** Whom the leg's body may name; before a court or organ also the people of an invited body. */
const mediatorsFor = (dispute: OpenDispute, now: Date) =>
  mediatorsOf([...(dispute.leg ? [dispute.leg.bodyId] : []), ...dispute.askedBodyIds], now)

const hintOf = (one: Mediator, parties: FormParty[]) => {
  const { block, warn } = conflictOf(one, parties)
  return [block && `不能指派：${block}`, warn && `注意：${warn}`, one.languages, `在办 ${one.load} 件`].filter(Boolean).join('，')
}

const optionsOf = (mediators: Mediator[], parties: FormParty[]) =>
  mediators.map((one) => ({
    value: one.id,
    label: one.name,
    hint: hintOf(one, parties),
    disabled: conflictOf(one, parties).block !== undefined,
  }))

/** 指派: the first leads. Blocked only where the mediator is a party or stands for one; other ties are told and accepted (U15). */
export const assign = define({
  schema: z
    .object({
      lead: idOf('请选主办调解员'),
      others: several(10),
      wish: may(300),
      tie: oneOf(ties, '请选有没有利害关系').default('none'),
      tieWhat: may(300),
      tieAccepted: tick,
      happenedAt,
    })
    .superRefine(({ tie, tieWhat, tieAccepted }, context) => {
      if (tie === 'none') return
      if (!tieWhat) context.addIssue({ code: 'custom', path: ['tieWhat'], message: '请写明是谁、什么关系' })
      if (!tieAccepted)
        context.addIssue({
          code: 'custom',
          path: ['tieAccepted'],
          message: '有利害关系的，要告知双方，双方都接受才能指派（人民调解法第23条）',
        })
    }),
  form: async ({ dispute, now }) => {
    const [parties, mediators] = await Promise.all([partiesOf(dispute.id), mediatorsFor(dispute, now)])
    const options = optionsOf(mediators, parties)
    const [first, ...more] = dispute.leg?.mediatorIds ?? []
    return {
      ...(!options.length && {
        barred: '这个组织还没有登记调解员，也没有请来的调解组织。请管理员先补上人员，或者退回分流岗。',
      }),
      fields: [
        ...(dispute.facts.objected ? [calm('当事人申请更换调解员', '请另选一位，或者说明情况后仍由原来的调解员办。')] : []),
        choice('lead', '主办', options, { layout: 'one', value: first ?? '' }),
        choice('others', '协办', options, { many: true, layout: 'one', value: more, later: '没有就空着' }),
        text('wish', '当事人想要谁', { hint: '当事人可以选调解员（人民调解法第23条）', later: '没有说就空着' }),
        choice('tie', '和当事人有没有利害关系', choicesOf(ties), { value: 'none' }),
        text('tieWhat', '是谁、什么关系', { hint: '有利害关系才填', later: '没有就空着' }),
        tickField('tieAccepted', '已经告知双方，双方都接受'),
        when(now, '什么时候指派的'),
      ],
    }
  },
  run: async (sent, { lead, others, wish, tie, tieWhat, happenedAt: at }) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    const [parties, mediators] = await Promise.all([partiesOf(dispute.id), mediatorsFor(dispute, new Date())])
    const mediatorIds = [lead, ...others.filter((id) => id !== lead)]
    for (const id of mediatorIds) {
      const field = id === lead ? 'lead' : 'others'
      const one = mediators.find((mediator) => mediator.id === id)
      if (!one) throw wrong(field, '请从名单里选调解员')
      const { block } = conflictOf(one, parties)
      if (block) throw wrong(field, `${one.name}不能指派：${block}`)
    }
    const texts: Words[] = [
      { kind: 'note', audience: 'handlers', text: wish ? `当事人想要：${wish}` : '' },
      {
        kind: 'told',
        audience: 'path',
        text: tie === 'none' ? '' : `利害关系（${ties[tie].label}）已告知双方，双方接受`,
      },
      { kind: 'why', audience: 'handlers', text: tie === 'none' ? '' : (tieWhat ?? '') },
    ]
    return advanceDispute(sent, { event: { type: 'assign', mediatorIds }, happenedAt: at, texts })
  },
})

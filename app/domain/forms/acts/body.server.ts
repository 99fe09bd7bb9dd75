import { z } from 'zod'
import { advanceDispute } from '../../dispute/advance.server'
import { openDispute } from '../../dispute/read.server'
import { wrong } from '../../refusal'
import { tellings } from '../../words/parties'
import { failCodes, returnReasons } from '../../words/reasons'
import { toldText, typedMoment, wayFields, when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, long, moment as momentField, say } from '../field-data'
import { happenedAt, idOf, may, moment, must, oneOf, several } from '../form-words'
import { partiesOf, partyOptions } from '../people.server'

const path = (words: string) => ({ kind: 'why', audience: 'path', text: words }) as const
const inner = (words: string | undefined) => ({ kind: 'why', audience: 'handlers', text: words ?? '' }) as const

export const giveBack = define({
  schema: z
    .object({ reason: oneOf(returnReasons, '请选退回的原因'), done: may(), why: may(), happenedAt })
    .superRefine(({ reason, why }, context) => {
      if (reason === 'other' && !why) context.addIssue({ code: 'custom', path: ['why'], message: '选“其他”的，请写明原因' })
    }),
  form: ({ dispute, now }) => ({
    fields: [
      choice(
        'reason',
        '为什么退回',
        choicesOf(returnReasons, ({ told }) => `当事人看到：${told}`),
        { layout: 'one' },
      ),
      long('done', '已经做了什么', {
        hint: '问过谁、查过什么、谈到哪里；下一个组织和当事人都能看到，不写双方的让步',
        later: dispute.leg?.receivedAt ? '受理以后退回的，要写明' : '还没做什么就空着',
      }),
      long('why', '给分流岗的话', { hint: '内部可见，不给当事人看', later: '没有就空着' }),
      when(now),
    ],
  }),
  run: async (sent, { reason, done, why, happenedAt: at }) => {
    const { leg } = await openDispute(sent.actor, sent.disputeId)
    if (leg?.receivedAt && !done) throw wrong('done', '受理以后退回的，要写明已经做了什么，下一个组织好接着办')
    return advanceDispute(sent, {
      event: { type: 'return', reason },
      happenedAt: at,
      texts: [
        { kind: 'told', audience: 'path', text: returnReasons[reason].told },
        { kind: 'note', audience: 'path', text: done ?? '' },
        inner(why),
      ],
    })
  },
})

export const object = define({
  schema: z.object({ partyId: idOf('请选是谁提出的'), why: must('请写明理由'), happenedAt }),
  form: async ({ dispute, now }) => ({
    submit: '记下，请负责人另行指派',
    fields: [
      calm('当事人有权接受或者拒绝调解员', '《人民调解法》第23条。重新指派以前，不再安排调解。'),
      choice('partyId', '谁提出的', partyOptions(await partiesOf(dispute.id)), { layout: 'one' }),
      long('why', '理由', { hint: '内部可见' }),
      when(now, '什么时候提出的'),
    ],
  }),
  run: async (sent, { partyId, why, happenedAt: at }) => {
    const party = (await partiesOf(sent.disputeId)).find(({ id }) => id === partyId)
    if (!party) throw wrong('partyId', '请选是谁提出的')
    return advanceDispute(sent, {
      event: { type: 'object', partyId, side: party.side },
      happenedAt: at,
      behalfPartyId: partyId,
      texts: [inner(why)],
    })
  },
})

export const talkAgain = define({
  schema: z.object({ why: must('请写明为什么再谈'), happenedAt }),
  form: ({ now }) => ({
    fields: [say('没有签完的协议书作废', '已经签的名字留在卷里，重新谈成以后另写一份。'), long('why', '为什么再谈'), when(now)],
  }),
  run: (sent, { why, happenedAt: at }) => advanceDispute(sent, { event: { type: 'talkAgain' }, happenedAt: at, texts: [path(why)] }),
})

/** Ways told, as 调解不成 and 办结 without a settlement ask for them. */
export const waysTold = z.object({
  ways: several(20),
  otherWay: may(300),
  toldHow: oneOf(tellings, '请选怎么告知的'),
  toldBy: must('请写谁告知的', 60),
  toldAt: moment.optional(),
})
const toldOne = ({ ways, otherWay }: { ways: string[]; otherWay?: string }) => ways.length > 0 || otherWay !== undefined

export const fail = define({
  grave: true,
  schema: waysTold
    .extend({ code: oneOf(failCodes, '请选是哪一种'), why: may(), happenedAt })
    .refine(toldOne, { path: ['ways'], message: '至少告知一条途径（人民调解法第26条）' }),
  form: ({ actor, dispute, now }) => ({
    submit: '终止调解',
    fields: [
      choice('code', '是哪一种', choicesOf(failCodes)),
      ...wayFields(dispute, actor.name, now),
      long('why', '没谈成的原因', { hint: '内部可见，不写双方的让步', later: '没有就空着' }),
      momentField('happenedAt', '什么时候终止的', { value: typedMoment(now) }),
    ],
  }),
  run: async (sent, { code, why, happenedAt: at, ...told }) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    return advanceDispute(sent, {
      event: { type: 'fail', code },
      happenedAt: at,
      texts: [{ kind: 'ways', audience: 'path', text: toldText(dispute, told, at ?? new Date()) }, inner(why)],
    })
  },
})

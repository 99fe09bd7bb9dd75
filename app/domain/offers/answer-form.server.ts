import { z } from 'zod'
import { statusLabel } from '#machines/dispute.labels'
import { db } from '#app/db/client.server'
import type { Person } from '../actor'
import { mayAnswerFor } from '../dispute/permissions'
import { openDispute } from '../dispute/read.server'
import { when } from '../forms/common'
import { calm, choice, choicesOf, long, text } from '../forms/field-data'
import { happenedAt, may, must, oneOf } from '../forms/form-words'
import type { ActPage } from '../forms/page.server'
import { Refusal } from '../refusal'
import { returnReasons } from '../words/reasons'
import { saidHow } from './answer.server'

const answers = { receive: { label: '接收' }, return: { label: '退回' } } as const

/** What is typed: who said what, and for a return why and what was done already. */
export const answerShape = z
  .object({
    who: must('请写清是谁答复的（姓名、职务）', 60),
    how: oneOf(saidHow, '请选怎么答复的'),
    answer: oneOf(answers, '请选答复了什么'),
    reason: oneOf(returnReasons, '请选退回的原因').optional(),
    done: may(),
    why: may(),
    happenedAt,
  })
  .superRefine(({ answer, reason, why }, context) => {
    if (answer === 'return' && !reason) context.addIssue({ code: 'custom', path: ['reason'], message: '请选退回的原因' })
    if (answer === 'return' && reason === 'other' && !why)
      context.addIssue({ code: 'custom', path: ['why'], message: '选“其他”的，请写明原因' })
  })

/** The typed form as the act takes it. */
export const saidIn = ({ answer, reason, who, how, done, why, happenedAt: at }: z.output<typeof answerShape>) => {
  const said = { who, how, ...(at && { happenedAt: at }) }
  if (answer === 'receive') return { ...said, answer }
  return { ...said, answer, reason: reason ?? ('other' as const), ...(done && { done }), ...(why && { why }) }
}

/** 代为答复 as a page. Throws Refusal notFound for who does not see the dispute, or holds no post for it. */
export async function answerForPage(actor: Person, disputeId: string, now = new Date()): Promise<ActPage> {
  const { handling, status, number, title, version, leg } = await openDispute(actor, disputeId, now)
  if (!mayAnswerFor(actor, { ...handling, phoned: true, leg: handling.leg ?? noBody })) throw new Refusal('notFound')
  const waits = handling.desk === 'receiver' && leg !== null
  const body = leg && (await db.body.findUnique({ where: { id: leg.bodyId }, select: { name: true, phone: true } }))
  const receive = leg !== null && !leg.receivedAt
  return {
    head: { number, title, state: [statusLabel(status), body?.name].filter(Boolean).join('·'), href: `/disputes/${disputeId}` },
    title: `代${body?.name ?? '承办组织'}答复`,
    submit: '代为登记',
    grave: false,
    field: false,
    seen: version,
    fields: [
      calm('先打电话问清楚', `${body?.phone ? `电话 ${body.phone}。` : ''}登记以后，路径上写明是分流岗代它登记的、谁答复的。`),
      text('who', '谁答复的', { hint: '姓名、职务，如 和某某，调解室负责人' }),
      choice('how', '怎么答复的', choicesOf(saidHow), { value: 'phone', layout: 'two' }),
      choice('answer', '答复了什么', receive ? choicesOf(answers) : choicesOf({ return: answers.return }), { layout: 'two' }),
      choice(
        'reason',
        '退回的，为什么',
        choicesOf(returnReasons, ({ told }) => `当事人看到：${told}`),
        { layout: 'one' },
      ),
      long('done', '退回的，已经做了什么', { hint: '下一个组织和当事人都能看到', later: '没有就空着' }),
      long('why', '内部的话', { hint: '内部可见，不给当事人看', later: '没有就空着' }),
      when(now, '什么时候答复的'),
    ],
    barred: waits ? null : { status: 409, words: '现在不在等这个组织接收，不用代为答复。', links: [] },
  }
}

/** Whose post it is does not hang on a body being there. */
const noBody = { bodyId: '', channel: 'people', mediatorIds: [], staffed: true }

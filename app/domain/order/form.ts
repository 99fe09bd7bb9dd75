import { z } from 'zod'
import { legalDay, must, oneOf } from '../forms/form-words'
import { orderWhys } from '../words/orders'

/** What is sent out: to whom, why, what is asked, by when. */
export const issueForm = z.object({
  act: z.literal('issue'),
  to: z.string({ error: '请选发给谁' }).regex(/^(body|area):[0-9a-f-]{36}$/, '请选发给谁'),
  why: oneOf(orderWhys, '请选督办事由'),
  asked: must('请写要求做到什么'),
  answerBy: legalDay,
})

/** What is done with an order that is out. */
export const orderForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('acknowledge') }),
  z.object({ act: z.literal('act'), text: must('请写办到哪一步') }),
  z.object({ act: z.literal('answer'), text: must('请写办理结果') }),
  z.object({ act: z.literal('accept') }),
  z.object({ act: z.literal('sendBack'), text: must('请写为什么退回、还要做什么'), answerBy: legalDay }),
  z.object({ act: z.literal('newDay'), text: must('请写对方怎样说明、为什么改期'), answerBy: legalDay }),
  z.object({ act: z.literal('withdraw'), text: must('请写为什么撤销') }),
])

export type IssueForm = z.output<typeof issueForm>
export type OrderForm = z.output<typeof orderForm>
export type OrderAct = OrderForm['act']

/** Who does what: whom it was sent to, or who sent it. */
export const orderDoers: Record<OrderAct, 'receiver' | 'issuer'> = {
  acknowledge: 'receiver',
  act: 'receiver',
  answer: 'receiver',
  accept: 'issuer',
  sendBack: 'issuer',
  newDay: 'issuer',
  withdraw: 'issuer',
}

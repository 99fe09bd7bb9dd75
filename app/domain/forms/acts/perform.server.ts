import { z } from 'zod'
import { perform as performItem } from '../../agreement/perform.server'
import { Refusal, wrong } from '../../refusal'
import { performanceKinds, performanceProofs } from '../../words/agreements'
import { isCode } from '../../words/words'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, day, money, row, text } from '../field-data'
import { happenedAt, idOf, legalDay, may, oneOf, several, yuan } from '../form-words'
import { itemOptions, itemsOf } from '../items.server'
import { namesOf, partiesOf } from '../people.server'

const parts = { whole: { label: '全部，或者剩下的全部' }, part: { label: '一部分钱' } } as const

/** The act calls the amount `amountFen`; here it is typed in yuan. */
const beside = (refusal: unknown): unknown =>
  refusal instanceof Refusal && refusal.fields.amountFen
    ? new Refusal(refusal.code, refusal.message, { amount: refusal.fields.amountFen })
    : refusal

/** 登记履行: one item, wholly or in part; by whom, with what proof, and when the other side said that it received it (U19). */
export const perform = define({
  field: true,
  schema: z
    .object({
      obligationId: idOf('请选哪一项'),
      part: oneOf(parts, '请选全部还是一部分'),
      amount: yuan.optional(),
      byText: may(120),
      manner: oneOf(performanceKinds, '没有这一种').optional(),
      proofs: several(10),
      proof: may(500),
      receivedOn: legalDay.optional(),
      happenedAt,
    })
    .superRefine(({ part, amount }, context) => {
      if (part === 'part' && amount === undefined) context.addIssue({ code: 'custom', path: ['amount'], message: '请填这次付了多少' })
      if (part === 'whole' && amount !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['amount'],
          message: '选了全部，不填金额；只付了一部分的，选“一部分钱”',
        })
    }),
  form: async ({ dispute, query, now }) => {
    const [items, parties] = await Promise.all([itemsOf(dispute.id), partiesOf(dispute.id)])
    const open = items.filter((item) => !item.finished || item.standing)
    const wanted = query.get('item') ?? ''
    const next = open.find(({ id }) => id === wanted) ?? open.find(({ standing }) => !standing)
    return {
      ...(!items.length && { barred: '现在没有生效的条款。条款还没有录的，先“变更协议”补录。' }),
      submit: '登记履行',
      fields: [
        choice('obligationId', '哪一项', itemOptions(open.length ? open : items), {
          layout: 'one',
          value: next?.id ?? '',
        }),
        choice('part', '履行了多少', choicesOf(parts), { value: 'whole', layout: 'one' }),
        money('amount', '这次付了多少', { later: '一部分才填' }),
        choice('manner', '怎么履行的', choicesOf(performanceKinds)),
        text('byText', '别人代付、代做的，写谁', { later: '本人就空着', suggestions: namesOf(parties) }),
        choice('proofs', '有什么凭证', choicesOf(performanceProofs), { many: true }),
        row(text('proof', '凭证说明', { later: '没有就空着' }), day('receivedOn', '对方收讫的日期', { later: true })),
        calm('人民调解不收费', '钱在双方之间直接给付，不经调解员的手。'),
        when(now, '什么时候履行的'),
      ],
    }
  },
  run: async (sent, { obligationId, amount, byText, manner, proofs, proof, receivedOn, happenedAt: at }) => {
    if (!(await itemsOf(sent.disputeId)).some(({ id }) => id === obligationId)) throw wrong('obligationId', '这一项不在现在生效的协议里')
    const kinds = proofs.flatMap((code) => (isCode(performanceProofs, code) ? [performanceProofs[code].label] : []))
    const words = [manner && performanceKinds[manner].label, kinds.join('、'), proof].filter(Boolean).join('；')
    try {
      return await performItem(sent, {
        obligationId,
        amountFen: amount,
        byText,
        proof: words || undefined,
        receivedOn,
        happenedAt: at,
      })
    } catch (refusal) {
      throw beside(refusal)
    }
  },
})

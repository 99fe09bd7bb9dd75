import { db } from '#app/db/client.server'
import { agree as agreeAll, agreeInPart, amend as amendAll } from '../../agreement/agree.server'
import { openDispute } from '../../dispute/read.server'
import { define } from '../define'
import { calm, long, number, row, text, type TermWords } from '../field-data'
import { must, whole } from '../form-words'
import { typedTerm } from '../term-words'
import { agreed, checked, fields, given } from './agreement-form.server'

export const agree = define({
  schema: agreed,
  form: async (asking) => ({ title: '写协议', submit: '达成协议', fields: await fields(asking) }),
  run: async (sent, form) => checked(await openDispute(sent.actor, sent.disputeId), form, () => agreeAll(sent, given(form))),
})

export const partial = define({
  schema: agreed.extend({
    who: must('请写明哪些人谈成了', 500),
    count: whole(0, 100_000, '谈成的').optional(),
    left: whole(0, 100_000, '还没谈成的').optional(),
  }),
  form: async (asking) => ({
    submit: '记下这一部分',
    fields: await fields(asking, [], {
      before: [
        text('who', '哪些人谈成了', { hint: '如：张某等三户' }),
        row(
          number('count', '谈成几个', { later: '不清楚就空着' }),
          number('left', '还剩几个', { hint: '填 0，调解到此结束', later: '不清楚就空着' }),
        ),
      ],
    }),
  }),
  run: async (sent, form) =>
    checked(await openDispute(sent.actor, sent.disputeId), form, () =>
      agreeInPart(sent, { ...given(form), who: form.who, count: form.count ?? null, left: form.left ?? null }),
    ),
})

/** What binds now, as the editor shows it. Two papers side by side count their rows on. */
async function termsNow(disputeId: string): Promise<TermWords[]> {
  const papers = await db.agreement.findMany({
    where: { disputeId, status: { in: ['inForce', 'contested'] } },
    include: { obligations: { orderBy: { position: 'asc' } } },
    orderBy: { madeAt: 'asc' },
  })
  let before = 0
  return papers.flatMap(({ obligations }) => {
    const shift = before
    before += obligations.length
    return obligations.map((one) => typedTerm({ ...one, dependsOn: one.dependsOn.map((place) => place + shift) }))
  })
}

export const amend = define({
  schema: agreed.extend({ why: must('请写明为什么变更') }),
  form: async (asking) => ({
    submit: '变更协议',
    fields: await fields(asking, await termsNow(asking.dispute.id), {
      before: [
        calm('全部条款重写一遍', '下面是现在生效的条款，改成双方新约定的。书面变更签字以前，原来的照样有效。'),
        long('why', '为什么变更'),
      ],
    }),
  }),
  run: async (sent, form) =>
    checked(await openDispute(sent.actor, sent.disputeId), form, () => amendAll(sent, { ...given(form), why: form.why })),
})

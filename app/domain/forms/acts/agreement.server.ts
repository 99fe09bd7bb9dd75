import { z } from 'zod'
import { db } from '#app/db/client.server'
import { agree as agreeAll, agreeInPart, amend as amendAll, settleOnSpot as settle } from '../../agreement/agree.server'
import { formOf, type Term } from '../../agreement/terms'
import { bodiesOf, type Person } from '../../actor'
import { openDispute } from '../../dispute/read.server'
import { Refusal, wrong } from '../../refusal'
import { rulesOf } from '../../types/type-rules'
import { agreementForms } from '../../words/agreements'
import { when } from '../common'
import { define, type Asking, type OpenDispute } from '../define'
import { calm, choice, choicesOf, group, long, money, number, row, say, text, tick as tickField, type FormField, type TermWords } from '../field-data'
import { happenedAt, may, must, tick, whole, yuan } from '../form-words'
import { yuanOf } from '../money'
import { mediatorsOf, namesOf, partiesOf } from '../people.server'
import { asTyped, termRows, termsField, typedTerm, unconfirmable, type TypedTerms } from '../term-words'

const agreed = z.object({ form: formOf, terms: termRows, later: tick, keep: tick, keepWhy: may(), total: yuan.optional(), content: may(5000), oralWhy: may(), happenedAt })
type Agreed = z.output<typeof agreed>

/** What the law says of such an agreement, said before it is written (U20, U23). */
function lawFields({ typeCode, subtypeCode }: OpenDispute): FormField[] {
  const { writtenRequired, ownershipNotConfirmable, statusNotConfirmable, noESign } = rulesOf(typeCode, subtypeCode)
  const rules = [writtenRequired, ownershipNotConfirmable, statusNotConfirmable, noESign].filter((rule) => rule !== undefined)
  return rules.map((rule) => say(rule.article ?? '提示', rule.say))
}

async function fields(asking: Asking, rows: TermWords[] = [], more: { before?: FormField[]; after?: FormField[] } = {}): Promise<FormField[]> {
  const { dispute, now } = asking
  const parties = await partiesOf(dispute.id)
  const paper = rulesOf(dispute.typeCode, dispute.subtypeCode).writtenRequired
  return [
    ...lawFields(dispute),
    ...(more.before ?? []),
    choice('form', '口头还是书面', choicesOf(agreementForms, (_, code) => (code === 'oral' ? '达成时生效，要记下内容；当场履行、数额小的用' : '双方和调解员签名、盖章后生效，可以申请司法确认')), { value: 'written' }),
    termsField(namesOf(parties), rows),
    tickField('later', '条款还没有录，先记下达成协议'),
    money('total', '双方说的付款总数', { hint: '填了就和上面各项核对', later: '没有就空着' }),
    group('法院不予确认的条款', [tickField('keep', '双方仍要按原话写'), text('keepWhy', '为什么按原话写', { later: '没有就空着' })], '提示某一条法院不予确认，双方还是要写的，才勾选'),
    long('content', '口头协议的内容', { hint: '口头协议由调解员记录内容（人民调解法第28条）；书面的空着' }),
    ...(paper ? [long('oralWhy', '为什么不写书面的', { hint: `${paper.say}一定要口头的才填，会留在路径上`, later: '书面的空着' })] : []),
    ...(more.after ?? []),
    when(now, '什么时候达成的'),
  ]
}

/** All that is to be paid by the list, as far as it is known: amount × heads × times. */
const paidInAll = (terms: Term[]) => terms.reduce((sum, { amountFen = 0n, heads = 1, times = 1 }) => sum + amountFen * BigInt(heads) * BigInt(times), 0n)

/** The form's own rules, then the act; what the act refuses is said beside the row it means. */
async function checked<T>(dispute: Pick<OpenDispute, 'typeCode' | 'subtypeCode'>, form: Agreed, run: () => Promise<T>): Promise<T> {
  if (!form.terms.terms.length && !form.later) throw wrong('terms', '至少写一项；条款以后再录的，在下面勾选')
  const sum = paidInAll(form.terms.terms)
  if (form.total !== undefined && sum !== form.total) throw wrong('total', `各项加起来是 ${yuanOf(sum)} 元，和这里的 ${yuanOf(form.total)} 元不一致`)
  const doubtful = unconfirmable(form.terms, rulesOf(dispute.typeCode, dispute.subtypeCode))
  if (doubtful.length && !form.keep) throw new Refusal('invalid', undefined, Object.fromEntries(doubtful.map(({ field, text: words }) => [field, words])))
  if (doubtful.length && !form.keepWhy) throw wrong('keepWhy', '按原话写的，请写明原因')
  if (form.form === 'oral' && !form.content) throw wrong('content', '口头协议要记下内容')
  try {
    return await run()
  } catch (refusal) {
    throw asTyped(refusal, form.terms)
  }
}

const given = ({ form, terms, content, oralWhy, keepWhy, happenedAt: at }: Agreed & { terms: TypedTerms }) => ({
  form, terms: terms.terms, content: [content, keepWhy && `按原话写的原因：${keepWhy}`].filter(Boolean).join('\n'), oralWhy, happenedAt: at,
})

export const agree = define({
  schema: agreed,
  form: async (asking) => ({ title: '写协议', submit: '达成协议', fields: await fields(asking) }),
  run: async (sent, form) => checked(await openDispute(sent.actor, sent.disputeId), form, () => agreeAll(sent, given(form))),
})

export const partial = define({
  schema: agreed.extend({ who: must('请写明哪些人谈成了', 500), count: whole(0, 100_000, '谈成的').optional(), left: whole(0, 100_000, '还没谈成的').optional() }),
  form: async (asking) => ({
    submit: '记下这一部分',
    fields: await fields(asking, [], {
      before: [
        text('who', '哪些人谈成了', { hint: '如：张某等三户' }),
        row(number('count', '谈成几个', { later: '不清楚就空着' }), number('left', '还剩几个', { hint: '填 0，调解到此结束', later: '不清楚就空着' })),
      ],
    }),
  }),
  run: async (sent, form) =>
    checked(await openDispute(sent.actor, sent.disputeId), form, () => agreeInPart(sent, { ...given(form), who: form.who, count: form.count ?? null, left: form.left ?? null })),
})

/** What binds now, as the editor shows it. Two papers side by side count their rows on. */
async function termsNow(disputeId: string): Promise<TermWords[]> {
  const papers = await db.agreement.findMany({ where: { disputeId, status: { in: ['inForce', 'contested'] } }, include: { obligations: { orderBy: { position: 'asc' } } }, orderBy: { madeAt: 'asc' } })
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
      before: [calm('全部条款重写一遍', '下面是现在生效的条款，改成双方新约定的。书面变更签字以前，原来的照样有效。'), long('why', '为什么变更')],
    }),
  }),
  run: async (sent, form) => checked(await openDispute(sent.actor, sent.disputeId), form, () => amendAll(sent, { ...given(form), why: form.why })),
})

const nobody = 'nobody'

/** Registered mediators whom whoever writes it down may name: themselves, and those of their own bodies. */
const settlersFor = (actor: Person, now: Date) => mediatorsOf(bodiesOf(actor, 'mediator', 'head'), now)
const local = async ({ townshipId, areaId }: OpenDispute, now: Date) => {
  const bodies = await db.body.findMany({ where: { channel: 'people', areaId: { in: [townshipId, areaId] }, validTo: null }, select: { id: true } })
  return mediatorsOf(bodies.map(({ id }) => id), now)
}
const settlers = async (actor: Person, dispute: OpenDispute, now: Date) => {
  const all = [...(await settlersFor(actor, now)), ...(await local(dispute, now))]
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)
}

export const settleOnSpot = define({
  field: true,
  schema: agreed.extend({ by: z.string({ error: '请选谁调解的' }).max(60, '没有填对') }),
  form: async (asking) => {
    const { actor, dispute, now } = asking
    const mediators = await settlers(actor, dispute, now)
    const own = mediators.find(({ id }) => id === actor.accountId)
    return {
      submit: '现场化解',
      fields: await fields(asking, [], {
        before: [
          choice('by', '谁调解的', [
            ...mediators.map(({ id, name, body }) => ({ value: id, label: id === own?.id ? `我（${name}）` : name, hint: body })),
            { value: nobody, label: '没有登记的调解员，双方自行和解', hint: '留在路径上并回访，不作调解案件统计，不能司法确认' },
          ], { layout: 'one', value: own?.id ?? nobody }),
        ],
      }),
    }
  },
  run: async (sent, form) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    const mediator = (await settlers(sent.actor, dispute, new Date())).find(({ id }) => id === form.by)
    if (!mediator && form.by !== nobody) throw wrong('by', '请选谁调解的')
    return checked(dispute, form, () => settle(sent, { ...given(form), ...(mediator && { mediatorId: mediator.id }) }))
  },
})


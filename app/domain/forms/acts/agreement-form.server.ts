import { z } from 'zod'
import { formOf, type Term } from '../../agreement/terms'
import { Refusal, wrong } from '../../refusal'
import { rulesOf } from '../../types/type-rules'
import { agreementForms } from '../../words/agreements'
import { when } from '../common'
import { type Asking, type OpenDispute } from '../define'
import { calm, choice, choicesOf, folded, long, money, say, text, tick as tickField, type FormField, type TermWords } from '../field-data'
import { happenedAt, may, tick, yuan } from '../form-words'
import { yuanOf } from '../money'
import { namesOf, partiesOf } from '../people.server'
import { asTyped, termRows, termsField, unconfirmable, type TypedTerms } from '../term-words'

export const agreed = z.object({
  form: formOf,
  terms: termRows,
  later: tick,
  keep: tick,
  keepWhy: may(),
  total: yuan.optional(),
  content: may(5000),
  /** A party asked for paper: then an oral one wants a reason (U20). */
  paperAsked: tick,
  oralWhy: may(),
  happenedAt,
})
type Agreed = z.output<typeof agreed>

/** What the law says of such an agreement, said before it is written (U20, U23). */
function lawFields({ typeCode, subtypeCode }: OpenDispute): FormField[] {
  const { writtenRequired, ownershipNotConfirmable, statusNotConfirmable, noESign } = rulesOf(typeCode, subtypeCode)
  const rules = [writtenRequired, ownershipNotConfirmable, statusNotConfirmable, noESign].filter((rule) => rule !== undefined)
  return rules.map((rule) => say(rule.article ?? '提示', rule.say))
}

export async function fields(
  asking: Asking,
  rows: TermWords[] = [],
  more: { before?: FormField[]; form?: 'oral' } = {},
): Promise<FormField[]> {
  const { dispute, now } = asking
  const parties = await partiesOf(dispute.id)
  const paper = rulesOf(dispute.typeCode, dispute.subtypeCode).writtenRequired
  return [
    ...lawFields(dispute),
    ...(more.before ?? []),
    choice(
      'form',
      '口头还是书面',
      choicesOf(agreementForms, (_, code) =>
        code === 'oral' ? '达成时生效，要记下内容；当场履行、数额小的用' : '双方和调解员签名、盖章后生效，可以申请司法确认',
      ),
      { value: more.form ?? 'written', layout: 'one' },
    ),
    tickField('paperAsked', '有当事人要求写书面的'),
    calm('建议写书面的', '不当场履行的、数额大的、以后要申请司法确认的，写书面协议。口头协议不能申请司法确认。'),
    termsField(namesOf(parties), rows),
    tickField('later', '条款还没有录，先记下达成协议'),
    money('total', '双方说的付款总数', { hint: '填了就和上面各项核对', later: '没有就空着' }),
    folded(
      '法院不予确认的条款',
      [tickField('keep', '双方仍要按原话写'), text('keepWhy', '为什么按原话写', { later: '没有就空着' })],
      '提示某一条法院不予确认，双方还是要写的，才勾选',
    ),
    long('content', '口头协议的内容', { hint: '口头协议由调解员记录内容（人民调解法第28条）；书面的空着' }),
    long('oralWhy', '为什么不写书面的', {
      hint: `${paper ? paper.say : '有当事人要求书面的，应当写书面协议。'}一定要口头的才填，会留在路径上`,
      later: '书面的空着',
    }),
    when(now, '什么时候达成的'),
  ]
}

/** All that is to be paid by the list, as far as it is known: amount × heads × times. */
const paidInAll = (terms: Term[]) =>
  terms.reduce((sum, { amountFen = 0n, heads = 1, times = 1 }) => sum + amountFen * BigInt(heads) * BigInt(times), 0n)

/** The form's own rules, then the act; what the act refuses is said beside the row it means. */
export async function checked<T>(dispute: Pick<OpenDispute, 'typeCode' | 'subtypeCode'>, form: Agreed, run: () => Promise<T>): Promise<T> {
  if (!form.terms.terms.length && !form.later) throw wrong('terms', '至少写一项；条款以后再录的，在下面勾选')
  const sum = paidInAll(form.terms.terms)
  if (form.total !== undefined && sum !== form.total)
    throw wrong('total', `各项加起来是 ${yuanOf(sum)} 元，和这里的 ${yuanOf(form.total)} 元不一致`)
  const doubtful = unconfirmable(form.terms, rulesOf(dispute.typeCode, dispute.subtypeCode))
  if (doubtful.length && !form.keep)
    throw new Refusal('invalid', undefined, Object.fromEntries(doubtful.map(({ field, text: words }) => [field, words])))
  if (doubtful.length && !form.keepWhy) throw wrong('keepWhy', '按原话写的，请写明原因')
  if (form.form === 'oral' && form.paperAsked && !form.oralWhy)
    throw wrong('oralWhy', '有当事人要求书面的，写书面协议；一定要口头的，请写明原因')
  if (form.form === 'oral' && !form.content) throw wrong('content', '口头协议要记下内容')
  try {
    return await run()
  } catch (refusal) {
    throw asTyped(refusal, form.terms)
  }
}

export const given = ({ form, terms, content, oralWhy, keepWhy, happenedAt: at }: Agreed & { terms: TypedTerms }) => ({
  form,
  terms: terms.terms,
  content: [content, keepWhy && `按原话写的原因：${keepWhy}`].filter(Boolean).join('\n'),
  oralWhy,
  happenedAt: at,
})

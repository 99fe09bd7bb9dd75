import { z } from 'zod'
import { giveOutcome } from '../../agreement/outcome.server'
import { wrong } from '../../refusal'
import { outcomeResults, type AgreementForm } from '../../words/agreements'
import { formOf } from '../../agreement/terms'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, long, text } from '../field-data'
import { happenedAt, may, oneOf } from '../form-words'
import { namesOf, partiesOf } from '../people.server'
import { asTyped, termRows, termsField } from '../term-words'

/** An official paper is no agreement between the sides. */
const paperForms = { written: { label: '有文书' }, oral: { label: '没有文书，当场办结' } } as const satisfies Record<
  AgreementForm,
  { label: string }
>

/** 办理结果 of a court or organ: settled, decided or handed back; what its own paper obliges to. */
export const outcome = define({
  schema: z
    .object({
      result: oneOf(outcomeResults, '请选办理的结果'),
      number: may(60),
      why: may(5000),
      form: formOf.default('written'),
      terms: termRows,
      happenedAt,
    })
    .superRefine(({ result, why }, context) => {
      if (result === 'handedBack' && !why) context.addIssue({ code: 'custom', path: ['why'], message: '请写明为什么退回' })
    }),
  form: async ({ dispute, now }) => ({
    submit: '记下办理结果',
    fields: [
      choice(
        'result',
        '结果',
        choicesOf(outcomeResults, (_, code) => (code === 'handedBack' ? '回到分流岗，另行办理' : '进入履行，写下应当履行的义务')),
        { layout: 'one' },
      ),
      text('number', '文书编号', { hint: '调解书、判决书、裁决书、决定书的编号', later: true }),
      long('why', '办理情况', { hint: '不写双方的让步' }),
      calm('文书里的义务', '退回的不写。没有应当履行的义务的，也空着。'),
      choice('form', '文书', choicesOf(paperForms), { value: 'written' }),
      termsField(namesOf(await partiesOf(dispute.id)), [], '文书里的义务'),
      when(now, '什么时候办结的'),
    ],
  }),
  run: async (sent, { result, number, why, form, terms, happenedAt: at }) => {
    if (result === 'handedBack' && terms.terms.length) throw wrong('terms', '退回的，不写义务')
    const words = [number && `文书编号：${number}`, why].filter(Boolean).join('\n')
    try {
      return await giveOutcome(sent, {
        result,
        form,
        why: words,
        happenedAt: at,
        ...(terms.terms.length && { terms: terms.terms }),
      })
    } catch (refusal) {
      throw asTyped(refusal, terms)
    }
  },
})

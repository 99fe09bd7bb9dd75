import { z } from 'zod'
import { reading } from '#app/db/client.server'
import type { Finding } from '../../conflict/findings'
import { standings } from '../../conflict/links.server'
import { barsForGood, findingWords, loadWords } from '../../conflict/words'
import { assign as assignTo } from '../../dispute/assign.server'
import { ties } from '../../words/ties'
import { when } from '../common'
import { answerFields, answersOf, answersShape } from '../answer-fields'
import { define, type OpenDispute } from '../define'
import { calm, choice, choicesOf, text } from '../field-data'
import { happenedAt, idOf, may, oneOf, several } from '../form-words'
import { nameable, type Mediator } from '../people.server'

const hintOf = (one: Mediator, findings: readonly Finding[]) =>
  [...findings.map(findingWords), one.away ? '请假中' : '', one.languages, loadWords(one)].filter(Boolean).join('，')

/** Each with what stands between them and the sides; who is barred for good cannot be pressed. */
async function optionsFor(dispute: OpenDispute, now: Date) {
  const mediators = await nameable(dispute, now)
  const rows = await standings(reading, { accountIds: mediators.map(({ id }) => id) }, [dispute.id])
  return mediators.map((one) => {
    const findings = rows.find(({ mediatorId }) => mediatorId === one.id)?.findings ?? []
    return { value: one.id, label: one.name, hint: hintOf(one, findings), disabled: barsForGood(findings) }
  })
}

/** 指派: the first leads. What bars is refused by the act, other ties are told and accepted (U15). */
export const assign = define({
  schema: z.object({
    lead: idOf('请选主办调解员'),
    others: several(10),
    wish: may(300),
    tie: oneOf(ties, '请选有没有利害关系').default('none'),
    tieWhat: may(300),
    ...answersShape,
    happenedAt,
  }),
  form: async ({ dispute, now }) => {
    const options = await optionsFor(dispute, now)
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
        choice(
          'tie',
          '和当事人有没有利害关系',
          choicesOf(ties, ({ bars }) => (bars ? '不能指派，请另选一位' : null)),
          { value: 'none' },
        ),
        text('tieWhat', '是谁、什么关系', { hint: '有利害关系才填', later: '没有就空着' }),
        ...answerFields,
        when(now, '什么时候指派的'),
      ],
    }
  },
  run: (sent, { lead, others, wish, tie, tieWhat, happenedAt: at, ...typed }) =>
    assignTo(sent, {
      mediatorIds: [lead, ...others],
      wish,
      tie: { kind: tie, what: tieWhat, accepted: typed.tieAccepted },
      answers: answersOf(typed, tie === 'none' ? undefined : tieWhat),
      happenedAt: at,
    }),
})

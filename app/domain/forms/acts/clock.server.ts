import { z } from 'zod'
import { db } from '#app/db/client.server'
import { dayIn } from '../../calendar/days'
import { unitLabels } from '../../calendar/period-rule'
import { ruleBook } from '../../calendar/rule-book.server'
import { pauseGround } from '../../deadline/plan'
import { advanceDispute } from '../../dispute/advance.server'
import { openDispute } from '../../dispute/read.server'
import { wrong } from '../../refusal'
import { suspendReasons } from '../../words/reasons'
import { ruleOf, ruleWords, when } from '../common'
import { define, type OpenDispute } from '../define'
import { calm, choice, choicesOf, long, number, row, say, select, tick as tickField } from '../field-data'
import { happenedAt, may, must, oneOf, tick, whole } from '../form-words'

const path = (words: string) => ({ kind: 'why', audience: 'path', text: words }) as const

/** The mediation's running period and the rule it was counted by. */
async function mediationPeriod(dispute: OpenDispute) {
  const book = await ruleBook(db, dispute.rulesVersion)
  const deadline = dispute.deadlines.find(({ period }) => period === 'mediation')
  return { book, deadline, rule: ruleOf(book, deadline) }
}

const units = { d: { label: unitLabels.d }, wd: { label: unitLabels.wd } } as const
const consents = z.object({ applicantAgrees: tick, respondentAgrees: tick })
const consentFields = () => [row(tickField('applicantAgrees', '申请方同意'), tickField('respondentAgrees', '被申请方同意'))]
const both = ({ applicantAgrees, respondentAgrees }: z.output<typeof consents>) => applicantAgrees && respondentAgrees

export const extend = define({
  schema: consents
    .extend({
      days: whole(1, 180, '天数'),
      unit: oneOf(units, '请选怎么算'),
      why: must('请写明为什么延期'),
      happenedAt,
    })
    .superRefine((form, context) => {
      if (!both(form)) context.addIssue({ code: 'custom', path: ['applicantAgrees'], message: '延期要双方都同意' })
    }),
  form: async ({ dispute, now }) => {
    const { deadline, rule } = await mediationPeriod(dispute)
    const words = rule && deadline ? [ruleWords(rule, deadline.lastDay)] : []
    const grounded = rule !== undefined && rule.extends !== 'none'
    return {
      fields: [
        grounded
          ? calm('可以延长', ...words)
          : say('这个期限没有延长的依据', ...words, '只记下双方同意，改“复看日期”；法定的调解期限照常走，到期照常提醒。'),
        row(number('days', '延长多少'), select('unit', '怎么算', choicesOf(units), { value: rule?.unit === 'wd' ? 'wd' : 'd' })),
        ...consentFields(),
        long('why', '为什么延期'),
        when(now, '什么时候约定的'),
      ],
    }
  },
  run: (sent, { days, unit, why, happenedAt: at }) =>
    advanceDispute(sent, {
      event: { type: 'extend', days, unit },
      happenedAt: at,
      texts: [path(`双方同意延长${days}${unitLabels[unit]}：${why}`)],
    }),
})

export const suspend = define({
  schema: consents.extend({ reason: oneOf(suspendReasons, '请选中止的原因'), why: may(), happenedAt }),
  form: async ({ dispute, now }) => {
    const { book, deadline } = await mediationPeriod(dispute)
    const running = deadline && { ...deadline, dueAt: new Date(deadline.dueAt) }
    const ground = (reason: string) => (running ? pauseGround(book, running, reason, dayIn(now)) : null)
    return {
      fields: [
        choice(
          'reason',
          '为什么中止',
          choicesOf(suspendReasons, (_, code) => {
            const found = ground(code)
            return found ? `调解期限停：${found.label}（${found.article}）` : '调解期限照常走，要双方同意，只改复看日期'
          }),
          { layout: 'one' },
        ),
        ...consentFields(),
        long('why', '说明', { later: '没有就空着' }),
        when(now, '从什么时候起'),
      ],
    }
  },
  run: async (sent, form) => {
    const { book, deadline } = await mediationPeriod(await openDispute(sent.actor, sent.disputeId))
    const at = form.happenedAt ?? new Date()
    const ground = deadline && pauseGround(book, { ...deadline, dueAt: new Date(deadline.dueAt) }, form.reason, dayIn(at))
    if (!ground && !both(form)) throw wrong('applicantAgrees', '这个原因没有停止期限的依据，要双方都同意才中止')
    const consent = both(form) ? '，双方同意' : ''
    const words = `${suspendReasons[form.reason].label}${consent}${form.why ? `：${form.why}` : ''}`
    return advanceDispute(sent, {
      event: { type: 'suspend', reason: form.reason },
      happenedAt: form.happenedAt,
      texts: [path(words)],
    })
  },
})

export const resume = define({
  schema: z.object({ why: may(), happenedAt }),
  form: ({ now }) => ({
    submit: '恢复调解',
    fields: [long('why', '现在的情况', { later: '没有就空着' }), when(now, '从什么时候起')],
  }),
  run: (sent, { why, happenedAt: at }) => advanceDispute(sent, { event: { type: 'resume' }, happenedAt: at, texts: [path(why ?? '')] }),
})

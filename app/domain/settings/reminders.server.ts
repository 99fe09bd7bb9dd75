import { z } from 'zod'
import { periods } from '#machines/periods'
import { reading, type Tx } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'
import type { Person } from '../actor'
import { addDays, dateOf, dayIn, formatDate, type LegalDay } from '../calendar/days'
import { legalDay, must, whole } from '../forms/form-words'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { reminded, type Reminded, type ReminderRule } from '../reminder/rules'
import { typeLabel } from '../types/dispute-types'
import { riskLevels } from '../words/danger-signs'
import { change, demandFresh, type Setting } from './act.server'
import { choice, day, number, row, select, text, type SettingForm } from './fields'
import { ownDistrict } from './period-page.server'
import { demandAdministrator, demandSetting } from './permissions'
import { raiseRules } from './rules-version.server'

const parts = Object.keys(reminded) as [Reminded, ...Reminded[]]

/** The next version of one step: how many days, whom, whether by text message, or that it is no longer sent. */
export const reminderForm = z.object({
  n: whole(0, 90, '天数'),
  unit: z.enum(['d', 'wd'], { error: '请选单位' }),
  audience: z.enum(parts, { error: '请选提醒谁' }),
  text: z.enum(['yes', 'no'], { error: '请选发不发短信' }),
  kept: z.enum(['keep', 'stop'], { error: '请选还提醒不提醒' }),
  owner: must('请写谁负责', 60),
  note: must('请写为什么改', 300),
  from: legalDay,
})
export type ReminderForm = z.output<typeof reminderForm>

type Row = { rule: ReminderRule; owner: string; note: string | null; by: string | null }

const rowsOf = (tx: Pick<Tx, '$queryRaw'>, code: string | null = null) => tx.$queryRaw<Row[]>`
  select r.rule, r.owner, r.note, a.name as by from reminder_rule r left join account a on a.id = r.recorded_by_id
  where ${code}::text is null or r.code = ${code} order by r.code, r.version limit 1000`

const unitWords = { d: '天', wd: '个工作日' } as const

/** 到期前 3 天, 到期当天, 超期 1 个工作日 */
const whenWords = ({ moment, n, unit }: ReminderRule): string =>
  moment === 'at' ? '到期当天' : `${moment === 'before' ? '到期前' : '超期'} ${n} ${unitWords[unit]}`

const forWords = ({ types, risks }: ReminderRule): string =>
  [types.map((type) => typeLabel(type)).join('、'), risks.map((risk) => riskLevels[risk].label).join('、')].filter(Boolean).join('；') ||
  '所有纠纷'

const lineOf = ({ rule, owner }: Row, today: LegalDay) => ({
  id: `${rule.code}@${rule.version}`,
  href: `/settings/reminders/${encodeURIComponent(rule.code)}`,
  periods: rule.periods.map((period) => periods[period]).join('、'),
  when: whenWords(rule),
  who: reminded[rule.audience],
  which: forWords(rule),
  text: rule.text ? '同时发短信' : '',
  owner,
  state: rule.validTo && rule.validTo < today ? '已停' : rule.validFrom > today ? `${formatDate(rule.validFrom)}起` : '',
})

/** Days from the last day: before it, on it, after it. */
const fromLastDay = ({ moment, n }: ReminderRule): number => (moment === 'before' ? -n : moment === 'at' ? 0 : n)
const firstPeriod = ({ periods: [first = 'triage'] }: ReminderRule): number => Object.keys(periods).indexOf(first)
/** Period after period as a dispute runs through them, and within one as time goes. */
const byWhen = (a: ReminderRule, b: ReminderRule): number => firstPeriod(a) - firstPeriod(b) || fromLastDay(a) - fromLastDay(b)

/** Every step that is in force or will be, in the order of the periods. Throws Refusal notFound for who is no administrator. */
export async function reminderList(actor: Person, now = new Date()) {
  demandAdministrator(actor)
  const today = dayIn(now)
  const rows = await rowsOf(reading)
  const current = rows.filter(({ rule }) => !rule.validTo || rule.validTo >= today)
  return current.sort((a, b) => byWhen(a.rule, b.rule)).map((one) => lineOf(one, today))
}

const formOf = (rule: ReminderRule, owner: string, today: LegalDay): SettingForm => ({
  act: 'reminder',
  title: '改这一步',
  fields: [
    row(
      number('n', rule.moment === 'after' ? '超期多少' : '提前多少', { value: String(rule.n) }),
      select(
        'unit',
        '单位',
        Object.entries(unitWords).map(([value, label]) => ({ value, label })),
        { value: rule.unit },
      ),
    ),
    select(
      'audience',
      '提醒谁',
      parts.map((value) => ({ value, label: reminded[value] })),
      { value: rule.audience },
    ),
    choice(
      'text',
      '短信',
      [
        { value: 'yes', label: '同时发短信' },
        { value: 'no', label: '不发' },
      ],
      { value: rule.text ? 'yes' : 'no' },
    ),
    choice(
      'kept',
      '还提醒吗',
      [
        { value: 'keep', label: '照这样提醒' },
        { value: 'stop', label: '从那天起不再提醒' },
      ],
      { value: 'keep' },
    ),
    text('owner', '谁负责', { value: owner }),
    text('note', '为什么改', {}),
    day('from', '从哪天起', { value: today, hint: '最后一天在这一天以后的，按新的提醒' }),
  ],
  submit: '从那天起这样提醒',
  seen: String(rule.version),
})

/** One step with its versions and the form of the next. Throws Refusal notFound. */
export async function reminderSetting(actor: Person, code: string, now = new Date()) {
  demandSetting(actor, 'period', await ownDistrict(reading, actor))
  const rows = await rowsOf(reading, code)
  const latest = rows.at(-1)
  if (!latest) throw new Refusal('notFound', '没有这一步提醒')
  const today = dayIn(now)
  return {
    title: `${whenWords(latest.rule)}提醒${reminded[latest.rule.audience]}`,
    facts: [
      { label: '哪些期限', value: lineOf(latest, today).periods },
      { label: '哪些纠纷', value: forWords(latest.rule) },
      { label: '谁负责', value: latest.owner },
    ],
    versions: rows.map((one) => ({ ...lineOf(one, today), note: one.note ?? '', by: one.by ?? '' })),
    form: formOf(latest.rule, latest.owner, today),
  }
}

/** A new version of one step from a day on, or its end. Throws Refusal: notFound, stale, invalid beside its field. */
export const changeReminder = (setting: Setting, code: string, form: ReminderForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    demandSetting(actor, 'period', await ownDistrict(tx, actor))
    const version = await raiseRules(tx)
    const latest = (await rowsOf(tx, code)).at(-1)?.rule
    if (!latest) throw new Refusal('notFound', '没有这一步提醒')
    demandFresh(setting.seen, String(latest.version))
    if (form.from < dayIn(now)) throw wrong('from', '不能早于今天')
    if (form.from <= latest.validFrom) throw wrong('from', `要晚于${formatDate(latest.validFrom)}`)
    if (latest.moment !== 'at' && form.n === 0) throw wrong('n', '至少一天')
    const until = addDays(form.from, -1)
    const { validTo: _, ...kept } = latest
    await tx.reminderRule.update({
      where: { code_version: { code, version: latest.version } },
      data: {
        rule: { ...kept, periods: [...latest.periods], types: [...latest.types], risks: [...latest.risks], validTo: until },
        validTo: dateOf(until),
      },
    })
    if (form.kept === 'keep') {
      const { n, unit, audience } = form
      const next = { ...kept, version: latest.version + 1, n, unit, audience, text: form.text === 'yes', validFrom: form.from }
      await tx.reminderRule.create({
        data: {
          id: newId(),
          code,
          version: next.version,
          rule: { ...next, periods: [...next.periods], types: [...next.types], risks: [...next.risks] },
          owner: form.owner,
          note: form.note,
          recordedById: actor.accountId,
          recordedAt: now,
          validFrom: dateOf(form.from),
        },
      })
    }
    await addJobs(tx, [{ task: 'rescheduleReminders', payload: { version }, key: 'reschedule reminders' }])
    await record(
      'reminder.change',
      { kind: 'account', id: actor.accountId },
      { code, kept: form.kept, n: form.n, unit: form.unit, who: form.audience, from: form.from },
    )
  })

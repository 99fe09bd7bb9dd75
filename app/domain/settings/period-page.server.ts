import { reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { addDays, dayIn, formatDate, type LegalDay } from '../calendar/days'
import { describeRule, inForceOn } from '../calendar/find-rule'
import { confidenceLabels, lengthLabel, mayExtendLabels, unitLabels, type PeriodRule } from '../calendar/period-rule'
import { Refusal } from '../refusal'
import { areaRow } from './areas-rows.server'
import { choice, day, number, row, select, text, type FormField } from './fields'
import { demandAdministrator, demandSetting, maySet, type Place, type SettingAct } from './permissions'

export type RuleRow = { rule: PeriodRule; note: string | null; by: string | null; recordedAt: Date | null }
type Tx = typeof reading

/** Every version of every rule, or of one. */
export const ruleRows = (tx: Tx, code: string | null = null) => tx.$queryRaw<RuleRow[]>`
  select p.rule, p.owner_note as note, a.name as by, p.recorded_at as "recordedAt" from period_rule p left join account a on a.id = p.recorded_by_id
  where ${code}::text is null or p.code = ${code} order by p.code, p.version limit 1000`

/** The district that an administrator of it sets periods for; null for administrators of a township. */
export async function ownDistrict(tx: Tx, actor: Person): Promise<Place | null> {
  const rows = await Promise.all(areasOf(actor, 'admin').map((id) => areaRow(tx, id)))
  return rows.find((one) => one && maySet(actor, 'period', one)) ?? null
}

/** The same, for an act of the whole district. Throws Refusal notFound. */
export async function demandOwnDistrict(tx: Tx, actor: Person, act: SettingAct): Promise<Place> {
  const district = await ownDistrict(tx, actor)
  demandSetting(actor, act, district)
  return district
}

const lengthOf = ({ length, unit }: PeriodRule) => lengthLabel({ n: length, unit })
const isSetting = ({ confidence }: PeriodRule) => confidence === 'setting'

const stateWords = (rule: PeriodRule, inForce: boolean) => {
  if (rule.confidence !== 'text' && rule.confidence !== 'frag' && !rule.owner) return '不生效：没有人负责'
  return inForce ? '' : '还没到时候'
}

function lineOf({ rule, note }: RuleRow, today: LegalDay) {
  const { name, starts, pauses, extends: may, maxExtension, expectedOnly, validFrom, validTo } = rule
  const extension = mayExtendLabels[may] + (maxExtension ? `，最多${lengthLabel(maxExtension)}` : '')
  return {
    id: `${rule.code}@${rule.version}`,
    code: rule.code,
    name,
    length: lengthOf(rule),
    starts: `从${starts}起`,
    pauses: pauses.map(({ label, article }) => `${label}（${article}）`).join('；') || '不停',
    extension,
    source: describeRule(rule),
    confidence: isSetting(rule) ? '' : confidenceLabels[rule.confidence],
    owner: [rule.owner ?? '', note ?? ''].filter(Boolean).join('：'),
    from: `${formatDate(validFrom)}起${validTo ? `，到${formatDate(validTo)}` : ''}`,
    state: stateWords(rule, inForceOn(rule, today)),
    expected: expectedOnly === true,
  }
}

export type PeriodLine = ReturnType<typeof lineOf> & { href?: string }

/** Every period with its words: the district's own, the law's that are ours to guard, and other offices' clocks. Throws Refusal notFound. */
export async function periodList(actor: Person, now = new Date()) {
  demandAdministrator(actor)
  const [rows, district] = await Promise.all([ruleRows(reading), ownDistrict(reading, actor)])
  const today = dayIn(now)
  const current = rows.filter(({ rule }) => !rule.validTo || rule.validTo >= today)
  const lines = current.map((one) => ({ one, line: lineOf(one, today) }))
  const own = lines
    .filter(({ one }) => isSetting(one.rule))
    .map(({ one, line }): PeriodLine => ({ ...line, ...(district && { href: `/settings/periods/${one.rule.code}` }) }))
  const law = lines.filter(({ one }) => !isSetting(one.rule))
  return {
    own,
    law: law.filter(({ line }) => !line.expected).map(({ line }): PeriodLine => line),
    others: law.filter(({ line }) => line.expected).map(({ line }): PeriodLine => line),
    mayChange: district !== null,
  }
}

const fieldsOf = (rule: PeriodRule, earliest: LegalDay): FormField[] => [
  row(
    number('length', '多长', { value: String(rule.length) }),
    select(
      'unit',
      '单位',
      Object.entries(unitLabels).map(([value, label]) => ({ value, label })),
      { value: rule.unit },
    ),
  ),
  choice(
    'rest',
    '最后一天是休息日',
    [
      { value: 'moves', label: '顺延到下一个工作日' },
      { value: 'stays', label: '不顺延' },
    ],
    { value: rule.rest ? 'moves' : 'stays' },
  ),
  text('owner', '谁负责', { value: rule.owner ?? '', hint: '哪个单位、哪位负责人定的。没有人负责，期限就不生效' }),
  text('note', '依据', { hint: '哪份文件、哪次会议，为什么改' }),
  day('from', '从哪天起', { value: earliest, hint: `最早${formatDate(earliest)}。已经在走的期限不变，那天以后开始的才照新的算` }),
]

/** The earliest day from which a next version may hold. */
export const earliestFor = (latest: PeriodRule, today: LegalDay): LegalDay =>
  latest.validFrom >= today ? addDays(latest.validFrom, 1) : today

/** One setting of the district with its versions and the form of the next. Throws Refusal notFound for a law's period and for who may not. */
export async function periodSetting(actor: Person, code: string, now = new Date()) {
  const [rows, district] = await Promise.all([ruleRows(reading, code), ownDistrict(reading, actor)])
  demandSetting(actor, 'period', district)
  const latest = rows.at(-1)
  if (!latest || !isSetting(latest.rule)) throw new Refusal('notFound', '没有这一项，或者它是法定的，这里不能改')
  const today = dayIn(now)
  const { rule } = latest
  return {
    title: rule.name,
    facts: [
      { label: '从什么时候算', value: rule.starts },
      { label: '现在', value: lengthOf(rows.find((one) => inForceOn(one.rule, today))?.rule ?? rule) },
      { label: '中途停不停', value: rule.pauses.map(({ label }) => label).join('、') || '不停' },
      { label: '谁可以延长', value: mayExtendLabels[rule.extends] },
    ],
    versions: rows.map((one) => ({
      ...lineOf(one, today),
      by: one.by && one.recordedAt ? `${one.by} ${formatDate(dayIn(one.recordedAt))}记` : '',
    })),
    form: {
      act: 'period',
      title: '改这一项',
      fields: fieldsOf(rule, earliestFor(rule, today)),
      submit: '从那天起这样算',
      seen: String(rule.version),
    },
  }
}

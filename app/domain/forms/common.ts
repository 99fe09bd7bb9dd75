import { dayIn, formatDate, shanghaiIso } from '../calendar/days'
import { lengthLabel, mayExtendLabels, type PeriodRule } from '../calendar/period-rule'
import { describeRule } from '../calendar/find-rule'
import type { RuleBook } from '../calendar/rule-book.server'
import type { RunningDeadline } from '../dispute/load.server'
import { waysFor } from '../types/ways'
import { tellings } from '../words/parties'
import type { OpenDispute } from './define'
import { calm, choice, choicesOf, moment, row, text, type FormField, type Option } from './field-data'

/** An instant as a field has it: Shanghai's clock, to the minute. */
export const typedMoment = (at: Date): string => shanghaiIso(at).slice(0, 16)
export const typedDay = (at: Date): string => dayIn(at)

/** Every act asks when it was done: now, unless it was earlier. */
export const when = (now: Date, label = '什么时候办的'): FormField =>
  moment('happenedAt', label, { value: typedMoment(now), hint: '已填现在；早些时候办的，改成那时' })

/** The ways that are open, to be told when the matter ends here without an agreement (U22). */
export function wayFields(
  { typeCode, subtypeCode }: Pick<OpenDispute, 'typeCode' | 'subtypeCode'>,
  teller: string,
  now: Date,
): FormField[] {
  const ways = waysFor(typeCode, subtypeCode)
  const options: Option[] = ways.map(({ say, article }, at) => ({
    value: String(at),
    label: say,
    ...(article && { hint: article }),
  }))
  const written = ways.some((way) => way.written)
  return [
    ...(written ? [calm('要书面告知', '交通事故调解终止后三个工作日内，双方可以书面申请交警调解，告知书要写明日期。')] : []),
    choice('ways', '告知了哪些途径', options, { many: true, value: options.map(({ value }) => value), layout: 'one' }),
    text('otherWay', '其他途径', { later: '没有就空着' }),
    choice('toldHow', '怎么告知的', choicesOf(tellings), { value: written ? 'paper' : 'inPerson', layout: 'two' }),
    row(text('toldBy', '谁告知的', { value: teller }), moment('toldAt', '什么时候告知的', { value: typedMoment(now) })),
  ]
}

type Told = { ways: string[]; otherWay?: string; toldHow: keyof typeof tellings; toldBy: string; toldAt?: Date }

/** What was told, as it stands on the path: each way, by whom, how and when. */
export function toldText(dispute: Pick<OpenDispute, 'typeCode' | 'subtypeCode'>, told: Told, now: Date): string {
  const known = waysFor(dispute.typeCode, dispute.subtypeCode)
  const said = told.ways.flatMap((at) => known[Number(at)]?.say ?? [])
  const all = [...said, ...(told.otherWay ? [told.otherWay] : [])]
  const at = shanghaiIso(told.toldAt ?? now)
    .slice(0, 16)
    .replace('T', ' ')
  return `${tellings[told.toldHow].label}告知（${told.toldBy}，${at}）：${all.map((way, no) => `${no + 1}. ${way}`).join('；')}`
}

/** The version of the rule by which a running period is counted. */
export const ruleOf = (book: RuleBook, deadline: RunningDeadline | undefined): PeriodRule | undefined =>
  deadline && book.rules.filter(({ code, version }) => code === deadline.ruleCode && version === (deadline.ruleVersion ?? version)).at(-1)

/** 人民调解期限1个月，到2026年12月23日（司法部令75第33条（待核））；不得延长 */
export function ruleWords(rule: PeriodRule, lastDay: string): string {
  return `${rule.name}${lengthLabel({ n: rule.length, unit: rule.unit })}，到${formatDate(lastDay)}（${describeRule(rule)}）；${mayExtendLabels[rule.extends]}`
}

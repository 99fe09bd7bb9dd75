import { read } from '#app/db/client.server'
import { roleLabels, type Person, type Role } from '../../actor'
import { dayIn, formatDate } from '../../calendar/days'
import { describeRule, ruleByCode } from '../../calendar/find-rule'
import { lengthLabel, type PeriodRule } from '../../calendar/period-rule'
import { Refusal } from '../../refusal'
import { cards, spoken } from './cards'

const isRole = (text: string): text is Role => Object.hasOwn(cards, text)

/** What the district has in force today, in the card's order: 分流期限, 纠纷到分流岗起, 1个工作日, 本区设定. */
async function periodsOf(codes: readonly string[], today: string) {
  const rows = await read<{ rule: PeriodRule }[]>`select rule from period_rule where code = any(${[...codes]}) order by version limit 200`
  const rules = rows.map(({ rule }) => rule)
  return codes.flatMap((code) => {
    const rule = ruleByCode(rules, code, today)
    if (!rule) return []
    const { name, starts, length, unit } = rule
    const source = `${describeRule(rule)}${rule.expectedOnly ? '，预计' : ''}`
    return [{ name, starts: `从${starts}起`, length: lengthLabel({ n: length, unit }), source }]
  })
}

/** The card of a role as it prints, with the district's periods of today. Throws Refusal notFound. */
export async function showCard(text: string, now = new Date()) {
  if (!isRole(text)) throw new Refusal('notFound', '没有这个岗位的卡片')
  const { periods, tasks, ...card } = cards[text]
  const today = dayIn(now)
  return {
    ...card,
    title: `${roleLabels[text]}卡片`,
    on: formatDate(today),
    tasks: tasks.map(({ title, steps }) => ({ title, steps: steps.map(spoken) })),
    periods: await periodsOf(periods, today),
  }
}

export type ShownCard = Awaited<ReturnType<typeof showCard>>

/** Cards by role, one's own first. */
export function cardLinks(actor: Person): { role: Role; label: string; own: boolean }[] {
  const own = new Set(actor.posts.map(({ role }) => role))
  const all = (Object.keys(cards) as Role[]).map((role) => ({ role, label: roleLabels[role], own: own.has(role) }))
  return [...all.filter((one) => one.own), ...all.filter((one) => !one.own)]
}

import { orderMachine, orderSteps } from '#machines/order.machine'
import { can } from '#machines/step'
import { read, reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { addDays, dayIn, formatDay, formatInstant } from '../calendar/days'
import { dueWords, type DueWords } from '../desk/due'
import { day, long, type FormField, type SettingForm } from '../settings/fields'
import { orderWhys } from '../words/orders'
import { labelOf } from '../words/words'
import { usualDay } from './day.server'
import { orderDoers, type OrderAct } from './form'
import { readOrder, type OrderRow } from './rows.server'
import { aboutOf, dueOfOrder, issuerOf, stateOf, stepLine, toneOf, type OrderTone, type StepLine, type StepRow } from './words'

export type OrderPage = {
  id: string
  number: string
  state: string
  tone?: OrderTone
  late: string
  due?: DueWords
  facts: { label: string; value: string }[]
  asked: string
  dispute?: string
  log: StepLine[]
  forms: SettingForm[]
  print: string
}

type Words = Omit<SettingForm, 'act' | 'seen' | 'title'> & { title?: string }

/** What each step asks, in the order in which the corner shows them. */
const wordsOf = (later: string): Record<OrderAct, Words> => {
  const by: FormField = day('answerBy', '回复日期', { value: later })
  return {
    acknowledge: { fields: [], submit: '签收', note: '签收以后照要求办理，到期前回复。' },
    answer: { fields: [long('text', '办理结果')], submit: '回复' },
    act: { fields: [long('text', '办到哪一步')], submit: '写上', quiet: true },
    accept: { fields: [], submit: '审核通过', note: '回复说清楚了、要求做到了，就办结。' },
    sendBack: { fields: [long('text', '为什么退回、还要做什么'), by], submit: '退回重办', quiet: true },
    newDay: { fields: [long('text', '对方怎样说明、为什么改期'), by], submit: '改期', quiet: true },
    withdraw: { fields: [long('text', '为什么撤销')], submit: '撤销', grave: true },
  }
}

function formsOf(row: OrderRow, later: string): SettingForm[] {
  const words = wordsOf(later)
  const facts = { late: row.lateSince !== null }
  return (Object.keys(words) as OrderAct[])
    .filter((act) => (orderDoers[act] === 'receiver' ? row.receives : row.issues) && can(orderMachine, row.status, facts, { type: act }))
    .map((act) => ({ act, title: orderSteps[act], seen: String(row.version), ...words[act] }))
}

const readSteps = (id: string) => read<StepRow[]>`
  select s.id, s.version, s.step, s.at, a.name as by, s.text, to_char(s.day, 'YYYY-MM-DD') as day
  from supervision_step s left join account a on a.id = s.by_id where s.order_id = ${id}::uuid order by s.version`

/** One order with its own log and what this person may do with it. At most four statements. Throws Refusal notFound. */
export async function orderPage(actor: Person, id: string, now = new Date()): Promise<OrderPage> {
  const [row, steps] = await Promise.all([readOrder(reading, actor, id, now), readSteps(id)])
  const today = dayIn(now)
  const later = row.issues ? await usualDay(reading, now) : addDays(today, 7)
  const [tone, due] = [toneOf(row), dueOfOrder(row, today)]
  return {
    id,
    number: row.number,
    state: stateOf(row),
    late: row.lateSince ? `逾期，${dueWords(dayIn(new Date(row.lateSince.getTime() - 1)), today).words}` : '',
    facts: factsOf(row),
    asked: row.asked,
    log: steps.map(stepLine).reverse(),
    forms: formsOf(row, later),
    print: `/orders/${id}/print`,
    ...(tone && { tone }),
    ...(due && { due }),
    ...(row.disputeTitle && { dispute: `/disputes/${row.disputeId}` }),
  }
}

const factsOf = (row: OrderRow) => [
  { label: '发给', value: row.to },
  { label: '督办事由', value: labelOf(orderWhys, row.why) },
  { label: '关于', value: aboutOf(row) },
  { label: '发出', value: `${formatInstant(row.issuedAt)} ${issuerOf(row)}` },
  { label: '回复日期', value: `${formatDay(row.answerBy)}前` },
  { label: '结束', value: row.endedAt ? formatInstant(row.endedAt) : '' },
]

/** The order on paper: who sends it, to whom, about what, what is asked and by when; room for the answer. Throws Refusal notFound. */
export async function orderPaper(actor: Person, id: string, now = new Date()) {
  const [row, steps] = await Promise.all([readOrder(reading, actor, id, now), readSteps(id)])
  const answer = steps.findLast(({ step }) => step === 'answer')?.text
  return {
    title: '督办单',
    office: row.issuedUnit ?? row.area,
    numbers: [{ label: '编号', value: row.number }],
    to: `${row.to}：`,
    blocks: [
      { lines: [...factsOf(row).slice(1, 3), { label: '要求', value: row.asked }, factsOf(row)[4]!] },
      { title: '办理结果', ...(answer ? { text: [answer] } : { room: true }) },
    ],
    signs: ['督办单位（盖章）', '承办单位签收', '日期'],
    foot: `${row.number}　${formatInstant(row.issuedAt)}发出`,
  }
}

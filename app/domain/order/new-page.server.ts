import { reading } from '#app/db/client.server'
import type { Person } from '../actor'
import type { OptionGroup } from '../forms/field-data'
import { isId } from '../id'
import { Refusal } from '../refusal'
import { day, long, row, select, type SettingForm } from '../settings/fields'
import { orderAnswerDays, orderWhys } from '../words/orders'
import { optionsOf } from '../words/words'
import { usualDay } from './day.server'
import { demandDesk, receiversOf, type Receiver } from './desks.server'
import { subjectOf, type Subject } from './issue.server'

/** What the address says that the order is about; an id that is none does not exist. */
export function subjectIn(query: URLSearchParams): Subject {
  const idOf = (name: string) => {
    const id = query.get(name)
    if (id === null) return undefined
    if (!isId(id)) throw new Refusal('notFound')
    return id
  }
  const [disputeId, requestId, bodyId] = [idOf('dispute'), idOf('request'), idOf('body')]
  return { ...(disputeId && { disputeId }), ...(requestId && { requestId }), ...(bodyId && { bodyId }) }
}

const grouped = (rows: readonly Receiver[]): OptionGroup[] =>
  [...new Set(rows.map(({ group }) => group))].map((label) => ({
    label,
    options: rows.filter(({ group }) => group === label).map(({ value, label: name }) => ({ value, label: name })),
  }))

/** 发督办单: the form, with what it is about. At most five statements. Throws Refusal notFound for who may not, or sees nothing of it. */
export async function newOrderPage(actor: Person, query: URLSearchParams, now = new Date()) {
  const [desk, about] = await Promise.all([demandDesk(reading, actor), subjectOf(reading, actor, subjectIn(query), now)])
  const [there, later] = await Promise.all([receiversOf(reading, actor, desk, about.disputeId, now), usualDay(reading, now)])
  const prefer = there.find(({ value }) => value === about.prefer)?.value ?? ''
  const form: SettingForm = {
    act: 'issue',
    title: '督办单',
    note: '督办不改变纠纷本身：不换单位、不改期限，只催办、要回复。',
    fields: [
      select('to', '发给', grouped(there), { none: '请选', ...(prefer && { value: prefer }) }),
      select('why', '督办事由', optionsOf(orderWhys), { none: '请选' }),
      long('asked', '要求做到什么', { hint: '写事，不写当事人的电话、住址' }),
      row(day('answerBy', '回复日期', { value: later, hint: `本区设定：${orderAnswerDays} 个工作日` })),
    ],
    submit: '发出',
  }
  return { from: desk.area, about: about.words, back: about.disputeId ? `/disputes/${about.disputeId}` : '/orders', form }
}

import { periods } from '#machines/periods'
import { formatDate, formatShortDay, type LegalDay } from '../calendar/days'
import { owingNow } from '../agreement/write.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import type { Words } from '../dispute/record.server'
import { Refusal, wrong } from '../refusal'
import { choiceOf, typeLabel } from '../types/dispute-types'
import { applying } from './apply.server'
import { itemsOf, mayCorrect, mayRetype, type Field, type Item } from './items.server'

export type Correction = {
  why: string
  /** New values by the item's name; what stands as it was is not corrected. */
  change?: Record<string, string | undefined>
  /** For what has no field: which record, and what is right. */
  eventId?: string | undefined
  text?: string | undefined
}

const notYours = '只能更正自己办理的记录；后面已经由别的岗位办过的，请负责人更正'

/** Papers on which such a value stands: whoever was served one is told (U26). */
const papers: Record<Field, string> = {
  typeCode: '受理登记表',
  receivedAt: '受理登记表',
  startedAt: '调解记录',
  what: '调解协议书',
  amount: '调解协议书',
  dueDay: '调解协议书',
  signedOn: '调解协议书',
  performedAt: '回访记录',
  performedAmount: '回访记录',
  signedForAt: '回告函',
}

/** Days may stand on the path; what was agreed and paid is for who handles it. */
const open: Record<Item['kind'], boolean> = { type: true, moment: true, day: true, money: false, text: false }
const shown = ({ kind }: Item, value: string) =>
  kind === 'type'
    ? typeLabelOf(value)
    : kind === 'moment'
      ? value.replace('T', ' ')
      : kind === 'day'
        ? formatDate(value)
        : kind === 'money'
          ? `${value} 元`
          : value

/** 合同纠纷·客栈房屋租赁 */
const typeLabelOf = (code: string): string => {
  const choice = choiceOf(code)
  return choice ? typeLabel(choice.type, choice.subtype) : code
}

type Changed = { item: Item; to: string }

/** What was typed anew, of what this person may put right. */
async function changedIn(file: CaseFile, change: Correction['change'] = {}): Promise<Changed[]> {
  const typed = Object.entries(change)
  if (!typed.length) return []
  const items = new Map((await itemsOf(file.tx, file.id)).map((item) => [item.name, item]))
  const allowed = await mayCorrect(file.tx, file.actor, file.id)
  return typed.flatMap(([name, to = '']) => {
    const item = items.get(name)
    if (!item) throw new Refusal('notFound')
    if (to.trim() === item.value) return []
    if (!allowed.has(item.eventId) && !(item.field === 'typeCode' && mayRetype(file.actor, file.dispute)))
      throw new Refusal('forbidden', notYours)
    if (!to.trim()) throw wrong(`change.${name}`, '不能改成空的')
    return [{ item, to: to.trim() }]
  })
}

const label = (period: string): string => (Object.hasOwn(periods, period) ? periods[period as keyof typeof periods] : period)
const lastDays = (file: CaseFile) => new Map(file.dispute.deadlines.map(({ id, period, lastDay }) => [id, { period, lastDay }]))

/** Periods whose last day has moved, and the papers that say otherwise now. */
function affected(file: CaseFile, before: ReturnType<typeof lastDays>, changes: Changed[]): string {
  const moved = file.dispute.deadlines.flatMap(({ id, period, lastDay }) => {
    const was: LegalDay | undefined = before.get(id)?.lastDay
    return was && was !== lastDay ? [`${label(period)}由 ${formatShortDay(was)} 改为 ${formatShortDay(lastDay)}`] : []
  })
  const served = [...new Set(changes.map(({ item }) => papers[item.field]))].join('、')
  return [...moved, served && `已经打印、送达的${served}要重打、重新告知`].filter(Boolean).join('；')
}

/** One event's values: the rows, what runs from them, then the event that says what was and what is. */
async function correctOne(file: CaseFile, eventId: string, changes: Changed[], why: string) {
  const before = lastDays(file)
  for (const change of changes) await applying[change.item.field](file, change)
  const lines = (isOpen: boolean) =>
    changes
      .filter(({ item }) => open[item.kind] === isOpen)
      .map(({ item, to }) => `${item.label}：${shown(item, item.value)}，更正为 ${shown(item, to)}`)
      .join('；')
  const touches = changes.some(({ item }) => item.field === 'amount' || item.field === 'performedAmount')
  const texts: Words[] = [
    { kind: 'note', audience: 'path', text: lines(true) },
    { kind: 'note', audience: 'handlers', text: lines(false) },
    { kind: 'note', audience: 'handlers', text: affected(file, before, changes) },
    { kind: 'why', audience: 'path', text: why },
  ]
  const owing = touches || changes.some(({ item }) => item.field === 'dueDay') ? { owing: await owingNow(file.tx, file.id) } : {}
  await advance(file, { event: { type: 'correct', eventId, ...owing }, subjectId: eventId, texts })
}

/** In words, for what has no field of its own. */
async function correctInWords(file: CaseFile, eventId: string, text: string, why: string) {
  const event = await file.tx.disputeEvent.findFirst({ where: { id: eventId, disputeId: file.id }, select: { id: true } })
  if (!event) throw new Refusal('notFound')
  if (!(await mayCorrect(file.tx, file.actor, file.id)).has(eventId)) throw new Refusal('forbidden', notYours)
  const texts: Words[] = [
    { kind: 'note', audience: 'path', text },
    { kind: 'why', audience: 'path', text: why },
  ]
  await advance(file, { event: { type: 'correct', eventId }, subjectId: eventId, texts })
}

/**
 * 更正: a slip is put right with a reason; the record stays, a further one says what was and what is, and state, terms and
 * periods are worked out again in the same transaction (U26). Throws Refusal: notFound, forbidden, invalid (by field), stale.
 */
export const correctEvent = (sent: Sent, { change, eventId, text, why }: Correction) =>
  act(sent, async (file) => {
    const changes = await changedIn(file, change)
    if (!changes.length && !text) throw wrong('text', '没有改动：在上面改，或者写明正确的内容')
    if (text && !eventId) throw wrong('eventId', '请选是哪一条记录')
    for (const id of new Set(changes.map(({ item }) => item.eventId)))
      await correctOne(
        file,
        id,
        changes.filter(({ item }) => item.eventId === id),
        why,
      )
    if (text && eventId) await correctInWords(file, eventId, text, why)
  })

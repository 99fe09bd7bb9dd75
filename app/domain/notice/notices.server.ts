import type { LoggedType } from '#machines/dispute.events'
import { eventLabels } from '#machines/dispute.labels'
import { requestSteps, type RequestStep } from '#machines/request.machine'
import { db, literal, Prisma, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, formatShortDay, formatTime } from '../calendar/days'
import { opened } from '../desk/opened.server'
import { periodWord } from '../desk/words'
import { visible } from '../dispute/sight.server'
import { isId } from '../id'
import { wishes } from '../words/office'
import { labelOf } from '../words/words'
import { eventsIn, firstTopics, groups, isGroup, topicsIn, type Group } from './groups'
import { isTopic, topicOf } from './topics'

/** One notice in words; without `href` the dispute is no longer for this person to see. */
export type NoticeLine = {
  id: string
  words: string
  title: string
  number: string
  href?: string
  at: string
  by?: string
  unread: boolean
  /** Rings: stands above the others while it is unread. */
  urgent: boolean
}
export type Notices = {
  unread: NoticeLine[]
  read: NoticeLine[]
  tabs: { label: string; href: string; current: boolean }[]
  more: boolean
  first: string | null
  next: string | null
}

type Row = {
  id: string
  disputeId: string | null
  subjectId: string | null
  type: LoggedType | null
  detail: { period?: string; wish?: string; step?: string }
  title: string | null
  number: string | null
  seen: boolean | null
  recordedAt: Date
  unit: string | null
  unread: boolean
  topic: string
  occasion: string
}

const length = 20
const mostUnread = 50

/** 分流到您这里 is plainer than the act's bare name, where there is a plainer word. */
const plainer: Partial<Record<LoggedType, string>> = {
  offer: '分流到您这里',
  recall: '分流岗收回',
  return: '退回分流岗',
  receive: '已受理',
  assign: '指派给您',
  fail: '调解不成，回到分流岗',
  ask: '请您补充情况',
  withdraw: '申请人撤回',
  escalate: '上报到区级',
  deescalate: '下交到乡镇（街道）',
  handOn: '移交给您办理',
  reopen: '重启，回到分流岗',
  contest: '协议效力有争议，回到分流岗',
  breach: '协议没有履行',
  visit: '回访发现有反复',
  object: '当事人申请更换调解员',
}
/** Of an act of several steps, which one it was. */
const stepWords: Partial<Record<LoggedType, (detail: Row['detail']) => string | null>> = {
  lapse: ({ period }) => `${periodWord(period ?? null) ?? '期限'}到期`,
  note: ({ wish }) => (wish ? labelOf(wishes, wish) : null),
  question: ({ step }) => (step === 'answered' ? '请补充的，已经答复' : null),
  request: ({ step }) => (step && Object.hasOwn(requestSteps, step) ? requestSteps[step as RequestStep] : null),
}
/** What was found after an event, or is no event at all, has its topic's words. */
const wordsOf = ({ type, detail, topic, occasion }: Row): string => {
  if (isTopic(topic)) return topicOf(topic).say(occasion)
  return type === null ? '' : (stepWords[type]?.(detail) ?? plainer[type] ?? eventLabels[type])
}

const urgent: readonly string[] = firstTopics

/** Its own page, else the dispute's, for who may see it. */
function hrefOf({ topic, subjectId, disputeId, seen }: Row): { href?: string } {
  const own = isTopic(topic) && subjectId ? topicOf(topic).href?.(subjectId) : undefined
  if (own) return { href: own }
  return seen && disputeId ? { href: `/disputes/${disputeId}` } : {}
}

const lineOf = (row: Row): NoticeLine => ({
  id: row.id,
  words: wordsOf(row),
  title: row.disputeId === null ? '' : row.seen ? (row.title ?? '') : '这件纠纷已不由您办理',
  number: row.number ?? '',
  unread: row.unread,
  urgent: row.unread && urgent.includes(row.topic),
  at: `${formatShortDay(dayIn(row.recordedAt))} ${formatTime(row.recordedAt)}`,
  ...hrefOf(row),
  ...(row.unit ? { by: row.unit } : {}),
})

/** Those of a group, over `n`; all where none is asked for. */
const within = (group: Group | null): Prisma.Sql =>
  group
    ? Prisma.sql`(n.topic = any(${topicsIn(group)}) or (n.topic = 'event' and exists
        (select from dispute_event g where g.id = n.event_id and g.type::text = any(${eventsIn(group)}))))`
    : Prisma.sql`true`

const pathOf = (group: Group | null, after?: string): string => {
  const query = new URLSearchParams({ ...(group && { group }), ...(after && { after }) }).toString()
  return query ? `/notices?${query}` : '/notices'
}

/** Back to what one was looking at. */
export const noticesPath = (params: URLSearchParams): string => {
  const group = params.get('group')
  return pathOf(isGroup(group) ? group : null)
}

const tabsOf = (group: Group | null) => [
  { label: '全部', href: pathOf(null), current: group === null },
  ...Object.entries(groups).map(([code, { label }]) => ({ label, href: pathOf(code as Group), current: code === group })),
]

/**
 * What somebody was told, all or of a group: the unread first (at most fifty, alarms above the others), then the read ones by key, the
 * newest first. One statement.
 */
export async function noticesOf(actor: Person, params: URLSearchParams, now = new Date()): Promise<Notices> {
  const after = params.get('after')
  const before = isId(after ?? undefined) ? after : null
  const asked = params.get('group')
  const group = isGroup(asked) ? asked : null
  const mine = Prisma.sql`n.account_id = ${actor.accountId}::uuid and ${within(group)}`
  const alarmed = Prisma.sql`(n.topic = any(${[...firstTopics]}))`
  const rows = await read<Row[]>`
    with chosen as (
      (select n.*, true as unread from notice n where ${mine} and n.read_at is null and ${before}::uuid is null
        order by ${alarmed} desc, n.id desc limit ${literal(mostUnread)})
      union all
      (select n.*, false as unread from notice n where ${mine} and n.read_at is not null
        and (${before}::uuid is null or n.id < ${before}::uuid) order by n.id desc limit ${literal(length + 1)}))
    select n.id, n.topic, n.occasion, n.subject_id as "subjectId", d.id as "disputeId", e.type, coalesce(e.detail, '{}') as detail, d.title, d.number, (${visible(actor, now)} and ${opened(actor)}) as seen, n.recorded_at as "recordedAt",
      coalesce(b.name, p.unit, a.name) as unit, n.unread
    from chosen n left join dispute d on d.id = n.dispute_id left join dispute_event e on e.id = n.event_id
      left join body b on b.id = e.actor_body_id left join area a on a.id = e.actor_area_id
      left join lateral (select p.unit from post p where p.account_id = e.actor_id and p.area_id = e.actor_area_id limit 1) p on true
    order by n.unread desc, (n.unread and ${alarmed}) desc, n.id desc`
  const seen = rows.filter(({ unread }) => !unread)
  const last = seen.length > length ? seen[length - 1] : undefined
  return {
    unread: rows.filter(({ unread }) => unread).map(lineOf),
    read: seen.slice(0, length).map(lineOf),
    tabs: tabsOf(group),
    more: rows.filter(({ unread }) => unread).length === mostUnread,
    first: before ? pathOf(group) : null,
    next: last ? pathOf(group, last.id) : null,
  }
}

/** Marks notices as read: the ones named, or all that were there when the page was opened. Only one's own. */
export const markRead = (actor: Person, ids: string[], now = new Date()): Promise<number> =>
  db.$executeRaw`update notice set read_at = ${now} where account_id = ${actor.accountId}::uuid and read_at is null and id = any(${ids}::uuid[])`

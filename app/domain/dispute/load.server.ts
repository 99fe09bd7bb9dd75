import type { DisputeFacts } from '#machines/dispute.facts'
import type { DisputeStatus } from '#machines/dispute.machine'
import type { DisputeEventType, Channel } from '#machines/dispute.events'
import { Prisma, type Reading, type Tx } from '#app/db/client.server'
import type { Actor } from '../actor'
import { binding, owing } from '../agreement/owed.server'
import type { CourtProcedure } from '../calendar/period-rule'
import { visible } from './sight.server'

export type OpenLeg = {
  id: string
  ordinal: number
  channel: Channel
  bodyId: string
  bodyKind: string
  courtInvited: boolean
  sealBodyId: string
  receivedAt: string | null
  mediatorIds: string[]
  staffed: boolean
  rightsToldAt: string | null
}

export type RunningDeadline = {
  id: string
  subjectId: string
  period: string
  ruleCode: string | null
  /** The version it was counted by; a later one is for what begins after it. */
  ruleVersion?: number | null
  countedFrom: string
  dueAt: string
  lastDay: string
  pausedSince: string | null
}

/** What the log says since the person looked: enough to tell whether their form is stale. */
export type Since = { version: number; type: DisputeEventType; from: string | null; to: string; subjectId: string | null }

/** A dispute as an act finds it: its row, what the rows add up to, the open leg, running deadlines, what happened since. */
export type Loaded = {
  id: string
  number: string
  title: string
  status: DisputeStatus
  version: number
  dataKey: string
  areaId: string
  townshipId: string
  districtId: string
  typeCode: string
  subtypeCode: string | null
  source: string
  risk: 'green' | 'yellow' | 'red'
  /** Of which nobody has said 已处置. */
  inDanger: boolean
  registeredById: string | null
  keeperId: string | null
  registeredAt: string
  firstReceivedAt: string | null
  facts: DisputeFacts
  leg: OpenLeg | null
  legCount: number
  /** The body that had it last, also when it is closed. */
  lastBodyId: string | null
  askedBodyIds: string[]
  deadlines: RunningDeadline[]
  since: Since[]
  rulesVersion: number
  /** What a court handed over and has not been answered: its days run from 签收, by its procedure (law.md 1b; U3). */
  fromCourt: { signedForAt: string; procedure: CourtProcedure | null } | null
}

/** Medical mediation begins only when every side has agreed; elsewhere a refusal stops it (law.md 3, 4a). */
const medical = '13'
const consented = Prisma.sql`case when d.type_code = ${medical}
  then coalesce((select bool_and(p.willing = 'willing') from party p where p.dispute_id = d.id and p.left_at is null and p.side in ('applicant', 'respondent')), false)
  else not exists (select 1 from party p where p.dispute_id = d.id and p.left_at is null and p.willing = 'unwilling') end`

const legJson = (now: Date) => Prisma.sql`json_build_object('id', l.id, 'ordinal', l.ordinal, 'channel', l.channel, 'bodyId', l.body_id,
  'bodyKind', b.kind, 'courtInvited', b.court_invited, 'sealBodyId', coalesce(b.seal_of_id, b.id), 'receivedAt', l.received_at,
  'rightsToldAt', l.rights_told_at,
  'mediatorIds', coalesce((select json_agg(m.account_id order by m.lead desc, m.id) from leg_mediator m where m.leg_id = l.id and m.valid_to is null), '[]'),
  'staffed', exists (select 1 from post p where p.body_id = l.body_id and p.role in ('head', 'court', 'organ')
    and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})))`

/** Whether a people's body may accept, after an act wrote down what a side answered. */
export async function consentedNow(tx: Tx, disputeId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { consented: boolean }[]
  >`select ${consented} as consented from dispute d where d.id = ${disputeId}::uuid`
  return row?.consented ?? false
}

/** A leg just opened, as the rest of the act sees it. */
export async function readLeg(tx: Tx, legId: string, now: Date): Promise<OpenLeg | null> {
  const [row] = await tx.$queryRaw<
    { leg: OpenLeg }[]
  >`select ${legJson(now)} as leg from leg l join body b on b.id = l.body_id where l.id = ${legId}::uuid`
  return row?.leg ?? null
}

const runningDeadlines = Prisma.sql`coalesce((select json_agg(json_build_object('id', t.id, 'subjectId', t.subject_id, 'period', t.period,
  'ruleCode', t.rule_code, 'ruleVersion', t.rule_version, 'countedFrom', t.counted_from, 'dueAt', t.due_at, 'lastDay', t.last_day, 'pausedSince', t.paused_since))
  from deadline t where t.dispute_id = d.id and t.stopped_at is null), '[]')`

type Asked = { actor: Actor; disputeId: string; seen: number; now: Date }

/**
 * Locks the dispute, then reads everything an act looks at in one statement; null when the actor may not see it.
 * The lock comes first and alone: a statement that waits for a row would still read the other rows as they were before.
 */
export async function loadDispute(tx: Tx, asked: Asked): Promise<Loaded | null> {
  await tx.$executeRaw`select 1 from dispute where id = ${asked.disputeId}::uuid for update`
  return readDispute(tx, asked)
}

/** The same without the lock, for pages. */
export async function readDispute(tx: Reading, { actor, disputeId, seen, now }: Asked): Promise<Loaded | null> {
  const [row] = await tx.$queryRaw<Loaded[]>`
    select d.id, d.number, d.title, d.status, d.version, d.data_key as "dataKey", d.area_id as "areaId", d.township_id as "townshipId",
      d.district_id as "districtId", d.type_code as "typeCode", d.subtype_code as "subtypeCode", d.source, d.risk, d.danger_since is not null as "inDanger",
      d.registered_by_id as "registeredById", d.keeper_id as "keeperId", d.registered_at as "registeredAt", d.first_received_at as "firstReceivedAt",
      json_build_object(
        'channel', coalesce((select l.channel from leg l where l.dispute_id = d.id and l.ended_at is null), 'none'),
        'ownDoor', exists (select 1 from leg l join dispute_event e on e.dispute_id = d.id and e.version = l.opened_version
          where l.dispute_id = d.id and l.ended_at is null and e.detail->>'door' = 'true'),
        'receivedOnce', exists (select 1 from leg l where l.dispute_id = d.id and l.received_at is not null),
        'consented', ${consented}, 'objected', d.objected, 'kept', d.kept, 'level', d.level,
        'returns', exists (select 1 from entrustment x where x.dispute_id = d.id and x.sender_kind = 'court' and x.replied_at is null),
        'inForce', exists (select 1 from agreement a where a.dispute_id = d.id and ${binding}),
        'paper', exists (select 1 from agreement a where a.dispute_id = d.id and a.status = 'drafted'),
        'owing', ${owing(Prisma.sql`d.id`)}) as facts,
      (select ${legJson(now)} from leg l join body b on b.id = l.body_id where l.dispute_id = d.id and l.ended_at is null) as leg,
      (select count(*)::int from leg l where l.dispute_id = d.id) as "legCount",
      (select l.body_id from leg l where l.dispute_id = d.id order by l.ordinal desc limit 1) as "lastBodyId",
      array(select r.body_id from request r where r.dispute_id = d.id and r.body_id is not null and r.status in ('asked', 'received')) as "askedBodyIds",
      ${runningDeadlines} as deadlines,
      coalesce((select json_agg(json_build_object('version', e.version, 'type', e.type, 'from', e.from_status, 'to', e.to_status, 'subjectId', e.subject_id))
        from dispute_event e where e.dispute_id = d.id and e.version > ${seen}::bigint), '[]') as since,
      (select json_build_object('signedForAt', x.signed_for_at, 'procedure', x.procedure) from entrustment x
        where x.dispute_id = d.id and x.sender_kind = 'court' and x.replied_at is null) as "fromCourt",
      coalesce((select (s.value)::int from setting s where s.key = 'rulesVersion'), 0) as "rulesVersion"
    from dispute d where d.id = ${disputeId}::uuid and ${visible(actor, now)}`
  return row ?? null
}

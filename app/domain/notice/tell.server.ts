import { z } from 'zod'
import type { Audience } from '#machines/effects'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import type { Desk } from '#machines/state'
import { deskOf } from '#machines/step'
import { db, read } from '#app/db/client.server'
import { newId } from '../id'
import { sources } from '../words/sources'
import { isCode } from '../words/words'

const audiences = [
  'desk',
  'triage',
  'receiver',
  'mediator',
  'keeper',
  'registrar',
  'parties',
  'head',
  'entruster',
  'asked',
  'asker',
] as const satisfies readonly Audience[]

/** What an act put into the queue: which event of which dispute is told to whom. */
const telling = z.object({ disputeId: z.uuid(), eventId: z.uuid(), to: z.array(z.enum(audiences)) })
export type Telling = z.output<typeof telling>

/** Of the dispute as it stands now, and the leg that the event belongs to, who is who. */
type People = {
  status: DisputeStatus
  source: string
  actorId: string | null
  registeredById: string | null
  keeperId: string | null
  triage: string[]
  /** Who speaks for the leg's body: its head, or its liaison. */
  spokesmen: string[]
  mediators: string[]
  /** Who speaks for the unit that handed it over. */
  senders: string[]
  /** Of the request that the event is about: who speaks for the unit, and who asked. */
  asked: string[]
  askedById: string | null
}

const readPeople = ({ disputeId, eventId }: Telling, now: Date) => read<People[]>`
  select d.status, d.source, e.actor_id as "actorId", d.registered_by_id as "registeredById", d.keeper_id as "keeperId",
    array(select distinct p.account_id from post p where p.role = 'triage' and p.area_id = case d.level when 'district' then d.district_id else d.township_id end
      and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})) as triage,
    array(select distinct p.account_id from post p join leg l on l.body_id = p.body_id where l.id = e.leg_id and p.role in ('head', 'court', 'organ')
      and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})) as spokesmen,
    array(select distinct m.account_id from leg_mediator m where m.leg_id = e.leg_id and (m.valid_to is null or m.valid_to >= e.happened_at)) as mediators,
    array(select distinct p.account_id from entrustment x join post p on p.body_id = x.sender_id where x.dispute_id = d.id and p.role in ('court', 'organ')
      and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})) as senders,
    array(select distinct p.account_id from request q join post p on p.body_id = q.body_id where q.id = e.subject_id and p.role in ('head', 'court', 'organ')
      and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})) as asked,
    (select q.asked_by_id from request q where q.id = e.subject_id) as "askedById"
  from dispute_event e join dispute d on d.id = e.dispute_id where e.id = ${eventId}::uuid and e.dispute_id = ${disputeId}::uuid`

const one = (id: string | null) => (id ? [id] : [])
/** Who acts for a body without an account of its own: the triage post. */
const body = ({ spokesmen, triage }: People) => (spokesmen.length ? spokesmen : triage)
const keeper = (of: People) => (of.mediators.length ? of.mediators : of.keeperId ? [of.keeperId] : of.triage)
const mediator = (of: People) => (of.mediators.length ? of.mediators : body(of))

const desks: Record<Desk, (of: People) => string[]> = {
  triage: ({ triage }) => triage,
  receiver: body,
  mediator,
  keeper,
  court: body,
  organ: body,
  none: () => [],
}

/** Parties have no account: text-party.server.ts tells them that there is news. */
const who: Record<Audience, (of: People) => string[]> = {
  desk: (of) => desks[deskOf(disputeMachine, of.status)](of),
  triage: ({ triage }) => triage,
  receiver: body,
  head: body,
  mediator,
  keeper,
  registrar: ({ registeredById }) => one(registeredById),
  entruster: ({ source, registeredById, senders }) =>
    senders.length ? senders : isCode(sources, source) && sources[source].entrusted ? one(registeredById) : [],
  asked: ({ asked }) => asked,
  asker: ({ askedById }) => one(askedById),
  parties: () => [],
}

/**
 * Tells people what an act asked to be told: one notice for each event and person, however often it runs; who did it is not
 * told. Answers how many were new. Throws ZodError for a payload that no act made.
 */
export async function tell(payload: unknown, now = new Date()): Promise<number> {
  const told = telling.parse(payload)
  const [people] = await readPeople(told, now)
  if (!people) return 0
  const accounts = [...new Set(told.to.flatMap((audience) => who[audience](people)))].filter((id) => id !== people.actorId)
  if (!accounts.length) return 0
  const rows = JSON.stringify(accounts.map((account) => ({ id: newId(), account })))
  return db.$executeRaw`insert into notice (id, account_id, dispute_id, event_id, recorded_at)
    select x.id, x.account, ${told.disputeId}::uuid, ${told.eventId}::uuid, ${now} from json_to_recordset(${rows}::json) as x(id uuid, account uuid)
      join account c on c.id = x.account and c.stopped_at is null
    on conflict (account_id, event_id, topic) do nothing`
}

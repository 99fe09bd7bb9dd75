import type { DisputeStatus } from '#machines/dispute.machine'
import { among, Prisma, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { binding, finished, owedInAll } from '../agreement/owed.server'
import { subjectsOf } from '../dispute/sight.server'
import { isSealedTo, together, viewersOf } from '../dispute/show/view'
import { provinceFieldsOf } from '../province/fields'
import type { ProvinceRow } from './columns'
import { rowLegId } from './row-leg.server'

type Leg = {
  id: string
  channel: string
  bodyId: string
  body: string
  /** The committee whose room it is. */
  seal: string | null
  receivedAt: string | null
  receivedBy: string | null
  endedAt: string | null
  result: string | null
  mediators: { id: string; name: string; lead: boolean; until: string | null }[]
}
type Whole = Omit<
  ProvinceRow,
  'fields' | 'agreement' | 'amountFen' | 'committee' | 'room' | 'receivedBy' | 'lead' | 'others' | 'handles'
> & {
  status: DisputeStatus
  sealed: boolean
  risk: string
  townshipId: string
  districtId: string
  areaPath: string
  fields: unknown
  sights: { subjectId: string; why: string }[]
  legs: Leg[]
  rowLegId: string | null
  agreement: { number: string | null; form: string; madeAt: string; partial: boolean } | null
  amountFen: string | null
  settledBy: string | null
  settledFor: { body: string; seal: string | null } | null
  closed: boolean
}

/** What a committee's mediation agreed: neither a court's or an organ's own paper, nor what the parties settled by themselves (U6). */
const agreed = Prisma.sql`${binding} and a.kind <> 'outcome' and a.effect_rule <> 'parties'`
const items = Prisma.sql`from agreement a join obligation o on o.agreement_id = a.id where a.dispute_id = d.id and ${agreed}`

const legs = Prisma.sql`coalesce((select json_agg(json_build_object('id', l.id, 'channel', l.channel, 'bodyId', l.body_id, 'body', b.name,
    'seal', (select s.name from body s where s.id = b.seal_of_id), 'receivedAt', l.received_at, 'endedAt', l.ended_at, 'result', l.result,
    'receivedBy', (select c.name from account c where c.id = l.received_by_id),
    'mediators', coalesce((select json_agg(json_build_object('id', m.account_id, 'name', c.name, 'lead', m.lead, 'until', m.valid_to) order by m.lead desc, m.id)
      from leg_mediator m join account c on c.id = m.account_id where m.leg_id = l.id), '[]')) order by l.ordinal)
  from leg l join body b on b.id = l.body_id where l.dispute_id = d.id), '[]')`

/** The facts as they stand now; what was said in mediation is never read here. */
const facts = Prisma.sql`(select x.text from event_text x join dispute_event e on e.id = x.event_id
  where x.dispute_id = d.id and x.kind = 'facts' and x.audience <> 'talks' and x.erased_at is null
    and not exists (select 1 from event_text y where y.corrects_id = x.id) order by e.version, x.id limit 1)`

const readWhole = (actor: Person, ids: readonly string[]) => read<Whole[]>`
  select d.number, d.province_code as code, d.province_fields as fields, d.source, d.type_code as "typeCode", d.status, d.sealed, d.risk,
    d.township_id as "townshipId", d.district_id as "districtId", (select g.path from area g where g.id = d.area_id) as "areaPath", d.first_received_at as "firstReceivedAt", d.closed_at is not null as closed,
    (select string_agg(n.name, '' order by n.place) from (select g.name, 1 as place from area g where g.id = d.district_id
      union all select g.name, 2 from area g where g.id = d.township_id and g.id <> d.district_id
      union all select g.name, 3 from area g where g.id = d.area_id and g.id not in (d.district_id, d.township_id)) n) as area,
    coalesce((select json_agg(json_build_object('subjectId', s.subject_id, 'why', s.why)) from sight s where s.dispute_id = d.id and s.valid_to is null
      and s.subject_id = any(${subjectsOf(actor)}::uuid[])), '[]') as sights, ${legs} as legs, ${rowLegId} as "rowLegId",
    (select max(m.started_at) from mediation m where m.dispute_id = d.id) as "mediatedAt",
    (select json_build_object('number', a.number, 'form', a.form, 'madeAt', a.made_at,
        'partial', a.kind = 'partial' and coalesce(a.part_left, 1) > 0)
      from agreement a where a.dispute_id = d.id and ${agreed} order by a.made_at desc, a.id desc limit 1) as agreement,
    (select sum(${owedInAll})::text ${items} and o.kind = 'pay') as "amountFen",
    (select json_build_object('all', count(*), 'done', count(*) filter (where ${finished}),
      'begun', coalesce(bool_or(exists (select 1 from performance f where f.obligation_id = o.id)), false)) ${items} and not o.standing) as items,
    coalesce((select json_agg(json_build_object('name', p.name, 'kind', p.kind, 'count', p.roster_count, 'unit', p.roster_unit) order by p.ordinal)
      from party p where p.dispute_id = d.id and p.left_at is null), '[]') as parties,
    ${facts} as facts, (select c.name from account c where c.id = d.settled_by_id) as "settledBy",
    (select json_build_object('body', b.name, 'seal', (select s.name from body s where s.id = b.seal_of_id)) from dispute_event e
      join post p on p.account_id = d.settled_by_id and p.role in ('mediator', 'head') and p.valid_from <= e.happened_at
        and (p.valid_to is null or p.valid_to > e.happened_at)
      join body b on b.id = p.body_id and b.channel = 'people'
      where e.dispute_id = d.id and e.type = 'settleOnSpot' order by e.version desc, p.valid_from desc, p.id limit 1) as "settledFor"
  from dispute d where ${among('d.id', ids)} order by d.recorded_at, d.id`

/** Who worked at it for the committee: until its part ended, or who does now. */
const worked = ({ mediators, endedAt }: Leg) => mediators.filter(({ until }) => !until || until === endedAt)

const nobody = { committee: null, room: null, receivedBy: null, lead: null, others: [] }

function doers({ legs: all, rowLegId: id, settledBy, settledFor, agreement }: Whole) {
  const leg = all.find((one) => one.id === id)
  if (leg) {
    const [lead, ...others] = worked(leg).map(({ name }) => name)
    return { committee: leg.seal ?? leg.body, room: leg.seal ? leg.body : null, receivedBy: leg.receivedBy, lead: lead ?? null, others }
  }
  if (!agreement) return nobody
  if (!settledFor) return { ...nobody, lead: settledBy }
  return { ...nobody, committee: settledFor.seal ?? settledFor.body, room: settledFor.seal ? settledFor.body : null, lead: settledBy }
}

/** The row as this person may have it, by the table that also cuts the pages (show/view.ts): what is not shown is left blank. */
function cut(actor: Person, whole: Whole): ProvinceRow {
  const viewers = viewersOf(actor, whole)
  const sight = viewers.length && !isSealedTo(viewers, whole.sealed) ? together(viewers) : null
  const { number, code, source, typeCode, area, firstReceivedAt } = whole
  const terms = sight?.terms === 'all'
  const past = sight?.until !== 'now'
  const ended = whole.legs.find(({ id }) => id === whole.rowLegId)?.endedAt ?? null
  const closed = whole.closed || (ended !== null && !whole.agreement)
  return {
    number,
    code,
    source: sight ? source : '',
    typeCode: sight ? typeCode : '',
    area,
    firstReceivedAt: sight ? firstReceivedAt : null,
    ...(past ? nobody : doers(whole)),
    fields: sight?.reasons && !past ? provinceFieldsOf(whole.fields) : {},
    mediatedAt: sight?.sessions === 'all' ? whole.mediatedAt : null,
    agreement: terms && whole.agreement ? { ...whole.agreement, madeAt: new Date(whole.agreement.madeAt) } : null,
    amountFen: terms && sight.reasons && whole.amountFen !== null ? BigInt(whole.amountFen) : null,
    items: terms ? whole.items : { all: 0, done: 0, begun: false },
    parties: sight?.parties ? whole.parties : [],
    facts: sight?.reasons && sight.sentAlong ? whole.facts : null,
    // Without the terms, that it did not succeed would be a guess.
    received: terms && firstReceivedAt !== null,
    over: terms && closed,
    handles: sight?.staffNotes ?? false,
  }
}

/** Rows of the 25 columns for these disputes, in the order in which they were written down: one statement. */
export const provinceRows = async (actor: Person, ids: readonly string[]): Promise<ProvinceRow[]> =>
  (await readWhole(actor, ids)).map((whole) => cut(actor, whole))

import { Prisma, type Reading } from '#app/db/client.server'
import { bodyStands } from '../body/standing.server'
import { dayIn } from '../calendar/days'
import { tileDistance } from '../network/tiles.data'
import { suitableMediators, type BodyStanding } from '../conflict/bodies.server'
import { rulesOf } from '../types/type-rules'
import type { Applicant, Inputs, Sought } from './inputs'

type Row = {
  sought: Omit<Sought, 'awaitsConsent'> & { allWilling: boolean; township: string | null }
  applicants: (Omit<Applicant, 'tiles' | 'staff' | 'speakers' | 'party' | 'employs'> & { name: string; township: string | null })[]
}

/** What is looked at, and beside it what the bodies are called: names decide nothing. */
export type Read = Inputs & { names: ReadonlyMap<string, string> }

/** Township of an area's path, by name: the second id of /district/township/… */
const townshipOf = (path: string) =>
  Prisma.raw(`(select t.name from area t where t.level = 'township' and t.id::text = split_part(${path}, '/', 3))`)

const sought = Prisma.sql`(select json_build_object('disputeId', d.id, 'typeCode', d.type_code, 'subtypeCode', d.subtype_code, 'source', d.source,
    'intake', d.intake, 'risk', d.risk, 'people', greatest(coalesce(d.people_count, 0), coalesce(d.household_count, 0), s.people), 'amountFen', d.amount_fen,
    'visitor', d.leaves_at is not null, 'attempts', (select count(*)::int from prior x where x.dispute_id = d.id and x.what = 'attempt'),
    'languages', array(select l from unnest(d.languages) l where l not in ('chinese', 'other') order by l), 'sides', s.sides,
    'unwilling', s.unwilling, 'allWilling', s.willing, 'township', ${townshipOf('v.path')},
    'registrarBodies', array(select distinct p.body_id from post p where p.account_id = d.registered_by_id and p.body_id is not null
      and p.valid_from <= d.recorded_at and (p.valid_to is null or p.valid_to > d.recorded_at)))
  from d cross join s cross join v)`

/** Everything the rules look at, of every body of the district or of one. One statement. */
const statement = (disputeId: string, now: Date, only: string | null) => Prisma.sql`
  with d as materialized (select * from dispute where id = ${disputeId}::uuid),
  v as materialized (select coalesce(m.id, w.id) as id, coalesce(m.path, w.path) as path, coalesce(m.level, w.level) as level
    from d join area w on w.id = d.area_id left join area m on m.id = w.merged_into_id),
  own as materialized (select * from party where dispute_id = ${disputeId}::uuid and left_at is null),
  s as materialized (select coalesce(sum(coalesce(roster_count, 1)), 0)::int as people, count(*) filter (where side <> 'third')::int as sides,
      coalesce(json_agg(id) filter (where side <> 'third' and willing = 'unwilling'), '[]') as unwilling,
      coalesce(bool_and(willing = 'willing') filter (where side <> 'third'), false) as willing from own),
  dealt as (select l.body_id, count(distinct l.dispute_id)::int as n from party q join leg l on l.dispute_id = q.dispute_id
    where q.dispute_id <> ${disputeId}::uuid and l.received_at is not null
      and (q.phone_hash = any(array(select phone_hash from own where phone_hash is not null)) or q.id_hash = any(array(select id_hash from own where id_hash is not null)))
    group by l.body_id),
  before as (select body_id, json_agg(json_build_object('result', result, 'code', result_code) order by ordinal desc) as legs
    from leg where dispute_id = ${disputeId}::uuid and ended_at is not null group by body_id)
  select ${sought} as sought, coalesce((select json_agg(b) from (
    select b.id, b.name, b.kind, b.channel, b.types, b.capacity, b.court_invited as "courtInvited", b.stationed_with as "stationedWith",
      case when r.id = v.id or (r.level = 'village' and v.path like r.path || '%') then r.level::text
        when r.level = 'village' and v.level = 'township' and r.path like v.path || '%' then 'inside'
        when r.level = 'village' then 'elsewhere'
        when r.id = d.township_id then 'township' when r.id = d.district_id then 'district' else 'elsewhere' end as near,
      ${townshipOf('r.path')} as township,
      (select count(*)::int from leg l where l.body_id = b.id and l.ended_at is null) as load,       (select count(*)::int from own where own.wish_body_id = b.id and own.side <> 'third') as wished, coalesce(dealt.n, 0) as dealt, coalesce(before.legs, '[]') as before
    from d cross join v cross join body b join area r on r.id = b.area_id left join dealt on dealt.body_id = b.id left join before on before.body_id = b.id
    where ${bodyStands(dayIn(now))} and r.path like '/' || d.district_id || '/%' and (${only}::uuid is null or b.id = ${only}::uuid) order by b.id limit 2000) b), '[]') as applicants`

const nobody = { blocked: 0, away: 0, full: 0, warn: 0, verify: 0, clear: 0, speakers: {}, party: null } as const

/** How a body's people stand on it, as the rules look at that. */
const standingOf = ({ party, speakers, clear, verify, warn, blocked, away, full }: Omit<BodyStanding, 'bodyId'>) => ({
  speakers,
  staff: { clear, verify, warn, blocked, away, full },
  party: party === 'self',
  employs: party === 'employer',
})

/** What a recommendation on this dispute looks at, as it stands now; of one body alone where `only` is given. Two statements. */
export async function readInputs(from: Reading, disputeId: string, now: Date, only: string | null = null): Promise<Read> {
  const [row] = await from.$queryRaw<Row[]>(statement(disputeId, now, only))
  const standing = await suitableMediators(from, disputeId, { now, bodyIds: only ? [only] : null })
  const stands = new Map(standing.map(({ bodyId, ...counts }) => [bodyId, counts]))
  if (!row?.sought) throw new Error(`no dispute ${disputeId}`)
  const { allWilling, township, ...of } = row.sought
  const consent = rulesOf(of.typeCode, of.subtypeCode).consentOfAll !== undefined
  return {
    sought: { ...of, amountFen: of.amountFen === null ? null : Number(of.amountFen), awaitsConsent: consent && !allWilling },
    names: new Map(row.applicants.map(({ id, name }) => [id, name])),
    applicants: row.applicants.map(({ name: _, township: there, ...body }) => ({
      ...body,
      ...standingOf(stands.get(body.id) ?? nobody),
      tiles: (township && there && tileDistance(township, there)) || 0,
    })),
  }
}

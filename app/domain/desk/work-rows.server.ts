import type { DisputeStatus } from '#machines/dispute.machine'
import { among, literal, Prisma, read } from '#app/db/client.server'
import { areasOf, bodiesOf, type Person } from '../actor'
import { finished, nextDueDay } from '../agreement/owed.server'
import type { LegalDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { legColumn } from '../search/rows.server'
import { onDesks, open, pressing } from './states.server'
import type { OfferedSides } from './offered-title'
import type { Level, RowLeg } from './words'

/** Why a dispute is on somebody's list: to be received, mediated, kept, kept for want of anybody, or only in the body. */
export type Post = 'receive' | 'mediate' | 'keep' | 'stand' | 'watch'

/** One piece of work, as the statement reads it: what the sentence that says what to do must know. */
export type WorkRow = {
  id: string
  post: Post
  number: string
  title: string
  status: DisputeStatus
  level: 'township' | 'district'
  township: string
  place: string
  typeCode: string
  subtypeCode: string | null
  risk: Level
  signs: string[]
  objected: boolean
  kept: boolean
  keeper: string | null
  leg: (RowLeg & { bodyId: string; told: boolean; received: boolean; offeredAt: string; offeredBy: string | null }) | null
  mediators: string | null
  languages: string[]
  people: number | null
  leavesAt: Date | null
  dueAt: Date | null
  dueDay: LegalDay | null
  duePeriod: string | null
  /** The rule of the period that is due first. */
  article: string | null
  confidence: string | null
  /** Meetings held, and the next one planned. */
  held: number
  nextAt: Date | null
  nextPlace: string | null
  /** A mediator has another one at that time. */
  mustMove: boolean
  /** A written paper that waits: by which rule, and what is on it. */
  paper: { rule: string; unsigned: number; mediator: boolean; seal: boolean } | null
  /** The obligation that is due next. */
  duty: { no: number; who: string; what: string; kind: string } | null
  /** Only of what was offered to one's own people's body and not taken yet. */
  sides: OfferedSides
  total: number
  late: number
}

/** More than so many pieces of work are not shown at once: the most urgent are. */
export const workLimit = 40

const noMediator = Prisma.sql`not exists (select 1 from leg l join leg_mediator m on m.leg_id = l.id and m.valid_to is null where l.dispute_id = d.id and l.ended_at is null)`
const from = (post: Post, rest: Prisma.Sql) => Prisma.sql`select d.id, ${post} as post from ${rest}`

/** Where work comes from, each by an index of its own. */
function sources(actor: Person): Prisma.Sql[] {
  const [bodies, heads, areas] = [bodiesOf(actor, 'head', 'court', 'organ'), bodiesOf(actor, 'head'), areasOf(actor, 'triage')]
  const legs = (ids: string[]) =>
    Prisma.sql`leg l join dispute d on d.id = l.dispute_id where ${among('l.body_id', ids)} and l.ended_at is null`
  const me = Prisma.sql`${actor.accountId}::uuid`
  return [
    from(
      'mediate',
      Prisma.sql`leg_mediator m join leg l on l.id = m.leg_id and l.ended_at is null join dispute d on d.id = l.dispute_id
      where m.account_id = ${me} and m.valid_to is null and ${open}`,
    ),
    from('keep', Prisma.sql`dispute d where d.keeper_id = ${me} and ${onDesks('keeper')} and ${noMediator}`),
    ...(bodies.length ? [from('receive', Prisma.sql`${legs(bodies)} and ${onDesks('receiver', 'court', 'organ')}`)] : []),
    ...(heads.length ? [from('watch', Prisma.sql`${legs(heads)} and ${onDesks('mediator', 'keeper')}`)] : []),
    ...(areas.length
      ? [
          from(
            'stand',
            Prisma.sql`dispute d where d.keeper_id is null and ${onDesks('keeper')} and ${among('d.township_id', areas)} and d.level = 'township' and ${noMediator}`,
          ),
          from(
            'stand',
            Prisma.sql`dispute d where d.keeper_id is null and ${onDesks('keeper')} and ${among('d.district_id', areas)} and d.level = 'district' and ${noMediator}`,
          ),
        ]
      : []),
  ]
}

const session = Prisma.sql`left join lateral (select coalesce(sum(m.count), 0)::int as held from mediation m where m.dispute_id = d.id and m.leg_id = l.id) ms on true
  left join lateral (select s.starts_at, coalesce(v.name, s.place_text) as place, s.must_move_since is not null as must_move from sitting s
    left join venue v on v.id = s.venue_id where s.dispute_id = d.id and s.leg_id = l.id and s.status = 'planned' order by s.starts_at limit 1) mn on true`
const paper = Prisma.sql`left join lateral (select json_build_object('rule', g.effect_rule,
    'unsigned', (select count(*)::int from party p where p.dispute_id = d.id and p.left_at is null and p.side in ('applicant', 'respondent')
      and not exists (select 1 from signature x where x.agreement_id = g.id and x.kind = 'party' and x.party_id = p.id)),
    'mediator', exists (select 1 from signature x where x.agreement_id = g.id and x.kind = 'mediator'),
    'seal', exists (select 1 from signature x where x.agreement_id = g.id and x.kind = 'seal')) as paper
  from agreement g where g.dispute_id = d.id and g.status = 'drafted' order by g.id limit 1) pp on true`
const duty = Prisma.sql`left join lateral (select json_build_object('no', o.position + 1, 'who', o.who, 'what', o.what, 'kind', o.kind) as duty
  from obligation o join agreement g on g.id = o.agreement_id
  where g.dispute_id = d.id and g.status in ('inForce', 'contested') and not ${finished} order by ${nextDueDay} nulls last, o.position limit 1) od on true`
const rule = Prisma.sql`left join lateral (select r.rule->>'article' as article, r.rule->>'confidence' as confidence from deadline t
  join period_rule r on r.code = t.rule_code and r.version = t.rule_version
  where t.dispute_id = d.id and t.stopped_at is null and t.period = d.due_period and t.last_day = d.due_day limit 1) dr on true`
const names = Prisma.sql`(select string_agg(c.name, '、' order by m.lead desc, m.id) from leg_mediator m join account c on c.id = m.account_id
  where m.leg_id = l.id and m.valid_to is null)`

const sides = Prisma.sql`case when f.post = 'receive' and l.received_at is null and l.channel = 'people' then
  (select json_agg(json_build_object('name', q.name, 'kind', q.kind)) from party q where q.dispute_id = d.id) end`

/** Everything that lies with somebody, under whichever post, the most urgent first. One statement. */
export const readWork = (actor: Person, today: LegalDay, now: Date): Promise<WorkRow[]> =>
  read<WorkRow[]>`
    with gathered as (select x.id, min(x.post) as post from (${Prisma.join(sources(actor), ' union all ')}) x group by x.id),
      first as (select g.id, g.post, ${pressing} as pressing, count(*) over ()::int as total,
          count(*) filter (where d.due_day < ${today}::date) over ()::int as late
        from gathered g join dispute d on d.id = g.id where ${visible(actor, now)} order by pressing, d.id limit ${literal(workLimit)})
    select d.id, f.post, d.number, d.title, d.status, d.level, t.name as township, a.name as place, d.type_code as "typeCode", d.subtype_code as "subtypeCode",
      d.risk, d.danger_signs as signs, d.objected, d.kept, k.name as keeper, d.languages, d.people_count as people, d.leaves_at as "leavesAt",
      d.due_at as "dueAt", to_char(d.due_day, 'YYYY-MM-DD') as "dueDay", d.due_period as "duePeriod", dr.article, dr.confidence,
      case when l.id is null then null else (${legColumn})::jsonb || jsonb_build_object('told', l.rights_told_at is not null, 'received', l.received_at is not null, 'bodyId', l.body_id, 'offeredAt', l.offered_at,
        'offeredBy', (select coalesce(p.unit, o.name) from account o left join post p on p.account_id = o.id and p.role = 'triage' where o.id = l.offered_by_id limit 1)) end as leg,
      ${names} as mediators, ms.held, mn.starts_at as "nextAt", mn.place as "nextPlace", coalesce(mn.must_move, false) as "mustMove", pp.paper, od.duty, ${sides} as sides, f.total, f.late
    from first f join dispute d on d.id = f.id join area a on a.id = d.area_id join area t on t.id = d.township_id
      left join leg l on l.dispute_id = d.id and l.ended_at is null left join body b on b.id = l.body_id left join account k on k.id = d.keeper_id
      ${session} ${paper} ${duty} ${rule}
    order by f.pressing, d.id`

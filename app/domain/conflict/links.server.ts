import { Prisma, type Reading } from '#app/db/client.server'
import { findingsOf, verdictOf, type Finding, type Link, type Verdict } from './findings'

/** Words that stand in the field 工作单位 and name none. */
const noEmployer = ['自由职业', '个体工商户', '个体经营', '个体户', '灵活就业', '退休人员', '务农人员', '无固定单位', '打零工']
/** A shorter one (无, 务农, 学校) is not the name of an employer. */
const shortestEmployer = 4

/** The name of a unit as it is compared: width, spaces, brackets and points do not make another. */
export const unit = (column: string): Prisma.Sql =>
  Prisma.sql`nullif(lower(regexp_replace(normalize(${Prisma.raw(column)}, NFKC), '[[:space:]()（）·.,，、。_-]', '', 'g')), '')`
const names = (column: string) =>
  Prisma.sql`(length(${Prisma.raw(column)}) >= ${shortestEmployer} and ${Prisma.raw(column)} <> all(${noEmployer}::text[]))`

/** 王某, 李某某: a name that was masked already is everybody's. */
const masked = (column: string) => Prisma.sql`${Prisma.raw(column)} ~ '某|×|\\*|[xX]{1,2}$'`

const open = Prisma.sql`('inForce', 'contested', 'replaced')`

/** Joined row by row through an index: the planner knows neither how few come of the many people asked about, nor that most have no paper. */
const each = (table: string, where: string) => {
  const [, alias = ''] = table.split(' ')
  return Prisma.raw(`cross join lateral (select ${alias}.* from ${table} where ${where} offset 0) ${alias}`)
}

/**
 * Statement pieces: `who` (everybody asked about), `inside` (who is in the disputes now) and `link` (what any of the one and any of the
 * other have in common: mediator_id, dispute_id, code, via, party_id, whom, detail, cleared). `people` selects account_id, registrant_id
 * of those asked about, `disputes` the ids. Every join goes by an index: parties by telephone, paper and address, or by dispute.
 */
export const linked = (people: Prisma.Sql, disputes: Prisma.Sql): Prisma.Sql => Prisma.sql`
  asked as materialized (select distinct x.account_id, x.registrant_id from (${people}) x),
  who as materialized (
    select coalesce(a.id, r.id) as id, a.id as account_id, r.id as registrant_id, coalesce(a.name, r.name) as name, r.id_hash, r.home_hash,
      array_remove(array[a.contact_hash, r.phone_hash], null) as phones, ${unit('r.employer')} as employer
    from asked x left join account a on a.id = x.account_id left join registrant r on r.id = x.registrant_id or r.account_id = x.account_id),
  inside as materialized (
    select q.id, q.dispute_id, q.side, q.kind, q.name, q.phone_hash, q.id_hash, q.address_hash, ${unit('q.employer')} as employer, ${unit('q.name')} as unit
    from party q where q.dispute_id in (${disputes}) and q.left_at is null),
  standing as materialized (select h.party_id, h.name, h.phone_hash, i.dispute_id from party_helper h join inside i on i.id = h.party_id),
  kin as materialized (select w.id as mediator_id, k.relation, k.name, k.id_hash, k.phone_hash, k.same_household
    from who w join registrant_kin k on k.registrant_id = w.registrant_id),
  mine as materialized (
    select w.id as mediator_id, q.id as party_id, q.dispute_id, q.side, false as helps from who w ${each('party q', 'q.phone_hash = any(w.phones)')}
    union select w.id, q.id, q.dispute_id, q.side, false from who w ${each('party q', 'q.id_hash = w.id_hash')}
    union select w.id, q.id, q.dispute_id, q.side, true from who w ${each('party_helper h', 'h.phone_hash = any(w.phones)')} ${each('party q', 'q.id = h.party_id')}),
  before as materialized (
    select m.mediator_id, m.dispute_id, m.side as own_side, m.helps, o.side, o.id = m.party_id as own, e.number, i.id as party_id, i.name, i.dispute_id as now_in
    from mine m join dispute e on e.id = m.dispute_id and e.merged_into_id is null ${each('party o', 'o.dispute_id = m.dispute_id')}
      join inside i on (i.id_hash = o.id_hash or i.phone_hash = o.phone_hash) and i.dispute_id <> m.dispute_id),
  found as (
    select w.id as mediator_id, i.dispute_id, case i.kind when 'household' then 'household' else 'self' end as code,
      case i.kind when 'household' then 'household' else 'phone' end as via, i.id as party_id, i.name as whom, null::text as detail
      from who w join inside i on i.phone_hash = any(w.phones)
    union all select w.id, i.dispute_id, 'self', 'identity', i.id, i.name, null from who w join inside i on i.id_hash = w.id_hash
    union all select w.id, s.dispute_id, 'self', 'helper', s.party_id, s.name, null from who w join standing s on s.phone_hash = any(w.phones)
    union all select w.id, m.dispute_id, 'self', 'member', m.party_id, m.name, null
      from who w join roster_member m on (m.phone_hash = any(w.phones) or m.id_hash = w.id_hash) join inside i on i.id = m.party_id
      where m.dispute_id in (${disputes})
    union all select w.id, i.dispute_id, case when i.kind in ('person', 'household') then 'household' else 'address' end, 'home', i.id, i.name, null
      from who w join inside i on i.address_hash = w.home_hash
    union all select k.mediator_id, i.dispute_id, case when k.same_household then 'household' else 'relative' end, 'kin', i.id, i.name, k.relation
      from kin k join inside i on i.id_hash = k.id_hash or i.phone_hash = k.phone_hash
    union all select k.mediator_id, m.dispute_id, case when k.same_household then 'household' else 'relative' end, 'kin', m.party_id, m.name, k.relation
      from kin k join roster_member m on (m.id_hash = k.id_hash or m.phone_hash = k.phone_hash) join inside i on i.id = m.party_id
      where m.dispute_id in (${disputes})
    union all select k.mediator_id, s.dispute_id, 'relative', 'kinHelper', s.party_id, s.name, k.relation from kin k join standing s on s.phone_hash = k.phone_hash
    union all select w.id, i.dispute_id, 'employed', 'rows', i.id, i.name, null
      from who w join inside i on (w.employer = i.employer or (i.kind = 'organisation' and w.employer = i.unit)) and ${names('w.employer')}
    union all select b.mediator_id, b.now_in, 'opposed', 'rows', b.party_id, b.name, b.number
      from before b where b.side <> b.own_side and b.side <> 'third' and b.own_side <> 'third'
    union all select b.mediator_id, b.now_in, 'agent', 'rows', b.party_id, b.name, b.number from before b where b.helps and b.own
    union all select b.mediator_id, b.now_in, 'agreement', 'rows', b.party_id, b.name, b.number from before b
      where not b.helps and not b.own and exists (select 1 from agreement a where a.dispute_id = b.dispute_id and a.status in ${open})
    union all select w.id, r.dispute_id, 'adviser', 'rows', null, w.name, null
      from who w join request r on r.registrant_id = w.registrant_id and r.kind = 'adviser' and r.dispute_id in (${disputes})
    union all select w.id, c.dispute_id, 'adviser', 'rows', null, w.name, null
      from who w join consultation c on c.registrant_id = w.registrant_id and c.dispute_id in (${disputes})
    union all select w.id, t.dispute_id, case when t.bars then 'declaredBar' else 'declared' end, 'rows', null, w.name, t.kind
      from who w join tie_declaration t on t.account_id = w.account_id and t.dispute_id in (${disputes})
    union all select w.id, i.dispute_id, 'namesake', 'name', i.id, i.name, null from who w join inside i on i.name = w.name and not ${masked('w.name')}
      and (i.id_hash is null or w.id_hash is null)
    union all select w.id, s.dispute_id, 'namesake', 'helperName', s.party_id, s.name, null from who w join standing s on s.name = w.name and not ${masked('w.name')}
    union all select k.mediator_id, i.dispute_id, 'namesake', 'kinName', i.id, i.name, null from kin k join inside i on i.name = k.name and not ${masked('k.name')}
      and (i.id_hash is null or k.id_hash is null)),
  link as materialized (
    select f.*, (select c.how from tie_clearing c where c.dispute_id = f.dispute_id and c.account_id = f.mediator_id and c.code = f.code
      and c.party_id is not distinct from f.party_id order by c.recorded_at desc limit 1) as cleared from found f)`

type Row = { mediatorId: string; name: string; disputeId: string; court: boolean; may: boolean; links: Link[] }

/** What stands between a mediator and a dispute, and what it comes to. `may`: holds such a post as was asked for, and the account is not stopped. */
export type Standing = Omit<Row, 'links'> & { findings: Finding[]; verdict: Verdict }

export type Whom = {
  accountIds?: readonly string[]
  registrantIds?: readonly string[]
  /** Over `p` (post) and `b` (its body): what is asked of the post under which one is named; nothing said, anybody may. */
  post?: Prisma.Sql
}

/**
 * For many people at once and many disputes: a row for each pair, also where nothing was found. One statement. Somebody of the register
 * without an account stands under their id there.
 */
export async function standings(
  from: Reading,
  { accountIds = [], registrantIds = [], post }: Whom,
  disputeIds: readonly string[],
): Promise<Standing[]> {
  const people = Prisma.sql`select a.id as account_id, null::uuid as registrant_id from account a where a.id = any(${accountIds}::uuid[])
    union select r.account_id, r.id from registrant r where r.id = any(${registrantIds}::uuid[])`
  const rows = await from.$queryRaw<Row[]>`with ${linked(people, Prisma.sql`select unnest(${disputeIds}::uuid[])`)}
    select w.id as "mediatorId", w.name, d.id as "disputeId", d.source = 'court' as court,
      ${
        post
          ? Prisma.sql`exists (select 1 from post p join body b on b.id = p.body_id join account a on a.id = p.account_id and a.stopped_at is null
        where p.account_id = w.account_id and ${post})`
          : Prisma.sql`true`
      } as may,
      coalesce((select json_agg(json_build_object('code', l.code, 'via', l.via, 'partyId', l.party_id, 'whom', l.whom, 'detail', l.detail, 'cleared', l.cleared)
        order by l.party_id, l.code) from link l where l.mediator_id = w.id and l.dispute_id = d.id), '[]') as links
    from who w cross join dispute d where d.id = any(${disputeIds}::uuid[])`
  return rows.map(({ links, ...row }) => {
    const findings = findingsOf(row, { ...row, links })
    return { ...row, findings, verdict: verdictOf(findings) }
  })
}

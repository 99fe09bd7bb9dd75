import type { DisputeStatus } from '#machines/dispute.machine'
import { Prisma, read } from '#app/db/client.server'
import { holds, type Person } from '../actor'
import { formatShortDay, type LegalDay } from '../calendar/days'
import type { RowLeg } from '../desk/words'
import { opened } from '../desk/opened.server'
import { visible } from '../dispute/sight.server'
import { labelOf as stateWord } from '../dispute/words'
import { findingOutcomes, type FindingOutcome } from '../words/patrols'
import { labelOf } from '../words/words'
import { asksPlace, seesPlace, walksPlace } from './sight.server'

type Finding = {
  id: string
  line: string
  outcome: FindingOutcome
  disputeId: string | null
  number: string | null
  status: DisputeStatus | null
  leg: RowLeg | null
  seen: boolean | null
}

/** One place of a round with what it last reported. */
export type PlaceRow = {
  id: string
  name: string
  village: string | null
  township: string | null
  walks: boolean
  reportId: string | null
  on: LegalDay | null
  by: string | null
  rounds: number | null
  found: number | null
  note: string | null
  before: number
  findings: Finding[]
}

const findings = (actor: Person, now: Date) => Prisma.sql`coalesce((select json_agg(f order by f.id) from (
  select f.id, f.line, f.outcome, f.dispute_id as "disputeId", d.number, d.status, (${visible(actor, now)} and ${opened(actor)}) as seen,
    (select json_build_object('channel', l.channel, 'body', b.name, 'bodyKind', b.kind, 'partyAsked', l.party_asked, 'otherNumber', l.other_number)
      from leg l join body b on b.id = l.body_id where l.dispute_id = d.id and l.ended_at is null limit 1) as leg
  from patrol_finding f left join dispute d on d.id = f.dispute_id where f.report_id = t.id) f), '[]')`

/** The places of a round that this person may look at, by place and never by figures, with the report that stands. One statement. */
export const readPlaces = (actor: Person, roundId: string, now: Date): Promise<PlaceRow[]> => read<PlaceRow[]>`
  select x.id, x.name, case x.level when 'grid' then v.name end as village, coalesce(case x.level when 'grid' then u.name else v.name end, '') as township,
    ${walksPlace(actor)} as walks, t.id as "reportId", to_char(t.reported_on, 'YYYY-MM-DD') as "on", a.name as by, t.rounds, t.found, t.note,
    (select count(*)::int from patrol_report o where o.round_id = r.id and o.area_id = x.id and o.replaced_at is not null) as before, ${findings(actor, now)} as findings
  from patrol_round r join area ra on ra.id = r.area_id join area x on ${asksPlace} left join area v on v.id = x.parent_id left join area u on u.id = v.parent_id
    left join patrol_report t on t.round_id = r.id and t.area_id = x.id and t.replaced_at is null left join account a on a.id = t.reported_by_id
  where r.id = ${roundId}::uuid and ${seesPlace(actor)} order by x.path, x.code nulls last`

export type FindingLine = { id: string; words: string; dispute?: { label: string; href?: string } }
export type PlaceLine = {
  id: string
  place: string
  above: string
  reported: string
  rounds: string
  found: string
  outcomes: Record<FindingOutcome, number>
  findings: FindingLine[]
  note: string
  href?: string
}

export const countOf = ({ findings: all }: Pick<PlaceRow, 'findings'>, outcome: FindingOutcome) =>
  all.filter((one) => one.outcome === outcome).length

/** A leader reads numbers and states: what was only found is not his to read. */
const readsLines = (actor: Person) => holds(actor, 'triage', 'duty', 'bureau', 'grid')

function findingLine({ id, line, outcome, number, status, leg, seen, disputeId }: Finding, reads: boolean): FindingLine {
  const label = labelOf(findingOutcomes, outcome)
  return {
    id,
    words: [label, reads ? line : ''].filter(Boolean).join('：'),
    ...(number && status && { dispute: { label: `${number} ${stateWord(status, leg)}`, ...(seen && { href: `/disputes/${disputeId}` }) } }),
  }
}

export function placeLine(actor: Person, row: PlaceRow, roundId: string, open: boolean): PlaceLine {
  const nil = row.found === 0
  return {
    id: row.id,
    place: row.name,
    above: [row.township, row.village].filter(Boolean).join(' '),
    reported: row.on
      ? `${formatShortDay(row.on)} ${row.by ?? ''}${nil ? '，零报告' : ''}${row.before ? `，改报过 ${row.before} 次` : ''}`
      : '',
    rounds: row.rounds === null ? '' : String(row.rounds),
    found: row.found === null ? '' : String(row.found),
    outcomes: { registered: countOf(row, 'registered'), settled: countOf(row, 'settled'), watched: countOf(row, 'watched') },
    findings: row.findings.map((one) => findingLine(one, readsLines(actor))),
    note: readsLines(actor) ? (row.note ?? '') : '',
    ...(open && row.walks && { href: `/patrol/${roundId}/report?area=${row.id}` }),
  }
}

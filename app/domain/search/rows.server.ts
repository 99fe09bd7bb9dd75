import type { DisputeStatus } from '#machines/dispute.machine'
import { Prisma } from '#app/db/client.server'
import { areasOf, bodiesOf, type Person } from '../actor'
import type { LegalDay } from '../calendar/days'
import { dueWords, type DueWords } from '../desk/due'
import { dangerWhy, deskWord, periodWord, placeWord, stateWord, unhandled, type Level, type RowLeg } from '../desk/words'
import { offeredTitle, type OfferedSides } from '../desk/offered-title'
import { subjectsOf } from '../dispute/sight.server'
import { typeLabel } from '../types/dispute-types'

/** One dispute in a list, as the statement reads it. */
export type Listed = {
  id: string
  number: string
  title: string
  status: DisputeStatus
  level: 'township' | 'district'
  risk: Level
  signs: string[]
  /** A danger that nobody has handled yet (U7). */
  inDanger: boolean
  place: string
  township: string
  typeCode: string
  subtypeCode: string | null
  people: number | null
  leg: RowLeg | null
  keeper: string | null
  /** Seen only for one's own part, which is over: where it is now is no longer shown. */
  past: boolean
  /** Only of what was offered to one's own people's body and not taken yet. */
  sides?: OfferedSides
  dueAt: Date | null
  dueDay: LegalDay | null
  duePeriod: string | null
  recordedAt: Date
  /** Number of the file in which it rests. */
  mainNumber: string | null
}

/** The open leg as `RowLeg`, over `l` and `b`. */
export const legColumn = Prisma.sql`case when l.id is null then null else json_build_object('channel', l.channel, 'body', b.name, 'bodyKind', b.kind,
  'partyAsked', l.party_asked, 'otherNumber', l.other_number) end`

/** Whether somebody without an area sees it by rows of sight that are over. */
export const pastColumn = (actor: Person) =>
  areasOf(actor, 'triage', 'duty', 'bureau', 'leader').length
    ? Prisma.sql`false`
    : Prisma.sql`not exists (select 1 from sight s where s.dispute_id = d.id and s.subject_id = any(${subjectsOf(actor)}::uuid[]) and s.valid_to is null and s.why <> 'past')`

/** The sides, where their names are not this person's to read yet. */
export const sidesColumn = (actor: Person) =>
  areasOf(actor, 'triage', 'duty', 'bureau', 'leader').length || !bodiesOf(actor, 'head').length
    ? Prisma.sql`null`
    : Prisma.sql`case when l.received_at is null and l.channel = 'people' and l.body_id = any(${bodiesOf(actor, 'head')}::uuid[]) then
      (select json_agg(json_build_object('name', q.name, 'kind', q.kind)) from party q where q.dispute_id = d.id) end`

/** The columns of `Listed` but `past`, over dispute `d` and what `listedJoins` joins. */
export const listedColumns = Prisma.sql`d.id, d.number, d.title, d.status, d.level, d.risk, d.danger_signs as signs, d.danger_since is not null as "inDanger",
  a.name as place, t.name as township,
  d.type_code as "typeCode", d.subtype_code as "subtypeCode", d.people_count as people, k.name as keeper, ${legColumn} as leg,
  d.due_at as "dueAt", to_char(d.due_day, 'YYYY-MM-DD') as "dueDay", d.due_period as "duePeriod", d.recorded_at as "recordedAt",
  case when d.merged_into_id is not null then (select o.number from dispute o where o.id = d.merged_into_id) end as "mainNumber"`

/** Place, township, the body that has it now and who keeps it. */
export const listedJoins = Prisma.sql`join area a on a.id = d.area_id join area t on t.id = d.township_id
  left join leg l on l.dispute_id = d.id and l.ended_at is null left join body b on b.id = l.body_id
  left join account k on k.id = d.keeper_id`

/** A row of a list in words; the shape is the component's. */
export type DisputeLine = {
  id: string
  href: string
  number: string
  title: string
  place: string
  type: string
  people?: string
  state: string
  desk?: string
  risk: Level
  riskWhy?: string
  due?: DueWords
}

/** 11月24日前, with the name of the period; nothing once it has ended. */
export const dueOf = ({ dueDay, duePeriod }: Pick<Listed, 'dueDay' | 'duePeriod'>, today: LegalDay): DueWords | undefined =>
  dueDay ? dueWords(dueDay, today, periodWord(duePeriod)) : undefined

export function lineOf(row: Listed, today: LegalDay): DisputeLine {
  const known = {
    id: row.id,
    href: `/disputes/${row.id}`,
    number: row.number,
    title: offeredTitle(row),
    place: placeWord(row.place),
    type: typeLabel(row.typeCode, row.subtypeCode),
  }
  if (row.past) return { ...known, state: '本方已办完', risk: 'green' }
  const desk = deskWord(row)
  const due = dueOf(row, today)
  const why = row.inDanger ? unhandled(row.signs) : row.risk === 'green' ? undefined : dangerWhy(row.signs)
  return {
    ...known,
    state: row.mainNumber ? `${stateWord(row)}，在 ${row.mainNumber} 号一起办` : stateWord(row),
    risk: row.inDanger ? 'red' : row.risk,
    ...(row.people ? { people: `${row.people} 人` } : {}),
    ...(desk ? { desk } : {}),
    ...(why ? { riskWhy: why } : {}),
    ...(due ? { due } : {}),
  }
}

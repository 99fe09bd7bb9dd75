import type { Prisma, Reading } from '#app/db/client.server'
import { addDays, dayIn, type LegalDay } from '../calendar/days'
import { nextWorkingDay, restDaysFrom, type CalendarDay } from '../calendar/rest-days'
import type { BodyKind } from '../words/body-kinds'
import { findingsOf, isComposed, type Finding, type Officer } from './composition'

type Row = {
  id: string
  name: string
  kind: BodyKind
  ownSeal: boolean
  types: string[]
  area: string
  setUpOn: LegalDay
  filedOn: LegalDay | null
  termEnds: LegalDay | null
  officers: Officer[]
}

/** Since when a medical committee is filed with the bureau, and within how many working days (医疗纠纷预防和处理条例 32). */
const [filedSince, filedWithin] = ['2018-10-01', 30]
const medicalType = '13'
const isMedical = ({ kind, types }: Row) => kind === 'industryCommittee' && types.includes(medicalType)

/** The last day to file: the working days after the day of set-up, which does not count. */
async function fileBy(from: Reading, setUpOn: LegalDay): Promise<LegalDay | null> {
  if (setUpOn < filedSince) return null
  const table = await from.$queryRaw<CalendarDay[]>`select to_char(day, 'YYYY-MM-DD') as day, rest, name, source from calendar_day`
  const restDays = restDaysFrom(table)
  return Array.from({ length: filedWithin }).reduce<LegalDay>((day) => nextWorkingDay(addDays(day, 1), restDays), setUpOn)
}

const rowsOf = (from: Reading, which: Prisma.Sql, today: LegalDay) => from.$queryRaw<Row[]>`
  select b.id, b.name, b.kind, b.seal_of_id is null as "ownSeal", b.types, a.name as area, to_char(b.valid_from, 'YYYY-MM-DD') as "setUpOn",
    to_char(b.filed_on, 'YYYY-MM-DD') as "filedOn", (select to_char(max(t.ends_on), 'YYYY-MM-DD') from committee_term t where t.body_id = b.id) as "termEnds",
    coalesce((select json_agg(json_build_object('office', p.office, 'sex', r.sex, 'ethnicity', r.ethnicity, 'birthYear', r.birth_year, 'education', r.education))
      from appointment p join registrant r on r.id = p.registrant_id where p.body_id = b.id and p.valid_from <= ${today}::date and p.ended_on is null), '[]') as officers
  from body b join area a on a.id = b.area_id
  where b.channel = 'people' and b.valid_from <= ${today}::date and (b.valid_to is null or b.valid_to >= ${today}::date) and ${which}
  order by length(a.path), a.code nulls last, b.name limit 1000`

export type Composed = { id: string; name: string; area: string; termEnds: LegalDay | null; members: number; findings: Finding[] }

/** Committees as they are composed today, each with what the law finds; rooms are left out. One statement, two with a medical one. */
export async function composedBodies(from: Reading, which: Prisma.Sql, now: Date): Promise<Composed[]> {
  const today = dayIn(now)
  const rows = (await rowsOf(from, which, today)).filter(isComposed)
  return Promise.all(
    rows.map(async (row) => {
      const medical = isMedical(row)
      const findings = findingsOf({ ...row, medical, fileBy: medical ? await fileBy(from, row.setUpOn) : null }, today)
      return { id: row.id, name: row.name, area: row.area, termEnds: row.termEnds, members: row.officers.length, findings }
    }),
  )
}

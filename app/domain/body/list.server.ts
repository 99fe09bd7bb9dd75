import { read } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import { choiceOf } from '../types/dispute-types'
import { lineOf, wayOf } from '../dispute/words'
import { bodyKinds, type BodyKind } from '../words/body-kinds'
import { languages as languageWords } from '../words/parties'
import { placeWord } from '../desk/words'
import { labelOf } from '../words/words'

/** A body in the list, as people know it; the shape is the component's. */
export type BodyLine = {
  id: string
  href: string
  name: string
  line: ReturnType<typeof lineOf>
  channel: string
  about: string
  load?: string
}
export type Township = { id: string; name: string; committee: BodyLine | null; villages: { id: string; href: string; name: string }[] }
export type BodyList = {
  rooms: BodyLine[]
  townships: Township[]
  industry: BodyLine[]
  courts: BodyLine[]
  organs: BodyLine[]
  demo: boolean
}

type Row = {
  id: string
  name: string
  kind: BodyKind
  channel: string
  types: string[]
  languages: string[]
  place: string | null
  hours: string | null
  scopeNote: string | null
  capacity: number | null
  demo: boolean
  areaId: string
  area: string
  parentId: string | null
  load: number
}

/** 旅游纠纷、消费纠纷; all types where none are named. */
export const scopeWords = (types: readonly string[]): string =>
  types.length ? types.map((code) => choiceOf(code)?.label ?? code).join('、') : '各类纠纷'
export const languageWordsOf = (codes: readonly string[]): string => codes.map((code) => labelOf(languageWords, code)).join('、')

/** 在办 12 件，上限 15 件 */
export const loadWords = (load: number, capacity: number | null): string =>
  `在办 ${load} 件${capacity === null ? '' : `，上限 ${capacity} 件`}`

const rooms: readonly BodyKind[] = ['namedRoom', 'stationedRoom']
const industry: readonly BodyKind[] = ['industryCommittee', 'jointCommittee']
const local: readonly BodyKind[] = ['villageCommittee', 'townshipCommittee']

const lineFor = (row: Row): BodyLine => ({
  id: row.id,
  href: `/bodies/${row.id}`,
  name: row.name,
  line: lineOf(row.channel),
  channel: wayOf({ channel: row.channel, bodyKind: row.kind, partyAsked: true }),
  about: [row.scopeNote ?? scopeWords(row.types), row.place, languageWordsOf(row.languages.filter((code) => code !== 'chinese'))]
    .filter(Boolean)
    .join('　'),
  ...(row.channel === 'people' ? { load: loadWords(row.load, row.capacity) } : {}),
})

function townshipsOf(rows: Row[]): Township[] {
  const committees = rows.filter(({ kind }) => kind === 'townshipCommittee')
  return committees.map((committee) => ({
    id: committee.areaId,
    name: committee.area,
    committee: lineFor(committee),
    villages: [
      ...rows
        .filter(({ kind, parentId }) => kind === 'villageCommittee' && parentId === committee.areaId)
        .map(({ id, area }) => ({ id, href: `/bodies/${id}`, name: placeWord(area) })),
      ...rows
        .filter(({ kind, areaId }) => kind === 'police' && areaId === committee.areaId)
        .map(({ id, name }) => ({ id, href: `/bodies/${id}`, name })),
    ],
  }))
}

/** 调解组织 as people know them: rooms, then the committees of each township with its villages, industry, courts, organs. One statement. */
export async function listBodies(now = new Date()): Promise<BodyList> {
  const rows = await read<Row[]>`
    select b.id, b.name, b.kind, b.channel, b.types, b.languages, b.place, b.hours, b.scope_note as "scopeNote", b.capacity, b.demo, a.id as "areaId", a.name as area,
      a.parent_id as "parentId", case when b.channel = 'people' and b.kind <> 'villageCommittee'
        then (select count(*)::int from leg l where l.body_id = b.id and l.ended_at is null) else 0 end as load
    from body b join area a on a.id = b.area_id
    where b.valid_from <= ${dayIn(now)}::date and (b.valid_to is null or b.valid_to >= ${dayIn(now)}::date) order by a.code nulls last, b.id limit 1000`
  const of = (kinds: readonly BodyKind[]) => rows.filter(({ kind }) => kinds.includes(kind)).map(lineFor)
  const placed = new Set([...rooms, ...industry, ...local])
  const stations = new Set(rows.filter(({ kind }) => kind === 'townshipCommittee').map(({ areaId }) => areaId))
  const others = rows.filter(({ kind, areaId }) => !placed.has(kind) && !(kind === 'police' && stations.has(areaId)))
  return {
    rooms: rooms.flatMap((kind) => of([kind])),
    demo: rows.some(({ demo }) => demo),
    townships: townshipsOf(rows),
    industry: of(industry),
    courts: others.filter(({ channel }) => channel === 'judicial').map(lineFor),
    organs: others
      .filter(({ channel }) => channel !== 'judicial')
      .sort((a, b) => Object.keys(bodyKinds).indexOf(a.kind) - Object.keys(bodyKinds).indexOf(b.kind))
      .map(lineFor),
  }
}

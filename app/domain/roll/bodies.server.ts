import { Prisma, read, reading } from '#app/db/client.server'
import { areasOf, bodiesOf, holds, type Person } from '../actor'
import { addDays, dayIn, formatDate, type LegalDay } from '../calendar/days'
import { Refusal } from '../refusal'
import { choice, day, row, select, text, type SettingForm } from '../settings/fields'
import { maySet, type Place } from '../settings/permissions'
import { offices, termHows, type Office } from '../words/roll'
import { labelOf, optionsOf } from '../words/words'
import { composedBodies, type Composed } from './composed.server'
import type { Finding } from './composition'
import { termEnd } from './terms.server'

/** A finding as a page shows it; what was read in a fragment alone is said to be so. */
const findingWords = ({ code, sentence, article }: Finding) => ({ code, sentence, article })
export type FindingWords = ReturnType<typeof findingWords>

const termWords = ({ termEnds }: Composed) => (termEnds ? `本届到${formatDate(termEnds)}` : '没有登记任期')

/** What the law finds of one body, for its page; null for a room, an organ, a court. One statement. */
export async function findingsOn(bodyId: string, now = new Date()): Promise<FindingWords[] | null> {
  const [found] = await composedBodies(reading, Prisma.sql`b.id = ${bodyId}::uuid`, now)
  return found ? found.findings.map(findingWords) : null
}

/** Committees and what the law finds of each, those with findings first; for administrators of the area and the bureau. Throws Refusal notFound. */
export async function bodiesWithFindings(actor: Person, now = new Date()) {
  if (!holds(actor, 'admin', 'bureau')) throw new Refusal('notFound', '没有这一页')
  const areas = [...areasOf(actor, 'admin', 'bureau')].map((id) => `%/${id}/%`)
  const all = await composedBodies(reading, Prisma.sql`a.path like any(${areas}::text[])`, now)
  const line = (one: Composed) => ({
    id: one.id,
    href: `/roll/bodies/${one.id}`,
    name: one.name,
    area: one.area,
    words: `在册 ${one.members} 人，${termWords(one)}`,
    findings: one.findings.map(findingWords),
  })
  const found = all.filter(({ findings }) => findings.length)
  return { total: all.length, found: found.map(line), good: all.filter(({ findings }) => !findings.length).map(line) }
}

type Seat = { id: string; registrantId: string; name: string; office: Office; from: LegalDay; to: LegalDay | null }
type Row = {
  id: string
  name: string
  place: Place
  people: boolean
  seats: Seat[]
  terms: { on: LegalDay; to: LegalDay; how: string; paper: string | null }[]
}

const bodyRow = (id: string) => read<Row[]>`
  select b.id, b.name, b.channel = 'people' as people, json_build_object('id', a.id, 'level', a.level, 'path', a.path) as place,
    coalesce((select json_agg(json_build_object('id', p.id, 'registrantId', r.id, 'name', r.name, 'office', p.office,
        'from', to_char(p.valid_from, 'YYYY-MM-DD'), 'to', to_char(p.valid_to, 'YYYY-MM-DD')) order by r.sound_key, p.id)
      from appointment p join registrant r on r.id = p.registrant_id where p.body_id = b.id and p.ended_on is null), '[]') as seats,
    coalesce((select json_agg(json_build_object('on', to_char(t.elected_on, 'YYYY-MM-DD'), 'to', to_char(t.ends_on, 'YYYY-MM-DD'), 'how', t.how, 'paper', t.paper)
      order by t.elected_on desc) from committee_term t where t.body_id = b.id), '[]') as terms
  from body b join area a on a.id = b.area_id where b.id = ${id}::uuid`

/** 换届: the day, who elected, and who goes on. */
function termFormOf(seats: Seat[], today: LegalDay): SettingForm {
  const sitting = seats.filter(({ office, from }) => offices[office].sits && from < today)
  const stays = sitting.map(({ id, name, office }) => ({ value: id, label: `${name}（${offices[office].label}）` }))
  return {
    act: 'term',
    title: '登记换届',
    quiet: true,
    note: `每届三年（人民调解法第9条）：今天选出来的，到${formatDate(termEnd(today))}。`,
    fields: [
      row(day('electedOn', '哪天选出来的', { value: today }), select('how', '怎么产生的', optionsOf(termHows), { none: '请选' })),
      text('paper', '文号', { later: '可不写' }),
      ...(stays.length
        ? [
            choice('stay', '谁连任', stays, {
              many: true,
              value: stays.map(({ value }) => value),
              hint: '不勾的到前一天任期届满；手里还有没办完的，先交出去',
            }),
          ]
        : []),
    ],
    submit: '登记换届',
  }
}

const order = Object.keys(offices)

/** `/roll/bodies/:id`: how a body is composed, its terms, and the form of an election. Throws Refusal notFound for who may not read it. */
export async function composedBody(actor: Person, id: string, now = new Date()) {
  const [row] = await bodyRow(id)
  const writes = row !== undefined && maySet(actor, 'body', row.place)
  const may = writes || holds(actor, 'bureau', 'triage') || bodiesOf(actor, 'head').includes(id)
  if (!row || !row.people || !may) throw new Refusal('notFound', '没有这个组织，或者不归您管')
  const today = dayIn(now)
  const findings = await findingsOn(id, now)
  const seats = [...row.seats].sort((a, b) => order.indexOf(a.office) - order.indexOf(b.office))
  return {
    id: row.id,
    name: row.name,
    findings,
    seats: seats.map(({ id: seat, registrantId, name, office, from, to }) => ({
      id: seat,
      href: `/roll/${registrantId}`,
      name,
      office: labelOf(offices, office),
      words: `${formatDate(from)}起${to ? `，到${formatDate(to)}` : ''}`,
      over: to !== null && to < today ? '任期已满' : to !== null && to <= addDays(today, 60) ? '任期快满' : null,
    })),
    terms: row.terms.map(({ on, to, how, paper }) => ({
      when: `${formatDate(on)}至${formatDate(to)}`,
      words: [labelOf(termHows, how), paper].filter(Boolean).join('，'),
    })),
    form: writes && findings ? termFormOf(seats, today) : null,
  }
}

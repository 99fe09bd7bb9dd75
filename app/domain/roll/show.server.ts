import { Prisma, read, reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, formatDate, type LegalDay } from '../calendar/days'
import { isId } from '../id'
import { standInFor } from './absences.server'
import { demandRoll, mayRoll, type Subject } from './permissions'
import { actsOn, factsOf, type CardRow } from './card.server'
import { subjectColumns } from './subject.server'
import { appointHows, endReasons, kinRelations, leaveReasons, offices } from '../words/roll'
import { labelOf } from '../words/words'

type Held = {
  id: string
  bodyId: string
  body: string
  office: string
  how: string
  paper: string | null
  from: LegalDay
  to: LegalDay | null
  endedOn: LegalDay | null
  endWhy: string | null
  endPaper: string | null
  open: number
}
type Away = { id: string; from: LegalDay; to: LegalDay; why: string; substitute: string | null }
type Row = CardRow &
  Subject & {
    id: string
    held: Held[]
    trained: { on: LegalDay; hours: number; subject: string; by: string | null }[]
    away: Away[]
    kin: { id: string; relation: string; name: string; same: boolean }[]
    counts: { year: number; times: number; people: number }[]
    lines: { on: LegalDay; people: number; line: string | null }[]
  }

const day = (column: string) => Prisma.raw(`to_char(${column}, 'YYYY-MM-DD')`)
/** Rows as one json list: what, from where, in which order. */
const list = (what: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`coalesce((select json_agg(x) from (select ${what} ${from}) x), '[]')`

const cardOf = (id: string, today: LegalDay) => read<Row[]>`
  select r.id, r.name, r.kind, r.sex, r.ethnicity, r.birth_year as "birthYear", r.education, r.profession, r.qualifications, r.languages, r.employer, r.salaried,
    r.phone_cipher as "phoneCipher", r.id_cipher as "idCipher", r.home_cipher as "homeCipher", r.cap, r.province_code as "provinceCode", r.note, r.demo,
    ${day('r.valid_from')} as "from", ${day('r.valid_to')} as "to", (select o.name from area o where o.id = r.area_id) as area, ${subjectColumns},
    (select count(*)::int from leg_mediator m join leg l on l.id = m.leg_id where m.account_id = r.account_id and m.valid_to is null and l.ended_at is null) as load,
    ${list(
      Prisma.sql`p.id, p.body_id as "bodyId", b.name as body, p.office, p.how, p.paper, ${day('p.valid_from')} as from, ${day('p.valid_to')} as to,
        ${day('p.ended_on')} as "endedOn", p.end_why as "endWhy", p.end_paper as "endPaper",
        (select count(*)::int from leg_mediator m join leg l on l.id = m.leg_id where m.account_id = r.account_id and m.valid_to is null and l.ended_at is null and l.body_id = p.body_id) as open`,
      Prisma.sql`from appointment p join body b on b.id = p.body_id where p.registrant_id = r.id order by p.ended_on is not null, p.valid_from desc, p.id limit 60`,
    )} as held,
    ${list(
      Prisma.sql`${day('t.held_on')} as on, t.hours, t.subject, t.by_text as by`,
      Prisma.sql`from training t where t.registrant_id = r.id order by t.held_on desc, t.id limit 60`,
    )} as trained,
    ${list(
      Prisma.sql`a.id, ${day('a.from_day')} as from, ${day('a.to_day')} as to, a.why, (select s.name from registrant s where s.id = a.substitute_id) as substitute`,
      Prisma.sql`from absence a where a.registrant_id = r.id and a.cancelled_at is null and a.to_day >= ${today}::date order by a.from_day limit 20`,
    )} as away,
    ${list(Prisma.sql`k.id, k.relation, k.name, k.same_household as same`, Prisma.sql`from registrant_kin k where k.registrant_id = r.id order by k.id`)} as kin,
    ${list(
      Prisma.sql`extract(year from c.held_on)::int as year, count(*)::int as times, sum(c.people)::int as people`,
      Prisma.sql`from consultation c where c.registrant_id = r.id group by 1 order by 1 desc limit 10`,
    )} as counts,
    ${list(
      Prisma.sql`${day('c.held_on')} as on, c.people, c.line`,
      Prisma.sql`from consultation c where c.registrant_id = r.id order by c.held_on desc, c.id desc limit 20`,
    )} as lines
  from registrant r where r.id = ${id}::uuid`

/** 2026年1月1日起，到2028年12月31日；推选，束办〔2026〕3号 */
const spanWords = (one: Held) =>
  [`${formatDate(one.from)}起${one.to ? `，任期到${formatDate(one.to)}` : ''}`, labelOf(appointHows, one.how), one.paper]
    .filter(Boolean)
    .join('；')

const endWords = ({ endedOn, endWhy, endPaper }: Held) =>
  endedOn ? [`${formatDate(endedOn)}${endWhy ? labelOf(endReasons, endWhy) : '结束'}`, endPaper].filter(Boolean).join('，') : null

const heldLine = (one: Held, today: LegalDay, writes: boolean) => ({
  id: one.id,
  href: `/bodies/${one.bodyId}`,
  body: one.body,
  office: labelOf(offices, one.office),
  words: spanWords(one),
  over: one.endedOn !== null,
  state: endWords(one) ?? (one.to && one.to < today ? '任期已满' : null),
  load: one.open && !one.endedOn ? `在办 ${one.open} 件` : '',
  end: writes && !one.endedOn,
})

async function awayOf(row: Row, today: LegalDay, may: boolean) {
  const now = row.away.find(({ from }) => from <= today)
  const stand = now ? await standInFor(reading, row.id, today) : null
  const through = stand && stand.through.length > 1 ? `（${stand.through.slice(1).join('、')}也在请假）` : ''
  return {
    today: stand ? (stand.name ? `今天请假，由${stand.name}顶${through}` : `今天请假，没有人顶${through}`) : null,
    rows: row.away.map(({ id, from, to, why, substitute }) => ({
      id,
      words: `${formatDate(from)}到${formatDate(to)}，${labelOf(leaveReasons, why)}`,
      by: substitute ? `由${substitute}顶` : '没有写谁顶',
      cancel: may,
    })),
  }
}

/** `/roll/:id`: somebody's card in words. Throws Refusal notFound for who may not read it. Two statements, four where they are away today. */
export async function showRegistrant(actor: Person, id: string, now = new Date()) {
  const today = dayIn(now)
  const [row] = isId(id) ? await cardOf(id, today) : []
  demandRoll(actor, 'read', row)
  const [writes, leaves, consults] = [mayRoll(actor, 'write', row), mayRoll(actor, 'leave', row), mayRoll(actor, 'consult', row)]
  const near = writes || row.accountId === actor.accountId
  const year = Number(today.slice(0, 4))
  const hours = row.trained.filter(({ on }) => Number(on.slice(0, 4)) === year).reduce((sum, one) => sum + one.hours, 0)
  return {
    id: row.id,
    name: row.name,
    demo: row.demo,
    ended: row.to && row.to < today ? `${formatDate(row.to)}起不在册` : null,
    ...factsOf(row, near),
    held: row.held.map((one) => heldLine(one, today, writes)),
    trained: row.trained.map(({ on, hours: n, subject, by }) => ({
      when: formatDate(on),
      words: subject,
      note: [`${n} 学时`, by].filter(Boolean).join('，'),
    })),
    hours: `${year}年 ${hours} 学时`,
    away: await awayOf(row, today, leaves),
    kin: near
      ? row.kin.map(({ id: kinId, relation, name, same }) => ({
          id: kinId,
          words: `${labelOf(kinRelations, relation)} ${name}${same ? '（同住一户）' : ''}`,
          remove: writes,
        }))
      : null,
    counts: row.counts.map(({ year: of, times, people }) => `${of}年 ${times} 次，${people} 人`),
    lines: consults
      ? row.lines.map(({ on, people, line }) => ({ when: formatDate(on), words: line ?? '答复一件纠纷的协办', note: `${people} 人` }))
      : [],
    acts: actsOn(row, { writes, leaves, consults }),
  }
}

import { read } from '#app/db/client.server'
import { bodiesOf, holds, roleLabels, type Person, type Role } from '../actor'
import { dayIn, formatDate } from '../calendar/days'
import { lineOf, wayOf } from '../dispute/words'
import { Refusal } from '../refusal'
import { findingsOn, type FindingWords } from '../roll/bodies.server'
import { maySet, type Place } from '../settings/permissions'
import { bodyKinds, type BodyKind } from '../words/body-kinds'
import { closeReasons } from '../words/roll'
import { labelOf } from '../words/words'
import { languageWordsOf, loadWords, scopeWords } from './list.server'

type Staff = { id: string; name: string; role: Role; languages: string[]; load: number }
type Row = {
  id: string
  name: string
  kind: BodyKind
  channel: string
  types: string[]
  languages: string[]
  place: string | null
  hours: string | null
  phone: string | null
  scopeNote: string | null
  capacity: number | null
  courtInvited: boolean
  demo: boolean
  until: string | null
  founder: string | null
  setUpPaper: string | null
  filedOn: string | null
  closeWhy: string | null
  closePaper: string | null
  standsIn: Place
  area: string
  seal: { id: string; name: string } | null
  rooms: { id: string; name: string }[]
  load: number
  staff: Staff[]
}

export type LoadRow = { name: string; load: number; cap: number }
/** A body's page in words. */
export type BodyPage = {
  id: string
  name: string
  line: ReturnType<typeof lineOf>
  channel: string
  kind: string
  demo: boolean
  seal: { href: string; name: string } | null
  rooms: { href: string; name: string }[]
  facts: { label: string; value: string }[]
  load: LoadRow[]
  loadWords: string
  people: { id: string; name: string; words: string; load: string }[]
  /** Speaks for it: its desk is shown too. */
  own: boolean
  /** Where an administrator of it changes it. */
  change: string | null
  /** Its people in the register, and how it is composed, for who looks into it. */
  roll: { people: string; composed: string; findings: FindingWords[] | null } | null
}

const readBody = (id: string, now: Date) => read<Row[]>`
  select b.id, b.name, b.kind, b.channel, b.types, b.languages, b.place, b.hours, b.phone, b.scope_note as "scopeNote", b.capacity,
    b.court_invited as "courtInvited", b.demo, to_char(b.valid_to, 'YYYY-MM-DD') as until,
    b.founder, b.set_up_paper as "setUpPaper", to_char(b.filed_on, 'YYYY-MM-DD') as "filedOn", b.close_why as "closeWhy", b.close_paper as "closePaper", a.name as area,
    json_build_object('id', a.id, 'level', a.level, 'path', a.path) as "standsIn",
    (select json_build_object('id', s.id, 'name', s.name) from body s where s.id = b.seal_of_id) as seal,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name) from body s where s.seal_of_id = b.id and s.valid_to is null), '[]') as rooms,
    (select count(*)::int from leg l where l.body_id = b.id and l.ended_at is null) as load,
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'role', c.role, 'languages', c.languages, 'load',
        (select count(*)::int from leg_mediator m join leg l on l.id = m.leg_id where m.account_id = c.id and m.valid_to is null and l.ended_at is null and l.body_id = b.id)) order by c.role = 'head' desc, c.id)
      from (select c.id, c.name, c.languages, min(p.role::text) as role from post p join account c on c.id = p.account_id
        where p.body_id = b.id and c.stopped_at is null and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}) group by c.id) c), '[]') as staff
  from body b join area a on a.id = b.area_id where b.id = ${id}::uuid and b.valid_from <= ${dayIn(now)}::date`

/** 负责人，会汉语、纳西语 */
const staffWords = ({ role, languages }: Staff) =>
  [roleLabels[role], languages.length ? `会${languageWordsOf(languages)}` : ''].filter(Boolean).join('，')

const closeWords = ({ closeWhy, closePaper }: Row, until: string) =>
  [`到${formatDate(until)}为止，以后不再接新的`, closeWhy && labelOf(closeReasons, closeWhy), closePaper].filter(Boolean).join('，')

function factsOf(row: Row, people: number) {
  const facts = [
    { label: '受理', value: [scopeWords(row.types), row.scopeNote].filter(Boolean).join('。') },
    { label: '地域', value: row.area },
    { label: '地点', value: row.place },
    { label: '时间', value: row.hours },
    { label: '电话', value: row.phone },
    { label: '语言', value: languageWordsOf(row.languages) },
    { label: '人员', value: people ? `${people} 人` : null },
    { label: '特邀调解', value: row.courtInvited ? '可以接法院委派、委托' : null },
    { label: '设立', value: [row.founder, row.setUpPaper].filter(Boolean).join('，') },
    { label: '备案', value: row.filedOn ? formatDate(row.filedOn) : null },
    { label: '撤销', value: row.until ? closeWords(row, row.until) : null },
    { label: '收费', value: row.channel === 'people' ? '人民调解不收费' : null },
  ]
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
}

/** A body's page: what for, where, when, who; the same for everybody on the staff, with what the law finds for who looks into the register. Two statements at most. Throws Refusal notFound. */
export async function showBody(actor: Person, bodyId: string, now = new Date()): Promise<BodyPage> {
  const [row] = await readBody(bodyId, now)
  if (!row) throw new Refusal('notFound', '没有这个组织')
  const link = ({ id, name }: { id: string; name: string }) => ({ href: `/bodies/${id}`, name })
  const mediates = row.channel === 'people'
  const looks =
    mediates && (holds(actor, 'bureau', 'triage') || bodiesOf(actor, 'head').includes(row.id) || maySet(actor, 'body', row.standsIn))
  const roll = looks
    ? { people: `/roll?body=${row.id}`, composed: `/roll/bodies/${row.id}`, findings: await findingsOn(row.id, now) }
    : null
  return {
    id: row.id,
    name: row.name,
    line: lineOf(row.channel),
    channel: wayOf({ channel: row.channel, bodyKind: row.kind, partyAsked: true }),
    kind: labelOf(bodyKinds, row.kind),
    demo: row.demo,
    seal: row.seal && link(row.seal),
    rooms: row.rooms.map(link),
    facts: factsOf(row, row.staff.length),
    load: row.capacity === null ? [] : [{ name: '全部', load: row.load, cap: row.capacity }],
    loadWords: loadWords(row.load, row.capacity),
    people: row.staff.map((one) => ({ id: one.id, name: one.name, words: staffWords(one), load: mediates ? `在办 ${one.load} 件` : '' })),
    own: bodiesOf(actor, 'head', 'court', 'organ').includes(row.id),
    change: maySet(actor, 'body', row.standsIn) ? `/settings/bodies/${row.id}` : null,
    roll,
  }
}

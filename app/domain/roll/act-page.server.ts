import { read, reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn } from '../calendar/days'
import { Refusal } from '../refusal'
import { administered, areaOptions } from '../settings/areas-rows.server'
import type { Option, SettingForm } from '../settings/fields'
import { demandAdministrator } from '../settings/permissions'
import { offices, type Office } from '../words/roll'
import { substitutesFor } from './absences.server'
import {
  absenceFields,
  appointFields,
  consultFields,
  endFields,
  kinFields,
  registrantFields,
  trainingFields,
  type RegistrantNow,
} from './fields'
import { isAdviser, maskedOf } from './card.server'
import { demandRoll, type RollAct } from './permissions'
import { registrantRow, type RegistrantRow } from './subject.server'

/** Bodies of people's mediation that somebody administers. */
const bodiesOf = (actor: Person) => {
  const own = actor.posts.flatMap(({ role, areaId }) => (role === 'admin' && areaId ? [`%/${areaId}/%`] : []))
  return read<Option[]>`select b.id as value, b.name as label from body b join area o on o.id = b.area_id
    where b.channel = 'people' and b.valid_to is null and o.path like any(${own}::text[]) order by length(o.path), o.code nulls last, b.name limit 500`
}

/** Areas to enter somebody in, the one that stands among them. */
async function areasFor(actor: Person): Promise<Option[]> {
  return areaOptions(await administered(reading, actor))
}

type Stands = Omit<RegistrantNow, 'secrets'> & Parameters<typeof maskedOf>[0]

async function standing(id: string): Promise<RegistrantNow> {
  const [row] = await read<
    Stands[]
  >`select r.id, r.name, r.kind, r.area_id as "areaId", r.sex, r.ethnicity, r.birth_year as "birthYear", r.education, r.profession,
      r.employer, r.salaried, r.qualifications, r.languages, r.cap, r.province_code as "provinceCode", r.note, r.phone_cipher as "phoneCipher",
      r.id_cipher as "idCipher", r.home_cipher as "homeCipher", to_char(r.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(r.valid_to, 'YYYY-MM-DD') as "validTo"
    from registrant r where r.id = ${id}::uuid`
  if (!row) throw new Refusal('notFound')
  return { ...row, secrets: maskedOf(row) }
}

async function held(row: RegistrantRow) {
  const rows = await read<{ id: string; body: string; office: Office; open: number }[]>`
    select p.id, b.name as body, p.office, case when exists (select 1 from appointment q where q.registrant_id = p.registrant_id and q.body_id = p.body_id
        and q.id <> p.id and q.ended_on is null) then 0 else (select count(*)::int from leg_mediator m join leg l on l.id = m.leg_id
        where m.account_id = ${row.accountId}::uuid and m.valid_to is null and l.ended_at is null and l.body_id = p.body_id) end as open
    from appointment p join body b on b.id = p.body_id where p.registrant_id = ${row.id}::uuid and p.ended_on is null order by p.id`
  return rows.map(({ id, body, office, open }) => ({ id, label: `${body}·${offices[office].label}`, open }))
}

type Ask = {
  title: string
  submit: string
  may: RollAct
  grave?: boolean
  note?: string
  fields: (actor: Person, row: RegistrantRow, today: string) => Promise<SettingForm['fields']>
}

const asks: Readonly<Record<string, Ask>> = {
  change: {
    title: '改动',
    submit: '保存',
    may: 'write',
    fields: async (actor, { id }) => registrantFields(await standing(id), await areasFor(actor)),
  },
  appoint: {
    title: '推选、聘任',
    submit: '登记任职',
    may: 'write',
    fields: async (actor, _, today) => appointFields(await bodiesOf(actor), today),
  },
  end: {
    title: '结束任职',
    submit: '结束任职',
    may: 'write',
    grave: true,
    fields: async (_, row, today) => endFields(await held(row), row.accountId && `/people/${row.accountId}/leave`, today),
  },
  train: { title: '登记培训', submit: '登记', may: 'write', fields: async (_a, _b, today) => trainingFields(today) },
  leave: {
    title: '请假',
    submit: '登记请假',
    may: 'leave',
    fields: async (_, { id }, today) => absenceFields(await substitutesFor(reading, id), today),
  },
  consult: { title: '记一次咨询', submit: '记下', may: 'consult', fields: async (_a, _b, today) => consultFields(today) },
  kin: { title: '登记近亲属', submit: '登记', may: 'write', fields: async () => kinFields },
}

/** The forms of a card, as its addresses name them. */
export const rollActs = Object.keys(asks)

/** The page of one form of a card. Throws Refusal: notFound (nobody's, or no such form), forbidden. */
export async function rollActPage(actor: Person, id: string, act: string, now = new Date()) {
  const row = await registrantRow(reading, id)
  const ask = Object.hasOwn(asks, act) ? asks[act] : undefined
  demandRoll(actor, 'read', row)
  if (!ask || !row || (act === 'consult' && !isAdviser(row.kind))) throw new Refusal('notFound', '没有这一页')
  demandRoll(actor, ask.may, row)
  const { title, submit, grave, fields } = ask
  const form: SettingForm = {
    act,
    title,
    submit,
    fields: await fields(actor, row, dayIn(now)),
    ...(grave && { grave }),
    ...(act === 'change' && { seen: row.print }),
  }
  return { id: row.id, name: row.name, form }
}

/** The form of somebody new. Throws Refusal notFound for who is no administrator. */
export async function newRegistrantPage(actor: Person, now = new Date()): Promise<SettingForm> {
  demandAdministrator(actor)
  return { act: 'new', title: '基本情况', submit: '登记入册', fields: registrantFields({ validFrom: dayIn(now) }, await areasFor(actor)) }
}

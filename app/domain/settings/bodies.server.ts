import type { Tx } from '#app/db/client.server'
import { reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { dateOf, dayIn } from '../calendar/days'
import { newId } from '../id'
import { isDemo } from '../people/demo.server'
import { Refusal, wrong } from '../refusal'
import { choiceOf } from '../types/dispute-types'
import { channelOf } from '../words/body-kinds'
import { languages } from '../words/parties'
import { isCode } from '../words/words'
import { administered, areaOptions, areaRow } from './areas-rows.server'
import { change, demandFresh, type Change, type Setting } from './act.server'
import { bodyFields, type BodyForm, type BodyNow } from './body-form'
import type { FormField } from './fields'
import { demandAdministrator, demandSetting, type Place } from './permissions'

type Row = Omit<BodyNow, 'demo'> & { id: string; demo: boolean; print: string; open: number; place_: Place; area: string }

/** A body with the print of its row; locked where it will be changed. */
async function bodyRow(tx: Pick<Tx, '$queryRaw'>, id: string, lock: boolean): Promise<Row | null> {
  if (lock) await tx.$queryRaw`select 1 from body where id = ${id}::uuid for update`
  const [row] = await tx.$queryRaw<Row[]>`
    select b.id, md5(b::text) as print, b.name, b.kind, b.area_id as "areaId", b.types, b.languages, b.scope_note as "scopeNote", b.hours, b.place, b.phone,
      b.seal_of_id as "sealOfId", b.short_number as "shortNumber", b.capacity, b.court_invited as "courtInvited", b.stationed_with as "stationedWith", b.demo,
      b.founder, b.set_up_paper as "setUpPaper", to_char(b.filed_on, 'YYYY-MM-DD') as "filedOn", b.close_why as "closeWhy", b.close_paper as "closePaper",
      to_char(b.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(b.valid_to, 'YYYY-MM-DD') as "validTo", r.name as area,
      json_build_object('id', r.id, 'level', r.level, 'path', r.path) as place_,
      (select count(*)::int from leg l where l.body_id = b.id and l.ended_at is null) as open
    from body b join area r on r.id = b.area_id where b.id = ${id}::uuid`
  return row ?? null
}

/** Committees with a seal of their own: whose seal a room may use. */
const sealed = (tx: Pick<Tx, '$queryRaw'>) => tx.$queryRaw<{ value: string; label: string }[]>`
  select b.id as value, b.name as label from body b where b.channel = 'people' and b.seal_of_id is null and b.short_number is not null and b.valid_to is null
  order by b.name limit 500`

export type BodySetting = { title: string; page: string | null; notes: string[]; fields: FormField[]; seen?: string; id: string | null }

/** The form of a body that is changed, or of a new one (null). Throws Refusal notFound for a body that is not the actor's to set. */
export async function bodySetting(actor: Person, id: string | null, now = new Date()): Promise<BodySetting> {
  demandAdministrator(actor)
  const [areas, seals, row, demo] = await Promise.all([
    administered(reading, actor),
    sealed(reading),
    id ? bodyRow(reading, id, false) : null,
    isDemo(),
  ])
  if (id) demandSetting(actor, 'body', row?.place_)
  const choices = areaOptions(areas)
  const here = row && !choices.some(({ value }) => value === row.areaId) ? [{ value: row.areaId, label: `${row.area}（已并入别处）` }] : []
  const others = seals.filter(({ value }) => value !== id)
  return {
    id,
    title: row?.name ?? '新设调解组织',
    page: row && row.validFrom <= dayIn(now) ? `/bodies/${row.id}` : null,
    notes: row ? [row.open ? `现在在办 ${row.open} 件` : '现在没有在办的'] : [],
    fields: bodyFields(row ?? { validFrom: dayIn(now), demo }, [...here, ...choices], others, demo || (row?.demo ?? false)),
    ...(row && { seen: row.print }),
  }
}

/** Types and sub-types stand in one list. */
const scopeOf = ({ types, subtypes }: BodyForm): string[] => [...new Set([...types, ...subtypes])]

/** What the form alone cannot know; each sentence beside its field. */
async function check({ tx, now }: Change, form: BodyForm, row: Row | null) {
  if (scopeOf(form).some((code) => !choiceOf(code))) throw wrong('types', '有认不出的类型，请重新选')
  if (form.languages.some((code) => !isCode(languages, code))) throw wrong('languages', '有认不出的语言，请重新选')
  if (form.sealOfId && channelOf(form.kind) !== 'people') throw wrong('sealOfId', '只有人民调解组织用调委会的印章')
  if (form.sealOfId && (form.sealOfId === row?.id || !(await sealed(tx)).some(({ value }) => value === form.sealOfId)))
    throw wrong('sealOfId', '请从名单里选一个有自己印章的调委会')
  if (form.sealOfId && form.shortNumber) throw wrong('shortNumber', '用别的调委会印章的，编号也用它的，这里不填')
  const [other] = await tx.$queryRaw<{ name: string; what: string }[]>`
    select b.name, case when b.name = ${form.name} then 'name' else 'shortNumber' end as what from body b
    where b.id is distinct from ${row?.id ?? null}::uuid and b.valid_to is null and (b.name = ${form.name} or b.short_number = ${form.shortNumber ?? null}) limit 1`
  if (other?.what === 'name') throw wrong('name', '已经有叫这个名称的组织')
  if (other) throw wrong('shortNumber', `“${other.name}”已经用了这个编号用字`)
  if (!row || !form.validTo) return
  if (row.open)
    throw new Refusal('notNow', `还有 ${row.open} 件没有办完，不能撤销。先办完、退回或者改派`, { validTo: `还有 ${row.open} 件没有办完` })
  const rooms = await tx.body.findMany({
    where: { sealOfId: row.id, OR: [{ validTo: null }, { validTo: { gte: dateOf(dayIn(now)) } }] },
    select: { name: true },
  })
  if (rooms.length) throw wrong('validTo', `${rooms.map(({ name }) => name).join('、')}在用它的印章，先给它们换一个`)
}

const dataOf = (form: BodyForm) => {
  const { subtypes: _, validFrom, validTo, scopeNote, hours, place, phone, shortNumber, sealOfId, capacity, filedOn, ...rest } = form
  return {
    ...rest,
    types: scopeOf(form),
    channel: channelOf(form.kind),
    sealOfId: sealOfId ?? null,
    capacity: capacity ?? null,
    scopeNote: scopeNote ?? null,
    hours: hours ?? null,
    place: place ?? null,
    phone: phone ?? null,
    shortNumber: shortNumber ?? null,
    stationedWith: form.stationedWith ?? null,
    founder: form.founder ?? null,
    setUpPaper: form.setUpPaper ?? null,
    filedOn: filedOn ? dateOf(filedOn) : null,
    closeWhy: validTo ? (form.closeWhy ?? null) : null,
    closePaper: validTo ? (form.closePaper ?? null) : null,
    validFrom: dateOf(validFrom),
    validTo: validTo ? dateOf(validTo) : null,
  }
}

/** Names of what differs, for the audit row. */
const changedOf = (form: BodyForm, row: Row): string[] => {
  const { subtypes: _, ...now } = { ...form, types: scopeOf(form) }
  return Object.entries(now).flatMap(([name, value]) =>
    JSON.stringify(value ?? null) === JSON.stringify(row[name as keyof Row] ?? null) ? [] : name,
  )
}

/**
 * A body is made (id null) or changed. Throws Refusal: notFound where it is not the actor's to set, stale, invalid beside its
 * field, notNow where it is ended with open cases. Answers its id; undefined where the form was answered before.
 */
export const saveBody = (setting: Setting, id: string | null, form: BodyForm) =>
  change(setting, async (all) => {
    const { tx, actor, record } = all
    demandAdministrator(actor)
    const row = id ? await bodyRow(tx, id, true) : null
    if (id) demandSetting(actor, 'body', row?.place_)
    const area = await areaRow(tx, form.areaId)
    if (form.areaId !== row?.areaId && area?.ended) throw wrong('areaId', '这个地方已经并入别处，请重新选')
    demandSetting(actor, 'body', area)
    if (row) demandFresh(setting.seen, row.print)
    await check(all, form, row)
    const data = dataOf(form)
    const bodyId = row?.id ?? newId()
    if (row) await tx.body.update({ where: { id: bodyId }, data })
    else await tx.body.create({ data: { ...data, id: bodyId, key: `body-${bodyId}` } })
    await record(row ? 'body.change' : 'body.make', { kind: 'body', id: bodyId }, { changed: row ? changedOf(form, row) : [] })
    return bodyId
  })

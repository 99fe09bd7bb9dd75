import { z } from 'zod'
import { reading, type Tx } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { dateOf, dayIn, formatDate, formatInstant, instantAfter } from '../calendar/days'
import { legalDay, may, must, whole } from '../forms/form-words'
import { newId } from '../id'
import { isDemo } from '../people/demo.server'
import { Refusal, wrong } from '../refusal'
import { change, demandFresh, type Setting } from '../settings/act.server'
import { day, number, row, text, type SettingForm } from '../settings/fields'
import { maySet, type Place } from '../settings/permissions'

/** A room as its form has it; the days are the first and the last on which it may be used. */
export const venueForm = z
  .object({
    act: z.literal('venue'),
    venueId: z.uuid('没有这个场所').optional(),
    name: must('请写场所的名称', 40),
    seats: whole(1, 500, '座位').optional(),
    note: may(120),
    validFrom: legalDay,
    validTo: legalDay.optional(),
  })
  .refine(({ validFrom, validTo }) => !validTo || validTo >= validFrom, { path: ['validTo'], message: '最后一天不能早于开始的一天' })
type Typed = z.output<typeof venueForm>

type Venue = {
  id: string
  name: string
  seats: number | null
  note: string | null
  demo: boolean
  from: string
  to: string | null
  print: string
  coming: number
}
type Row = { name: string; hours: string | null; place_: Place; venues: Venue[] }

const rowOf = async (tx: Pick<Tx, '$queryRaw'>, bodyId: string, now: Date) => {
  const [found] = await tx.$queryRaw<Row[]>`
    select b.name, b.hours, json_build_object('id', r.id, 'level', r.level, 'path', r.path) as place_,
      coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name, 'seats', v.seats, 'note', v.note, 'demo', v.demo, 'from', to_char(v.valid_from, 'YYYY-MM-DD'),
          'to', to_char(v.valid_to, 'YYYY-MM-DD'), 'print', md5(v::text), 'coming', (select count(*) from sitting s where s.venue_id = v.id and s.status = 'planned' and s.starts_at > ${now})) order by v.name)
        from venue v where v.body_id = b.id), '[]') as venues
    from body b join area r on r.id = b.area_id where b.id = ${bodyId}::uuid`
  return found ?? null
}

const keeps = (actor: Person, bodyId: string, place: Place) => bodiesOf(actor, 'head').includes(bodyId) || maySet(actor, 'body', place)

/** The body, for its head and its administrator; for anybody else there is no such page. Throws Refusal notFound. */
async function demandOwn(tx: Pick<Tx, '$queryRaw'>, actor: Person, bodyId: string, now: Date): Promise<Row> {
  const row = await rowOf(tx, bodyId, now)
  if (!row || !keeps(actor, bodyId, row.place_)) throw new Refusal('notFound', '没有这一页')
  return row
}

const lasts = ({ from, to }: Venue, today: string) =>
  to && to < today ? `${formatDate(to)}起停用` : to ? `用到${formatDate(to)}` : from > today ? `${formatDate(from)}起用` : ''

/** 调解场所 of a body: the rooms with what is planned there, and the form of a new one or of the one that is opened. One statement. */
export async function venuesPage(actor: Person, bodyId: string, opened: string | null, now = new Date()) {
  const [body, demo] = await Promise.all([demandOwn(reading, actor, bodyId, now), isDemo()])
  const today = dayIn(now)
  const was = body.venues.find(({ id }) => id === opened)
  const form: SettingForm = {
    act: 'venue',
    title: was ? `改动：${was.name}` : '加一个场所',
    submit: was ? '保存' : '加上',
    note: `约调解时间时能选。${body.hours ? `本组织的时间：${body.hours}` : '本组织还没有写开放时间，请管理员在设置里补上'}`,
    fields: [
      ...(was ? [{ kind: 'hidden' as const, name: 'venueId', value: was.id }] : []),
      row(
        text('name', '名称', { value: was?.name ?? '' }),
        number('seats', '座位', { value: was?.seats ? String(was.seats) : '', later: '不知道就空着' }),
      ),
      text('note', '说明', { value: was?.note ?? '', later: '如：二楼，有无障碍通道；没有就空着' }),
      row(
        day('validFrom', '从哪天起能用', { value: was?.from ?? today }),
        day('validTo', '最后一天', { value: was?.to ?? '', later: '一直能用就空着' }),
      ),
    ],
    ...(was && { seen: was.print }),
  }
  return {
    title: `${body.name}的调解场所`,
    back: `/bodies/${bodyId}`,
    here: `/bodies/${bodyId}/venues`,
    demo,
    editing: Boolean(was),
    form,
    rows: body.venues.map((venue) => ({
      id: venue.id,
      name: venue.name,
      about: [venue.seats ? `${venue.seats} 座` : '', venue.note ?? '', lasts(venue, today), venue.demo ? '演示' : '']
        .filter(Boolean)
        .join('，'),
      coming: venue.coming ? `约了 ${venue.coming} 次` : '没有约定',
      href: `/bodies/${bodyId}/venues?venue=${venue.id}`,
    })),
  }
}

/** What is planned in the room outside of its days must be moved first. */
async function demandNothingOutside(tx: Tx, id: string, { validFrom, validTo }: Typed, now: Date): Promise<void> {
  const [first] = await tx.$queryRaw<{ startsAt: Date; many: number }[]>`
    select min(s.starts_at) as "startsAt", count(*)::int as many from sitting s where s.venue_id = ${id}::uuid and s.status = 'planned' and s.starts_at > ${now}
      and (s.starts_at >= ${validTo ? instantAfter(validTo) : new Date('9999-01-01T00:00:00Z')} or (s.starts_at at time zone 'Asia/Shanghai')::date < ${validFrom}::date)`
  if (first?.many) throw wrong('validTo', `还有 ${first.many} 次调解约在这以外，最早的是${formatInstant(first.startsAt)}；先改期`)
}

/** A room is added or changed. Throws Refusal notFound where the body is not the actor's to keep, stale, or invalid beside its field. */
export const saveVenue = (setting: Setting, bodyId: string, typed: Typed): Promise<string | undefined> =>
  change(setting, async ({ tx, actor, now, record }) => {
    const body = await demandOwn(tx, actor, bodyId, now)
    const { venueId, name, seats = null, note = null, validFrom, validTo } = typed
    if (venueId) await tx.$executeRaw`select 1 from venue where id = ${venueId}::uuid for update`
    const was = venueId ? body.venues.find(({ id }) => id === venueId) : null
    if (was === undefined) throw new Refusal('notFound', '没有这个场所')
    if (was) demandFresh(setting.seen, was.print)
    if (body.venues.some((other) => other.name === name && other.id !== venueId && (!other.to || other.to >= validFrom)))
      throw wrong('name', '已经有叫这个名称的场所')
    if (was) await demandNothingOutside(tx, was.id, typed, now)
    const id = was?.id ?? newId()
    const data = { name, seats, note, validFrom: dateOf(validFrom), validTo: validTo ? dateOf(validTo) : null }
    if (was) await tx.venue.update({ where: { id }, data })
    else await tx.venue.create({ data: { ...data, id, bodyId, demo: await isDemo() } })
    await record(was ? 'venue.change' : 'venue.make', { kind: 'venue', id }, { bodyId })
    return id
  })

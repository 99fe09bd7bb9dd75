import { Prisma, type Reading, type Tx } from '#app/db/client.server'
import type { Person } from '../../actor'
import { newId } from '../../id'
import { isDemo } from '../../people/demo.server'
import type { Does, Made, Obstacle } from '../../table/batch/batch'
import { imagesOf, insertRows, updateRows, type Image, type Written } from '../../table/batch/rows.server'
import { channelOf } from '../../words/body-kinds'
import type { BodyPlan } from './judge'

const rowOf = ({ id, record }: BodyPlan): Written => ({
  id,
  name: record.name,
  kind: record.kind,
  channel: record.kind ? channelOf(record.kind) : null,
  area_id: record.areaId,
  types: record.types,
  languages: record.languages,
  scope_note: record.scopeNote,
  hours: record.hours,
  place: record.place,
  phone: record.phone,
  seal_of_id: record.sealOfId,
  short_number: record.shortNumber,
  capacity: record.capacity,
  court_invited: record.courtInvited,
  founder: record.founder,
  set_up_paper: record.setUpPaper,
  filed_on: record.filedOn,
  valid_from: record.validFrom,
  valid_to: record.validTo,
})

type Planned = { row: number; does: Does; plan: BodyPlan }

/** Makes and changes the bodies of a table in a few statements, with an audit row each. */
export async function writeBodies(
  tx: Tx,
  actor: Person,
  plans: readonly Planned[],
  sheetId: string,
  now: Date,
): Promise<Map<number, Made>> {
  const made = plans.filter(({ does }) => does === 'make').map(({ plan }) => plan)
  const changed = plans.filter(({ does }) => does === 'change').map(({ plan }) => plan)
  const before = await imagesOf(
    tx,
    'body',
    changed.map(({ id }) => id),
  )
  const demo = await isDemo(tx)
  await insertRows(tx, 'body', made.map((plan) => ({ ...rowOf(plan), key: `body-${plan.id}`, demo }))) // prettier-ignore
  await updateRows(tx, 'body', changed.map(rowOf))
  const after = await imagesOf(
    tx,
    'body',
    plans.map(({ plan }) => plan.id),
  )
  await tx.audit.createMany({
    data: plans.map(({ does, plan }) => ({
      id: newId(),
      recordedAt: now,
      actorKind: 'account',
      actorId: actor.accountId,
      act: does === 'make' ? 'body.make' : 'body.change',
      subjectKind: 'body',
      subjectId: plan.id,
      detail: { changed: does === 'make' ? [] : plan.changed, sheetId },
    })),
  })
  return new Map(
    plans.map(({ row, plan: { id } }) => {
      const image: Image = { table: 'body', id, before: before.get(id) ?? null, after: after.get(id) ?? '' }
      return [row, { href: `/settings/bodies/${id}`, images: [image] }]
    }),
  )
}

/** What may have come to a body, each with the sentence that says so. */
const dependents = [
  ['leg', 'body_id', '已经有纠纷分给它'],
  ['request', 'body_id', '已经有协办请求发给它'],
  ['post', 'body_id', '已经有人员的岗位'],
  ['appointment', 'body_id', '已经有人任职'],
  ['committee_term', 'body_id', '已经登记了届期'],
  ['venue', 'body_id', '已经有调解室场地'],
  ['counter', 'body_id', '已经用它编过号'],
  ['enquiry', 'body_id', '已经记了咨询'],
  ['entrustment', 'sender_id', '已经有它移送、委托的案件'],
  ['party', 'wish_body_id', '已经有当事人指名要它'],
  ['recommendation', 'chosen_body_id', '已经在推荐里选过它'],
  ['body', 'parent_id', '下面已经有别的组织'],
] as const

type Rows = readonly { row: number; images: readonly Image[] }[]
type Standing = { id: string; words: string }

const madeStanding = (from: Reading, ids: readonly string[]) => {
  const each = dependents.map(
    ([table, column, words]) => Prisma.sql`select distinct x.${Prisma.raw(column)} as id, ${words} as words from ${Prisma.raw(table)} x
      where x.${Prisma.raw(column)} = any(${ids}::uuid[])`,
  )
  const rooms = Prisma.sql`select distinct x.seal_of_id as id, '“' || x.name || '”在用它的印章' as words from body x
    where x.seal_of_id = any(${ids}::uuid[]) and x.id <> all(${ids}::uuid[])`
  return from.$queryRaw<Standing[]>`${Prisma.join([...each, rooms], ' union all ')}`
}

/** Of what was changed: cases since then where its number, seal, kind or place changed; names, numbers and seals that are not free any more. */
const changedStanding = (from: Reading, befores: readonly string[], batchIds: readonly string[], since: Date) => from.$queryRaw<Standing[]>`
  with was as (select * from jsonb_populate_recordset(null::body, ${`[${befores.join(',')}]`}::jsonb))
  select distinct w.id, '导入以后已经有纠纷按新的内容分给它' as words from was w join body b on b.id = w.id join leg l on l.body_id = w.id
    where l.offered_at >= ${since} and (w.kind, w.area_id, w.seal_of_id, w.short_number) is distinct from (b.kind, b.area_id, b.seal_of_id, b.short_number)
  union all select distinct w.id, '原来的名称或编号用字已经被“' || x.name || '”用了' from was w join body x on x.id <> all(${batchIds}::uuid[])
    and x.valid_to is null and (x.name = w.name or x.short_number = w.short_number)
  union all select distinct w.id, '“' || x.name || '”在用它的印章' from was w join body x on x.seal_of_id = w.id and x.id <> all(${batchIds}::uuid[])
    where x.valid_to is null and (w.short_number is null or w.seal_of_id is not null or w.valid_to is not null)
  union all select distinct w.id, '原来的调委会“' || x.name || '”已经撤销' from was w join body b on b.id = w.id join body x on x.id = w.seal_of_id
    where x.valid_to is not null and w.seal_of_id is distinct from b.seal_of_id`

/** What has come to depend on the bodies of a batch. Two statements. */
export async function bodyObstacles(from: Reading, rows: Rows, since: Date): Promise<Obstacle[]> {
  const images = rows.flatMap((one) => one.images)
  const made = images.filter(({ before }) => before === null).map(({ id }) => id)
  const befores = images.flatMap(({ before }) => before ?? [])
  const ids = images.map(({ id }) => id)
  const found = [
    ...(made.length ? await madeStanding(from, made) : []),
    ...(befores.length ? await changedStanding(from, befores, ids, since) : []),
  ]
  const rowOfBody = new Map(rows.flatMap(({ row, images: own }) => own.map(({ id }) => [id, row] as const)))
  return found.map(({ id, words }) => ({ row: rowOfBody.get(id) ?? 0, words }))
}

import { Prisma, type Reading } from '#app/db/client.server'
import type { Obstacle } from '../../table/batch/batch'
import type { Image } from '../../table/batch/rows.server'

/** What may have come to somebody of the register, each with the sentence that says so. */
const dependents = [
  ['training', 'registrant_id', '已经登记了培训'],
  ['absence', 'registrant_id', '已经登记了请假'],
  ['absence', 'substitute_id', '已经在替别人的班'],
  ['consultation', 'registrant_id', '已经登记了咨询'],
  ['registrant_kin', 'registrant_id', '已经登记了近亲属'],
  ['request', 'registrant_id', '已经有纠纷请过他'],
] as const

type Standing = { id: string; words: string }

/** What has come to depend on the people and offices of a batch: two statements. */
export async function rollObstacles(
  from: Reading,
  rows: readonly { row: number; images: readonly Image[] }[],
  since: Date,
): Promise<Obstacle[]> {
  const made = rows.flatMap(({ images }) => images.filter(({ before }) => before === null))
  const of = (table: Image['table']) => made.flatMap((one) => (one.table === table ? one.id : []))
  const [people, held] = [of('registrant'), of('appointment')]
  const each = dependents.map(
    ([table, column, words]) => Prisma.sql`select distinct x.${Prisma.raw(column)} as id, ${words} as words from ${Prisma.raw(table)} x
      where x.${Prisma.raw(column)} = any(${people}::uuid[])`,
  )
  const standing = await from.$queryRaw<Standing[]>`${Prisma.join(each, ' union all ')}
    union all select distinct p.registrant_id, '后来又任了别的职务' from appointment p
      where p.registrant_id = any(${people}::uuid[]) and p.id <> all(${held}::uuid[])`
  const mediates = await from.$queryRaw<Standing[]>`
    select distinct p.id, '已经在这个组织办案' as words from appointment p join registrant r on r.id = p.registrant_id
      join leg_mediator m on m.account_id = r.account_id and m.valid_from >= ${since} join leg l on l.id = m.leg_id and l.body_id = p.body_id
    where p.id = any(${held}::uuid[])`
  const rowOf = new Map(rows.flatMap(({ row, images }) => images.map(({ id }) => [id, row] as const)))
  return [...standing, ...mediates].map(({ id, words }) => ({ row: rowOf.get(id) ?? 0, words }))
}

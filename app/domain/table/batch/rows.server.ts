import { Prisma, type Reading, type Tx } from '#app/db/client.server'

/** The tables that a batch may write. */
export type BatchTable = 'body' | 'registrant' | 'appointment' | 'post'

/** A row that a batch made (`before` null) or changed: the whole of it before and after, as the database writes it. */
export type Image = { table: BatchTable; id: string; before: string | null; after: string }

/** A row by its columns, as JSON says them. */
export type Written = { id: string } & Readonly<Record<string, string | number | boolean | null | readonly string[]>>

const named = (name: string): Prisma.Sql => {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new TypeError(`no column: ${name}`)
  return Prisma.raw(`"${name}"`)
}
const columnsOf = (names: readonly string[]) => Prisma.join(names.map(named))
const given = (table: BatchTable, json: string) => Prisma.sql`jsonb_populate_recordset(null::${named(table)}, ${json}::jsonb)`

/** Makes rows, all of the same columns, in one statement. */
export async function insertRows(tx: Tx, table: BatchTable, rows: readonly Written[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = columnsOf(Object.keys(first))
  await tx.$executeRaw`insert into ${named(table)} (${columns}) select ${columns} from ${given(table, JSON.stringify(rows))}`
}

const put = (tx: Tx, table: BatchTable, columns: readonly string[], json: string) => {
  const sets = columns.filter((name) => name !== 'id').map((name) => Prisma.sql`${named(name)} = x.${named(name)}`)
  return tx.$executeRaw`update ${named(table)} t set ${Prisma.join(sets)} from ${given(table, json)} x where t.id = x.id`
}

/** Changes rows, all in the same columns, in one statement. */
export async function updateRows(tx: Tx, table: BatchTable, rows: readonly Written[]): Promise<void> {
  const [first] = rows
  if (first) await put(tx, table, Object.keys(first), JSON.stringify(rows))
}

/** The rows as they stand, as the database writes them; held until the transaction ends. */
export async function imagesOf(tx: Tx, table: BatchTable, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx.$queryRaw<{ id: string; image: string }[]>`
    select t.id, to_jsonb(t)::text as image from ${named(table)} t where t.id = any(${ids}::uuid[]) for update`
  return new Map(rows.map(({ id, image }) => [id, image]))
}

/** Ids of the rows that are not as the batch left them. Columns that came with a later version of the system count for nothing. */
export async function touched(on: Reading, images: readonly Image[]): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const table of new Set(images.map((one) => one.table))) {
    const own = images.filter((one) => one.table === table)
    const json = `[${own.map(({ id, after }) => `{"id":"${id}","after":${after}}`).join(',')}]`
    const rows = await on.$queryRaw<{ id: string }[]>`
      select g.id from jsonb_to_recordset(${json}::jsonb) as g(id uuid, after jsonb) left join ${named(table)} t on t.id = g.id
      where (select jsonb_object_agg(k, to_jsonb(t) -> k) from jsonb_object_keys(g.after) k) is distinct from g.after`
    for (const { id } of rows) ids.add(id)
  }
  return ids
}

/** Takes a batch back: what it changed is as it was, to the letter; then what it made goes, the last tables first. */
export async function putBack(tx: Tx, tables: readonly BatchTable[], images: readonly Image[]): Promise<void> {
  const of = (table: BatchTable) => images.filter((one) => one.table === table)
  for (const table of tables) {
    const befores = of(table).flatMap(({ before }) => before ?? [])
    const [first] = befores
    if (first) await put(tx, table, Object.keys(JSON.parse(first) as object), `[${befores.join(',')}]`)
  }
  for (const table of tables.toReversed()) {
    const made = of(table).flatMap(({ id, before }) => (before === null ? id : []))
    if (made.length) await tx.$executeRaw`delete from ${named(table)} where id = any(${made}::uuid[])`
  }
}

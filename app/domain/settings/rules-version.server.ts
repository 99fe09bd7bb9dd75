import type { Tx } from '#app/db/client.server'

/**
 * Raises the number of the rules and holiday tables and answers it. They are kept in each process under this number; whoever reads a
 * higher one reads them anew. It is the one row that every change of them takes, first.
 */
export async function raiseRules(tx: Pick<Tx, '$queryRaw'>): Promise<number> {
  const [row] = await tx.$queryRaw<[{ version: number }]>`
    insert into setting (key, value) values ('rulesVersion', '1') on conflict (key) do update set value = to_jsonb((setting.value)::int + 1)
    returning (value)::int as version`
  return row.version
}

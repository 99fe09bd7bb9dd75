import { areasOf, type Person } from '../actor'
import type { Tx } from '#app/db/client.server'
import { areaLevels, type AreaLevel } from '../words/areas'
import type { Option } from './fields'
import type { Place } from './permissions'

export type AreaRow = Place & { name: string; code: string | null; parentId: string | null }

/** Areas in force under those that somebody administers, parents first. One statement. */
export async function administered(tx: Pick<Tx, '$queryRaw'>, actor: Person): Promise<AreaRow[]> {
  const own = areasOf(actor, 'admin')
  return tx.$queryRaw<AreaRow[]>`
    select r.id, r.name, r.code, r.level::text as level, r.path, r.parent_id as "parentId" from area r
    where r.valid_to is null and exists (select 1 from area o where o.id = any(${own}::uuid[]) and r.path like o.path || '%')
    order by r.code nulls last, r.name limit 5000`
}

/** An area, in force or not, as the permissions ask; null where there is none. */
export async function areaRow(tx: Pick<Tx, '$queryRaw'>, id: string): Promise<(AreaRow & { ended: boolean }) | null> {
  const [row] = await tx.$queryRaw<(AreaRow & { ended: boolean })[]>`
    select r.id, r.name, r.code, r.level::text as level, r.path, r.parent_id as "parentId", r.valid_to is not null as ended
    from area r where r.id = ${id}::uuid`
  return row ?? null
}

const depth: Record<AreaLevel, string> = { district: '', township: '', village: '　', grid: '　　' }

/** Areas to choose from, each under the one that it lies in. */
export function areaOptions(rows: readonly AreaRow[]): Option[] {
  const ids = new Set(rows.map(({ id }) => id))
  const under = (parentId: string): Option[] => rows.filter((row) => row.parentId === parentId).flatMap(line)
  const line = (row: AreaRow): Option[] => [
    { value: row.id, label: `${depth[row.level]}${row.name}${row.level === 'district' ? `（全${areaLevels.district.label}）` : ''}` },
    ...under(row.id),
  ]
  return rows.filter(({ parentId }) => !parentId || !ids.has(parentId)).flatMap(line)
}

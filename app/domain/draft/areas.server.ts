import { read } from '#app/db/client.server'
import type { Person } from '../actor'
import { placeWord } from '../registration/place.server'
import type { AreaLevel } from '../words/areas'

type Option = { value: string; label: string }
export type AreaGroup = { label: string; options: Option[] }
export type AreaChoice = { groups: AreaGroup[]; preset: string }

type Row = { id: string; name: string; level: AreaLevel; parentId: string | null; own: boolean }

/**
 * Where it may have happened: each township with its villages, one's own first; a township stands for itself where
 * nobody knows the village. Preset is the area of one's post, or of one's body.
 */
export async function areaChoice(actor: Person): Promise<AreaChoice> {
  const [areaIds, bodyIds] = [actor.posts.flatMap(({ areaId }) => areaId ?? []), actor.posts.flatMap(({ bodyId }) => bodyId ?? [])]
  const rows = await read<Row[]>`
    select a.id, a.name, a.level::text as level, a.parent_id as "parentId",
      (a.id = any(${areaIds}::uuid[]) or a.id in (select b.area_id from body b where b.id = any(${bodyIds}::uuid[]))) as own
    from area a where a.valid_to is null order by a.code, a.name`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const own = rows.find((row) => row.own)
  const townshipOf = (row: Row | undefined): Row | undefined =>
    !row || row.level === 'township' || row.level === 'district' ? row : townshipOf(byId.get(row.parentId ?? ''))
  const home = townshipOf(own)
  const option = ({ id, name }: Row): Option => ({ value: id, label: placeWord(name) })
  const groups = rows
    .filter(({ level }) => level === 'township')
    .map((township) => ({
      first: township === home,
      label: township.name,
      options: [
        ...rows.filter((row) => row !== township && townshipOf(row) === township).map(option),
        { value: township.id, label: `${township.name}（说不清哪个村、社区）` },
      ],
    }))
  const whole = rows
    .filter(({ level }) => level === 'district')
    .map((row) => ({ value: row.id, label: `${row.name}（说不清哪个乡镇、街道）` }))
  return {
    groups: [...groups.filter(({ first }) => first), ...groups.filter(({ first }) => !first)]
      .map(({ label, options }) => ({ label, options }))
      .concat(whole.length ? [{ label: '全区', options: whole }] : []),
    preset: own && own.level !== 'district' ? own.id : '',
  }
}

import { read, reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, formatDate } from '../calendar/days'
import { areaLevels, type AreaLevel } from '../words/areas'
import { areaRow, type AreaRow } from './areas-rows.server'
import { day, row, say, select, text, type FormField, type Option, type SettingForm } from './fields'
import { demandAdministrator, demandSetting, maySet } from './permissions'

type Counted = AreaRow & { bodies: number; people: number; grids: number; ended: string | null; into: string | null }
export type AreaLine = { id: string; name: string; href: string; grids: number; bodies: number; people: number; note: string }
export type TownshipLines = { id: string; name: string; href: string; about: string; villages: (AreaLine & { children: AreaLine[] })[] }

const counted = (actor: Person, now: Date) => read<Counted[]>`
  select r.id, r.name, r.code, r.level::text as level, r.path, r.parent_id as "parentId", to_char(r.valid_to, 'YYYY-MM-DD') as ended,
    (select m.name from area m where m.id = r.merged_into_id) as into,
    (select count(*)::int from area g where g.parent_id = r.id and g.valid_to is null and g.level = 'grid') as grids,
    (select count(*)::int from body b where b.area_id = r.id and b.valid_to is null) as bodies,
    (select count(distinct p.account_id)::int from post p where p.area_id = r.id and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})) as people
  from area r where exists (select 1 from area o where o.id = any(${areasOf(actor, 'admin')}::uuid[]) and r.path like o.path || '%')
  order by r.valid_to is not null, r.code nulls last, r.name limit 5000`

const lineOf = ({ id, name, grids, bodies, people, ended, into }: Counted): AreaLine => ({
  id,
  name,
  href: `/settings/areas/${id}`,
  grids,
  bodies,
  people,
  note: ended ? `到${formatDate(ended)}，并入${into ?? '别处'}` : '',
})

/** Townships with their villages and grids, in force first; closed ones say where they went. One statement. Throws Refusal notFound. */
export async function areaTree(actor: Person, now = new Date()): Promise<TownshipLines[]> {
  demandAdministrator(actor)
  const rows = await counted(actor, now)
  const under = (level: AreaLevel, parentId: string) => rows.filter((one) => one.level === level && one.parentId === parentId)
  return rows
    .filter(({ level }) => level === 'township')
    .map((township) => ({
      id: township.id,
      name: township.name,
      href: `/settings/areas/${township.id}`,
      about: `${under('village', township.id).filter(({ ended }) => !ended).length} 个村（社区），本级组织 ${township.bodies} 个，本级岗位 ${township.people} 人`,
      villages: under('village', township.id).map((village) => ({ ...lineOf(village), children: under('grid', village.id).map(lineOf) })),
    }))
}

type NameRow = { name: string; from: string; to: string }
/** Names before, the latest first; and the print that a form must have seen. */
export async function areaState(tx: typeof reading, id: string) {
  const [found] = await tx.$queryRaw<{ print: string; since: string; names: NameRow[] }[]>`
    select md5(r::text) as print, to_char(coalesce((select max(n.valid_to) + 1 from area_name n where n.area_id = r.id), r.valid_from), 'YYYY-MM-DD') as since,
      coalesce((select json_agg(json_build_object('name', n.name, 'from', n.valid_from, 'to', n.valid_to) order by n.valid_to desc) from area_name n where n.area_id = r.id), '[]') as names
    from area r where r.id = ${id}::uuid`
  if (!found) throw new Error(`no area ${id}`)
  return found
}

const siblings = (area: AreaRow) => read<Option[]>`
  select s.id as value, s.name as label from area s where s.parent_id = ${area.parentId}::uuid and s.level::text = ${area.level} and s.id <> ${area.id}::uuid
    and s.valid_to is null order by s.code nulls last, s.name limit 500`

const rename = (area: AreaRow, today: string): FormField[] => [
  row(text('newName', '新名称', { value: area.name }), day('renameFrom', '从哪天起', { value: today, hint: '不晚于今天' })),
]

const below: Partial<Record<AreaLevel, string>> = { township: '村（社区）', village: '网格' }

const add = (word: string, today: string): FormField[] => [
  row(text('childName', '名称'), day('childFrom', '从哪天起', { value: today, hint: '不晚于今天' })),
  text('childCode', '行政区划代码', { later: '没有就空着' }),
]

const merge = (others: Option[], today: string): FormField[] => [
  say(
    '并入以后',
    '登记时不能再选这里；已经登记的纠纷还在原来的名下，名单里照样找得到。',
    '岗位在这里的人，从那天起在并入的地方有同样的岗位；下面的网格和这里的调解组织一起过去。',
  ),
  row(select('intoId', '并入', others, { none: '请选' }), day('mergeFrom', '从哪天起', { value: today, hint: '不晚于今天' })),
]

/** One area: what it was called, what may be changed and by whom. Throws Refusal notFound. */
export async function areaPage(actor: Person, id: string, now = new Date()) {
  demandAdministrator(actor)
  const area = await areaRow(reading, id)
  const sees = area && (maySet(actor, 'body', area) ? area : null)
  demandSetting(actor, 'body', sees)
  if (!area) throw new Error('unreachable')
  const [{ names, print, since }, others, parent] = await Promise.all([
    areaState(reading, id),
    siblings(area),
    area.parentId ? areaRow(reading, area.parentId) : null,
  ])
  const today = dayIn(now)
  const word = below[area.level]
  const open = !area.ended
  const forms: SettingForm[] = [
    ...(open && maySet(actor, 'rename', area)
      ? [
          {
            act: 'rename',
            title: '改名',
            note: '改名以前登记的，文书和路径上还是旧名称。',
            fields: rename(area, today),
            submit: '改名',
            seen: print,
          },
        ]
      : []),
    ...(open && word && maySet(actor, 'addUnder', area)
      ? [{ act: 'add', title: `新设${word}`, fields: add(word, today), submit: `新设${word}`, quiet: true, seen: print }]
      : []),
    ...(open && others.length && maySet(actor, 'merge', area)
      ? [
          {
            act: 'merge',
            title: '并入别的' + areaLevels[area.level].label,
            fields: merge(others, today),
            submit: '并入',
            grave: true,
            seen: print,
          },
        ]
      : []),
  ]
  return {
    id,
    name: area.name,
    level: areaLevels[area.level].label,
    parent: parent?.name ?? '',
    facts: [
      { label: '级别', value: areaLevels[area.level].label },
      { label: '属于', value: parent?.name ?? '' },
      { label: '代码', value: area.code ?? '' },
      { label: '现在的名称', value: `${area.name}，${formatDate(since)}起` },
      ...names.map((one) => ({ label: '以前叫', value: `${one.name}，${formatDate(one.from)}到${formatDate(one.to)}` })),
    ],
    notes: [
      ...(area.ended ? ['已经并入别处，不能再改。'] : []),
      ...(area.level === 'township' ? ['乡镇（街道）只能改名，由区管理员改；撤并要等上级批复，这里不办。'] : []),
    ],
    forms,
  }
}

import { read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, formatDate, type LegalDay } from '../calendar/days'
import { Refusal } from '../refusal'

type Held = { id: string; name: string; unit: string | null; from: LegalDay; to: LegalDay | null; now: boolean }
type Row = { id: string; name: string; level: 'township' | 'village'; parentId: string; held: Held[] }

export type LeaderLine = { id: string; place: string; leaders: { id: string; name: string; words: string }[]; gap: string }
export type LeaderRoll = {
  townships: (LeaderLine & { villages: LeaderLine[]; gaps: number })[]
  gaps: number
  setsTasks: boolean
  keepsPeople: boolean
}

/** Villages on the list: each that is, by whom or by nobody. */
function lineOf({ id, name, held }: Row): LeaderLine {
  const here = held.filter((one) => one.now)
  const last = held.find((one) => !one.now)
  return {
    id,
    place: name,
    leaders: here.map((one) => ({
      id: one.id,
      name: one.name,
      words: [one.unit ?? '', `${formatDate(one.from)}起`, one.to ? `到${formatDate(one.to)}` : ''].filter(Boolean).join('，'),
    })),
    gap: here.length ? '' : last?.to ? `${formatDate(last.to)}以后没有人` : '还没有人',
  }
}

/**
 * 包保、挂包: who answers for which township and which village, from when, and where nobody does; by place, never by figures. For bureau,
 * duty, triage, leaders and administrators, under their own areas. One statement. Throws Refusal notFound.
 */
export async function leaderRoll(actor: Person, now = new Date()): Promise<LeaderRoll> {
  const areas = areasOf(actor, 'bureau', 'duty', 'triage', 'admin', 'leader')
  if (!areas.length) throw new Refusal('notFound', '没有这一页')
  const today = dayIn(now)
  const rows = await read<Row[]>`
    select x.id, x.name, x.level::text as level, x.parent_id as "parentId", coalesce((select json_agg(h) from (
        select p.id, a.name, p.unit, to_char(p.valid_from at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "from", to_char(p.valid_to at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "to",
          p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}) and a.stopped_at is null as now
        from post p join account a on a.id = p.account_id where p.area_id = x.id and p.role = 'leader' order by p.valid_to desc nulls first, p.id limit 20) h), '[]') as held
    from area x where x.level in ('township', 'village') and x.valid_from <= ${today}::date and x.valid_to is null
      and exists (select 1 from area o where o.id = any(${areas}::uuid[]) and x.path like o.path || '%')
    order by x.level, x.code nulls last, x.name`
  const villages = rows.filter(({ level }) => level === 'village')
  const own = rows.filter(({ level }) => level === 'township')
  // A leader of a village alone has no township of their own: the village stands by itself.
  const alone = villages.filter(({ parentId }) => !own.some(({ id }) => id === parentId))
  const townships = [...own, ...alone].map((row) => {
    const below = villages.filter(({ parentId }) => parentId === row.id).map(lineOf)
    const line = lineOf(row)
    return { ...line, villages: below, gaps: below.filter(({ gap }) => gap).length }
  })
  return {
    townships,
    gaps: townships.reduce((sum, { gap, gaps }) => sum + gaps + (gap ? 1 : 0), 0),
    setsTasks: areasOf(actor, 'bureau', 'duty', 'triage').length > 0,
    keepsPeople: areasOf(actor, 'admin').length > 0,
  }
}

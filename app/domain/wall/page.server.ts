import type { Person } from '../actor'
import { dayIn, formatDay, formatTime } from '../calendar/days'
import { Refusal } from '../refusal'
import { deskLines, isUnheard, latePart, redPart, tilesOf, waitingPart, type DeskLine, type WallPart, type WallTile } from './parts'
import { alarmsOf, daysOf, groundOf, lotsOf, sumsOf } from './read.server'
import { seesSealed } from './within.server'
import { firstDayOf, weeksOf, type Weeks } from './weeks'

/** 综治中心大屏: numbers and areas, and nothing that a passer-by may not read (U38). */
export type Wall = {
  centre: string
  /** 2026年11月23日（周一） */
  day: string
  /** 15:52 */
  at: string
  /** 大研没人签收，4 分钟: across the whole wall while a red alarm has nobody. */
  band: string | null
  parts: WallPart[]
  desks: { total: number; lines: DeskLine[] }
  tiles: WallTile[]
  weeks: Weeks
  /** What is not counted for this person, in words. */
  without: string | null
  /** What is read out when it changes. */
  said: string
}

/** The wall of somebody's district; at most five statements. Throws Refusal notFound for whoever is neither its duty officer nor its bureau. */
export async function wallPage(actor: Person, now = new Date()): Promise<Wall> {
  const today = dayIn(now)
  const from = firstDayOf(today)
  const ground = await groundOf(actor, from, today)
  if (!ground) throw new Refusal('notFound')
  const [lots, alarms, sums, days] = await Promise.all([
    lotsOf(actor, ground.id, now),
    alarmsOf(ground.id, now),
    sumsOf(actor, ground, now, today),
    daysOf(actor, ground.id, from, now),
  ])
  const weeks = weeksOf(days, ground.holidays, today)
  const red = redPart(ground, lots, alarms, sums, now)
  const parts = [red, latePart(ground, lots, sums, now), waitingPart(ground, lots, { new: weeks.today, sent: sums.sent }, now)]
  const unheard = alarms.filter(isUnheard)
  const [first] = red.lines
  const desks = deskLines(lots)
  return {
    centre: `${ground.name}综治中心`,
    day: formatDay(today),
    at: formatTime(now),
    band:
      unheard.length && first
        ? `红色警报　${first.place}${first.words}${unheard.length > 1 ? `，共 ${unheard.length} 个没人签收` : ''}`
        : null,
    parts,
    desks: { total: desks.reduce((sum, { n }) => sum + n, 0), lines: desks },
    tiles: tilesOf(ground, lots),
    weeks,
    without: seesSealed(actor, ground.id) ? null : '不公开的没有数进去',
    said: [
      ...(unheard.length ? [`${unheard.length} 个红色警报没人签收`] : []),
      ...parts.map(({ label, value }) => `${label} ${value} 件`),
    ].join('，'),
  }
}

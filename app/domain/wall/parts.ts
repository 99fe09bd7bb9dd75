import { alarmMachine } from '#machines/alarm.machine'
import { disputeMachine } from '#machines/dispute.machine'
import { deskOf, statesOnDesk } from '#machines/step'
import { formatTime } from '../calendar/days'
import { tileOf, type Tile } from '../network/tiles.data'
import { deskNames, type WorkingDesk } from '../words/desks'
import type { Ground, Lot, Ringing, Sums } from './read.server'
import { longWords, shortPlace } from './words'

/** One line of a part: the township and what is the matter there. */
export type WallLine = { key: string; place: string; words: string; href?: string; tone?: 'late' }
/** A number, what stands behind it, and the list that it opens at a desk. */
export type WallPart = { label: string; value: number; href: string; hot: boolean; lines: WallLine[]; foot: string; footHref?: string }
export type DeskLine = { label: string; n: number; late: number; share: number; href: string; lateHref: string }
export type WallTile = { id: string; place: string; tile: Tile | null; n: number; late: number; href: string; lateHref: string }

/** So many lines stand in a part; the last gathers the others. */
const shown = 3

const list = (query: Record<string, string>) => `/disputes?${new URLSearchParams(query)}`
const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)
const oldestOf = (rows: readonly Lot[]): Date | null =>
  rows.reduce<Date | null>((least, { oldest }) => (oldest && (!least || oldest < least) ? oldest : least), null)

type Gathered = { id: string; place: string; lots: Lot[] }

/** The townships in their order, each with what lies there; also one that was merged away while something of it is open. */
const gathered = ({ townships }: Ground, lots: readonly Lot[]): Gathered[] =>
  townships.map(({ id, name }) => ({ id, place: shortPlace(name), lots: lots.filter(({ townshipId }) => townshipId === id) }))

const isRinging = ({ status }: Ringing) => statesOnDesk(alarmMachine, 'receiver').includes(status)
/** Nobody has taken it. */
export const isUnheard = (alarm: Ringing): boolean => isRinging(alarm) && alarm.acknowledgedAt === null

const alarmWords = (alarm: Ringing, now: Date): string => {
  const { acknowledgedAt, endedAt, raisedAt } = alarm
  if (endedAt) return `已处置，${formatTime(endedAt)}`
  if (acknowledgedAt) return `已签收，${longWords(now.getTime() - acknowledgedAt.getTime())}前`
  return `没人签收，${longWords(now.getTime() - raisedAt.getTime())}`
}

/** 红色: what rings stands first, the oldest on top. */
export function redPart(ground: Ground, lots: readonly Lot[], alarms: readonly Ringing[], { unhandled }: Sums, now: Date): WallPart {
  const places = new Map(gathered(ground, lots).map(({ id, place }) => [id, place]))
  const rank = (alarm: Ringing) => (isUnheard(alarm) ? 0 : isRinging(alarm) ? 1 : 2)
  const sorted = alarms.toSorted((a, b) => rank(a) - rank(b) || a.raisedAt.getTime() - b.raisedAt.getTime())
  const all = sorted.map((alarm, at): WallLine => {
    const { townshipId } = alarm
    return {
      key: `${townshipId ?? ''} ${alarm.raisedAt.getTime()} ${at}`,
      place: places.get(townshipId ?? '') ?? '区级',
      words: alarmWords(alarm, now),
      href: '/alarms',
      ...(isUnheard(alarm) ? { tone: 'late' as const } : {}),
    }
  })
  const value = total(lots, ({ red }) => red)
  const foot = [
    ...(all.length > shown ? [`另有 ${all.length - shown} 个警报`] : []),
    ...(unhandled ? [`危险没处置 ${unhandled} 件`] : []),
    ...(all.length || unhandled ? [] : ['没有响着的警报']),
  ]
  return { label: '红色', value, href: list({ risk: 'red' }), hot: value > 0, lines: all.slice(0, shown), foot: foot.join('，') }
}

/** The townships with most of something, and the rest of them in one line. */
function lines(
  places: readonly Gathered[],
  count: (place: Gathered) => number,
  words: (lots: Lot[]) => string,
  more: Record<string, string>,
) {
  const some = places.filter((place) => count(place) > 0).toSorted((a, b) => count(b) - count(a))
  const named = some.length > shown ? some.slice(0, shown - 1) : some
  const rest = some.slice(named.length)
  const line = ({ id, place, lots }: Gathered): WallLine => ({ key: id, place, words: words(lots), href: list({ township: id, ...more }) })
  return [...named.map(line), ...(rest.length ? [{ key: 'rest', place: '其他', words: words(rest.flatMap(({ lots }) => lots)) }] : [])]
}

/** 逾期: how many, and how long the longest has been. */
export function latePart(ground: Ground, lots: readonly Lot[], { orders, answered, ordersLate }: Sums, now: Date): WallPart {
  const value = total(lots, ({ late }) => late)
  const words = (of: Lot[]) => {
    const oldest = oldestOf(of)
    return `${total(of, ({ late }) => late)} 件${oldest ? `，最久 ${longWords(now.getTime() - oldest.getTime())}` : ''}`
  }
  const said = [`已督办 ${orders} 件`, ...(answered ? [`${answered} 件已答复`] : []), ...(ordersLate ? [`${ordersLate} 件过期没答`] : [])]
  return {
    label: '逾期',
    value,
    href: list({ state: 'late' }),
    hot: value > 0,
    lines: lines(gathered(ground, lots), (place) => total(place.lots, ({ late }) => late), words, { state: 'late' }),
    foot: orders ? said.join('，') : '没有在办的督办',
    ...(orders ? { footHref: '/orders' } : {}),
  }
}

/** 还没派出去: what waits on the triage posts; the township with most overtime first. */
export function waitingPart(ground: Ground, lots: readonly Lot[], today: { new: number; sent: number }, now: Date): WallPart {
  const waiting = lots.filter(({ status }) => deskOf(disputeMachine, status) === 'triage')
  const words = (of: Lot[]) => {
    const [n, late, oldest] = [total(of, (lot) => lot.n), total(of, (lot) => lot.late), oldestOf(of)]
    return late && oldest ? `${n} 件，${late} 件超 ${longWords(now.getTime() - oldest.getTime())}` : `${n} 件，没到期`
  }
  // One overtime weighs more than any number that is in time.
  const weight = ({ lots: of }: Gathered) => total(of, (lot) => lot.late) * 10_000 + total(of, (lot) => lot.n)
  const late = total(waiting, (lot) => lot.late)
  return {
    label: '还没派出去',
    value: total(waiting, (lot) => lot.n),
    href: list({ desk: 'triage' }),
    hot: late > 0,
    lines: lines(gathered(ground, waiting), weight, words, { desk: 'triage' }),
    foot: `今天新收 ${today.new} 件，派出 ${today.sent} 件`,
  }
}

/** 在谁那里: by the machine's desks. */
export function deskLines(lots: readonly Lot[]): DeskLine[] {
  const rows = Object.entries(deskNames).map(([desk, label]) => {
    const own = lots.filter(({ status }) => deskOf(disputeMachine, status) === (desk as WorkingDesk))
    return { desk, label, n: total(own, ({ n }) => n), late: total(own, ({ late }) => late) }
  })
  const most = Math.max(1, ...rows.map(({ n }) => n))
  return rows.map(({ desk, label, n, late }) => ({
    label,
    n,
    late,
    share: Math.round((n / most) * 1000) / 10,
    href: list({ desk }),
    lateHref: list({ desk, state: 'late' }),
  }))
}

/** 在哪里: the townships on their tiles; one that stands on none is shown after them while something is open there. */
export const tilesOf = (ground: Ground, lots: readonly Lot[]): WallTile[] =>
  ground.townships
    .map(({ id, name }) => {
      const own = lots.filter(({ townshipId }) => townshipId === id)
      return {
        id,
        place: shortPlace(name),
        tile: tileOf(name),
        n: total(own, ({ n }) => n),
        late: total(own, ({ late }) => late),
        href: list({ township: id }),
        lateHref: list({ township: id, state: 'late' }),
      }
    })
    .filter(({ tile, n }) => tile !== null || n > 0)

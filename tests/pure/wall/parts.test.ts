import { describe, expect, test } from 'vitest'
import { deskLines, latePart, redPart, tilesOf, waitingPart } from '#app/domain/wall/parts'
import type { Ground, Lot, Ringing, Sums } from '#app/domain/wall/read.server'
import { longWords, shortPlace } from '#app/domain/wall/words'
import { minutesAfter, time } from '../../support/clock'

const now = time('2026-03-05', 15, 52)
const ago = (minutes: number) => minutesAfter(now, -minutes)
const names = ['束河街道', '大研街道', '七河镇', '金江白族乡', '新设镇']
const ground: Ground = { id: 'district', name: '古城区', townships: names.map((name) => ({ id: name, name })), holidays: [] }
const lot = (townshipId: string, status: Lot['status'], more: Partial<Lot> = {}): Lot => ({
  townshipId,
  status,
  n: 1,
  red: 0,
  late: 0,
  oldest: null,
  ...more,
})
const alarm = (townshipId: string, more: Partial<Ringing> = {}): Ringing => ({
  townshipId,
  status: 'raised',
  raisedAt: ago(4),
  acknowledgedAt: null,
  endedAt: null,
  ...more,
})
const sums: Sums = { unhandled: 0, sent: 5, orders: 0, answered: 0, ordersLate: 0 }
const said = ({ lines }: { lines: { place: string; words: string }[] }) => lines.map(({ place, words }) => `${place} ${words}`)

test.each([
  ['束河街道', '束河'],
  ['大东乡', '大东'],
  ['金江白族乡', '金江'],
  ['七河镇', '七河'],
  ['古城', '古城'],
])('%s is %s on the wall', (name, short) => expect(shortPlace(name)).toBe(short))

test.each([
  [0, '0 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [1439, '23 小时'],
  [1440, '1 天'],
  [8700, '6 天'],
])('%i minutes are %s', (minutes, words) => expect(longWords(minutes * 60_000)).toBe(words))

describe('红色', () => {
  test('nobody has taken it: first and in vermilion; then taken ones, then what was dealt with', () => {
    const part = redPart(
      ground,
      [lot('束河街道', 'reported', { n: 3, red: 2 })],
      [
        alarm('七河镇', { status: 'handled', acknowledgedAt: ago(50), endedAt: ago(20) }),
        alarm('束河街道', { status: 'acknowledged', raisedAt: ago(15), acknowledgedAt: ago(11) }),
        alarm('大研街道'),
      ],
      { ...sums, unhandled: 3 },
      now,
    )
    expect(part.value).toBe(2)
    expect(said(part)).toEqual(['大研 没人签收，4 分钟', '束河 已签收，11 分钟前', '七河 已处置，15:32'])
    expect(part.lines.map(({ tone }) => tone)).toEqual(['late', undefined, undefined])
    expect(part.foot).toBe('危险没处置 3 件')
  })

  test('more than fit are counted', () => {
    const part = redPart(ground, [], [alarm('大研街道'), alarm('大研街道'), alarm('七河镇'), alarm('束河街道')], sums, now)
    expect(part.lines).toHaveLength(3)
    expect(part.foot).toBe('另有 1 个警报')
  })
})

describe('逾期', () => {
  const late = (township: string, n: number, days: number) =>
    lot(township, 'mediating', { n: n + 2, late: n, oldest: ago(days * 1440 + 5) })

  test('the worst two townships and all others; each with its longest', () => {
    const lots = [
      late('大研街道', 4, 6),
      late('束河街道', 2, 2),
      late('七河镇', 1, 1),
      late('金江白族乡', 1, 3),
      lot('新设镇', 'mediating'),
    ]
    const part = latePart(ground, lots, { ...sums, orders: 2, answered: 1 }, now)
    expect(part.value).toBe(8)
    expect(said(part)).toEqual(['大研 4 件，最久 6 天', '束河 2 件，最久 2 天', '其他 2 件，最久 3 天'])
    expect(part.lines[0]!.href).toBe(`/disputes?${new URLSearchParams({ township: '大研街道', state: 'late' })}`)
    expect(part.foot).toBe('已督办 2 件，1 件已答复')
  })

  test('none: the number is calm, and no order is named', () => {
    expect(latePart(ground, [lot('大研街道', 'mediating')], sums, now)).toMatchObject({
      value: 0,
      hot: false,
      lines: [],
      foot: '没有在办的督办',
    })
  })
})

test('还没派出去: only what lies on the triage posts; overtime first, whatever the numbers', () => {
  const part = waitingPart(
    ground,
    [
      lot('大研街道', 'reported', { n: 11 }),
      lot('束河街道', 'failed', { n: 6, late: 1, oldest: ago(130) }),
      lot('七河镇', 'offered', { n: 40 }),
    ],
    { new: 8, sent: 5 },
    now,
  )
  expect(part.value).toBe(17)
  expect(said(part)).toEqual(['束河 6 件，1 件超 2 小时', '大研 11 件，没到期'])
  expect(part.foot).toBe('今天新收 8 件，派出 5 件')
})

test('在谁那里: every state that is not ended lies on exactly one desk', () => {
  const lots = [
    lot('大研街道', 'reported', { n: 2 }),
    lot('大研街道', 'offered', { n: 3 }),
    lot('七河镇', 'assigning', { n: 1, late: 1 }),
    lot('七河镇', 'mediating', { n: 8 }),
    lot('七河镇', 'performing', { n: 5 }),
    lot('七河镇', 'inCourt', { n: 4 }),
    lot('七河镇', 'inAdministration', { n: 0 }),
  ]
  expect(deskLines(lots).map(({ label, n, late, share }) => [label, n, late, share])).toEqual([
    ['分流岗', 2, 0, 25],
    ['调解组织', 4, 1, 50],
    ['调解员', 8, 0, 100],
    ['履行回访', 5, 0, 62.5],
    ['法院', 4, 0, 50],
    ['行政机关', 0, 0, 0],
  ])
})

test('在哪里: a township without a tile is on the wall only while something is open there', () => {
  expect(tilesOf(ground, []).map(({ place }) => place)).toEqual(['束河', '大研', '七河', '金江'])
  const tiles = tilesOf(ground, [lot('新设镇', 'reported', { n: 2, late: 1 })])
  expect(tiles.at(-1)).toMatchObject({ place: '新设', n: 2, late: 1, tile: null })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lanes, type PathData, type Station } from '../../../app/ui/path/data'
import { layoutPath, type LayoutOptions } from '../../../app/ui/path/layout'
import { cutTo, widthOf } from '../../../app/ui/path/measure'

const station = (no: number, more: Partial<Station> = {}): Station => ({
  no,
  at: `11月${1 + (no % 28)}日`,
  title: '登记',
  line: 'office',
  days: no === 1 ? null : 1,
  who: '束河司法所',
  what: '登记',
  ...more,
})

const titles = ['登记', '分流', '受理', '达成协议', '再次达成部分协议', '第 12 次调解', 'Vermittlung in der Gemeinde']
const bodies = [undefined, '马锅头调解室', '古城区矛盾纠纷联合人民调解委员会', '某']

const anyPath = (length: fc.Arbitrary<number>): fc.Arbitrary<PathData> =>
  length.chain((count) =>
    fc.record({
      stations: fc
        .array(
          fc.record({
            title: fc.constantFrom(...titles),
            line: fc.constantFrom(...lanes),
            body: fc.constantFrom(...bodies),
            at: fc.constantFrom('今天', '1月1日', '11月26日', '2025年12月31日'),
            days: fc.nat({ max: 400 }),
          }),
          { minLength: count, maxLength: count },
        )
        .map((rows) => rows.map((row, at) => station(at + 1, { ...row, now: at === rows.length - 1 }))),
      stretches: fc.array(
        fc
          .record({ a: fc.nat(), b: fc.nat(), line: fc.constantFrom(...lanes), body: fc.string(), days: fc.nat() })
          .map(({ a, b, ...rest }) => ({
            ...rest,
            from: 1 + (Math.min(a, b) % count),
            to: Math.max(1 + (a % count), 1 + (b % count)),
          })),
        { maxLength: 12 },
      ),
      requests: fc.array(
        fc.record({ a: fc.nat(), open: fc.boolean(), label: fc.string(), line: fc.constantFrom(...lanes) }).map(({ a, open, ...rest }) => ({
          ...rest,
          from: 1 + (a % count),
          to: open ? null : Math.min(count, 1 + (a % count) + (a % 9)),
        })),
        { maxLength: 12 },
      ),
      next: fc.option(fc.constant({ label: '第 2 项到期', at: '12月26日', late: true }), { nil: undefined }),
    }),
  )

const overlaps = (data: PathData, options?: LayoutOptions) => {
  const { labels, requests } = layoutPath(data, options)
  const boxes = [
    ...labels.map(({ text, box }) => ({ text, ...box })),
    ...requests.flatMap(({ label }) => (label ? [{ text: label.text, ...label.box }] : [])),
  ]
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      .map((b) => `${a.text} × ${b.text}`),
  )
}

const options: LayoutOptions[] = [{}, { most: 999 }, { width: 720, most: 999 }, { width: 714, named: true, most: 999 }]

describe('the drawing of a path', () => {
  test('no two labels touch, however the path went', () => {
    fc.assert(
      fc.property(anyPath(fc.integer({ min: 1, max: 60 })), fc.constantFrom(...options), (data, choice) => {
        expect(overlaps(data, choice)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('every station of 1 to 200 is inside the drawing and has its name', () => {
    fc.assert(
      fc.property(anyPath(fc.integer({ min: 1, max: 200 })), fc.constantFrom(...options), (data, choice) => {
        const { stops, labels, width, height } = layoutPath(data, choice)
        for (const { x, y, radius } of stops) {
          expect(x - radius).toBeGreaterThanOrEqual(0)
          expect(x + radius).toBeLessThanOrEqual(width)
          expect(y - radius).toBeGreaterThanOrEqual(0)
          expect(y + radius).toBeLessThanOrEqual(height)
        }
        for (const { box } of labels) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.w).toBeLessThanOrEqual(width)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.y + box.h).toBeLessThanOrEqual(height)
        }
        const named = labels.filter(({ kind }) => kind === 'title' || kind === 'fold')
        expect(named).toHaveLength(stops.length)
        const dated = labels.filter(({ kind }) => kind === 'day')
        expect(dated).toHaveLength(stops.filter(({ kind }) => kind !== 'fold').length)
      }),
      { numRuns: 60 },
    )
  })

  test('nothing is folded up to the limit; beyond it every station is shown or stands in a fold', () => {
    fc.assert(
      fc.property(anyPath(fc.integer({ min: 1, max: 200 })), (data) => {
        const whole = layoutPath(data, { most: 200 }).stops.filter(({ kind }) => kind === 'station')
        expect(whole.map(({ from }) => from)).toEqual(data.stations.map(({ no }) => no))
        const folded = layoutPath(data, { most: 24 }).stops.filter(({ kind }) => kind !== 'next')
        expect(folded[0]?.from).toBe(1)
        const told = folded.filter(({ kind }) => kind === 'fold').map(({ full }) => Number(/(\d+) 站/.exec(full)?.[1]))
        const shown = folded.filter(({ kind }) => kind === 'station').length
        expect(shown + told.reduce((sum, count) => sum + count, 0)).toBe(data.stations.length)
        if (data.stations.length <= 24) expect(told).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('within a row stations go from left to right, in their order', () => {
    const stations = Array.from({ length: 40 }, (_, at) => station(at + 1, { line: lanes[at % 4] ?? 'office' }))
    const { stops } = layoutPath({ stations, stretches: [], requests: [] }, { most: 99 })
    let rows = 1
    stops.forEach((stop, at) => {
      const before = stops[at - 1]
      if (before && stop.x <= before.x) rows += 1
    })
    expect(rows).toBeGreaterThan(2)
    expect(rows).toBeLessThan(10)
  })

  test('what falls due next stands beyond the present station, dashed in the colour of its urgency', () => {
    const data = { stations: [station(1), station(2, { now: true })], stretches: [], requests: [] }
    const due = layoutPath({ ...data, next: { label: '分流', at: '11月3日' } })
    const late = layoutPath({ ...data, next: { label: '分流', at: '11月3日', late: true } })
    expect(due.stops.map(({ kind }) => kind)).toEqual(['station', 'station', 'next'])
    expect(due.stops[2]?.x).toBeGreaterThan(due.stops[1]?.x ?? Infinity)
    expect(due.tracks.map(({ kind }) => kind)).toEqual(['leg', 'next'])
    expect(late.tracks.map(({ kind }) => kind)).toEqual(['leg', 'late'])
  })

  test('a body keeps its line while a court confirms beside it', () => {
    const line = { 2: 'judicial' } as const
    const stations = [1, 2, 3].map((no) => station(no, { line: no === 2 ? line[2] : 'people' }))
    const through = { from: 1, to: 3, line: 'people', body: '马锅头调解室', days: 9 } as const
    const { tracks, stops } = layoutPath({ stations, stretches: [through], requests: [] })
    const y = stops[0]?.y
    expect(tracks.map(({ d }) => d)).toContain(
      `M${Math.round((stops[0]?.x ?? 0) * 10) / 10} ${y}H${Math.round((stops[2]?.x ?? 0) * 10) / 10}`,
    )
  })
})

describe('words that must fit', () => {
  test('what is too long is cut with …, and its days stay', () => {
    expect(cutTo('马锅头调解室', 200, 12, '·12 天')).toBe('马锅头调解室·12 天')
    const cut = cutTo('古城区矛盾纠纷联合人民调解委员会', 120, 12, '·12 天') ?? ''
    expect(cut).toMatch(/^古城区.*…·12 天$/)
    expect(widthOf(cut, 12)).toBeLessThanOrEqual(120)
    expect(cutTo('马锅头', 8, 12)).toBeNull()
  })

  test('characters outside the basic plane are never cut in half', () => {
    expect(cutTo('𠮷𠮷𠮷𠮷', 40, 12)).toBe('𠮷𠮷…')
  })
})

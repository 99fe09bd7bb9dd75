import { beforeAll, describe, expect, test, vi } from 'vitest'
vi.hoisted(() => (process.env.DATABASE_POOL = '1'))
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import { countStatements, db, pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { dayIn } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { listPage } from '#app/domain/search/page.server'
import { wallPage } from '#app/domain/wall/page.server'
import { firstDayOf } from '#app/domain/wall/weeks'
import { people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { manyDisputes, wholeReads } from '../desk/many'

let cast: Record<Part, Person>
type Row = { id: string; townshipId: string; districtId: string; status: DisputeStatus; risk: string; sealed: boolean; dueAt: Date | null }
let rows: (Row & { registeredAt: Date; closedAt: Date | null })[]

beforeAll(async () => {
  await manyDisputes(20_000)
  // A district some years old: what was registered half a year ago has mostly ended.
  await pool.query(
    `update dispute set status = 'closed', due_at = null, due_day = null where registered_at < now() - interval '150 days' and number not like '%7'`,
  )
  await pool.query(
    `update dispute set closed_at = registered_at + interval '9 days' where status in ('closed', 'archived', 'withdrawn') and registered_at < now() - interval '9 days'`,
  )
  await pool.query('vacuum analyze dispute')
  cast = await people()
  rows = await db.dispute.findMany({
    select: {
      id: true,
      townshipId: true,
      districtId: true,
      status: true,
      risk: true,
      sealed: true,
      dueAt: true,
      registeredAt: true,
      closedAt: true,
    },
  })
}, 120_000)

const now = () => new Date()
const desk = (status: DisputeStatus) => deskOf(disputeMachine, status)
const isOpen = ({ status }: Row) => desk(status) !== 'none'

test.each(['duty', 'bureau'] as const)('the wall of %s reads no table from end to end, in five statements', async (part) => {
  await wallPage(cast[part])
  const { statements } = await countStatements(() => wallPage(cast[part]))
  expect(statements.length).toBeLessThanOrEqual(5)
  expect(await wholeReads(() => wallPage(cast[part]))).toEqual({})
})

test.each(['grid', 'triage', 'districtTriage', 'villageHead', 'mediator', 'leader', 'court', 'organ', 'admin'] as const)(
  '%s has no wall',
  async (part) => expect(await refusalOf(wallPage(cast[part]))).toEqual(said.notFound),
)

describe.each([
  ['duty', () => rows],
  ['bureau', () => rows.filter(({ sealed }) => !sealed)],
] as const)('the numbers of %s are those of a plain count', (part, of) => {
  test('red, overdue, not sent on; by desk and by township', async () => {
    const at = now()
    const wall = await wallPage(cast[part], at)
    const open = of().filter(isOpen)
    const late = open.filter(({ dueAt }) => dueAt !== null && dueAt <= at)
    const waiting = open.filter(({ status }) => desk(status) === 'triage')
    expect(wall.parts.map(({ label, value }) => [label, value])).toEqual([
      ['红色', open.filter(({ risk }) => risk === 'red').length],
      ['逾期', late.length],
      ['还没派出去', waiting.length],
    ])
    expect(wall.desks.total).toBe(open.length)
    for (const [at_, name] of (['triage', 'receiver', 'mediator', 'keeper', 'court', 'organ'] as const).entries()) {
      const line = wall.desks.lines[at_]!
      expect([name, line.n, line.late]).toEqual([
        name,
        open.filter(({ status }) => desk(status) === name).length,
        late.filter(({ status }) => desk(status) === name).length,
      ])
    }
    expect(wall.tiles).toHaveLength(11)
    for (const { id, n, late: overdue } of wall.tiles)
      expect([n, overdue]).toEqual([
        open.filter(({ townshipId }) => townshipId === id).length,
        late.filter(({ townshipId }) => townshipId === id).length,
      ])
  })

  test('week by week, this month, today', async () => {
    const at = now()
    const today = dayIn(at)
    const { weeks } = await wallPage(cast[part], at)
    const since = firstDayOf(today)
    const within = (day: Date | null) => day !== null && dayIn(day) >= since && day <= at
    const fresh = of().filter(({ registeredAt }) => within(registeredAt))
    const ended = of().filter((row) => !isOpen(row) && within(row.closedAt))
    const sum = (name: 'new' | 'done') => weeks.points.reduce((total, point) => total + point[name], 0)
    expect([sum('new'), sum('done')]).toEqual([fresh.length, ended.length])
    const sameMonth = (day: Date) => dayIn(day).slice(0, 7) === today.slice(0, 7)
    expect(weeks.month).toEqual({
      new: fresh.filter(({ registeredAt }) => sameMonth(registeredAt)).length,
      done: ended.filter(({ closedAt }) => sameMonth(closedAt!)).length,
    })
    expect(weeks.today).toBe(fresh.filter(({ registeredAt }) => dayIn(registeredAt) === today).length)
  })

  test('what is not counted is said', async () =>
    expect((await wallPage(cast[part])).without).toBe(part === 'duty' ? null : '不公开的没有数进去'))

  test('a number opens a list that says the same', async () => {
    const wall = await wallPage(cast[part])
    const small = [
      ...wall.parts,
      ...wall.desks.lines.map(({ n, href }) => ({ value: n, href })),
      ...wall.tiles.map(({ late, lateHref }) => ({ value: late, href: lateHref })),
    ]
    for (const { value, href } of small) {
      const { list } = await listPage(cast[part], new URL(href, 'http://x').searchParams)
      expect([href, list.total]).toEqual([href, value > 1000 ? '1000+' : String(value)])
    }
  })
})

describe('alarms and orders', () => {
  const ring = (of: Pick<Row, 'id' | 'townshipId' | 'districtId'> | null, more: object = {}) =>
    db.alarm.create({
      data: {
        id: newId(),
        disputeId: of?.id ?? null,
        districtId: of?.districtId ?? rows[0]!.districtId,
        townshipId: of?.townshipId ?? null,
        status: 'raised',
        why: 'red',
        step: 1,
        raisedAt: new Date(Date.now() - 4 * 60_000 - 1000),
        ...more,
      },
    })

  test('an alarm that nobody has taken stands across the wall; a drill never does', async () => {
    expect((await wallPage(cast.duty)).band).toBeNull()
    const drill = await db.drill.create({
      data: { id: newId(), areaId: rows[0]!.districtId, scenario: '演练', startedById: cast.duty.accountId, startedAt: now() },
    })
    await ring(null, { drillId: drill.id, why: 'drill' })
    expect((await wallPage(cast.duty)).band).toBeNull()
    const [one] = rows.filter(isOpen)
    const { id } = await ring(one!)
    const place = (await wallPage(cast.duty)).tiles.find((tile) => tile.id === one!.townshipId)!.place
    for (const part of ['duty', 'bureau'] as const) {
      const wall = await wallPage(cast[part])
      expect(wall.band).toBe(`红色警报　${place}没人签收，4 分钟`)
      expect(wall.said).toMatch(/^1 个红色警报没人签收，红色 \d+ 件/u)
    }
    await db.alarm.update({ where: { id }, data: { status: 'acknowledged', acknowledgedAt: now() } })
    const taken = await wallPage(cast.duty)
    expect(taken.band).toBeNull()
    expect(taken.parts[0]!.lines).toMatchObject([{ place, words: '已签收，0 分钟前' }])
  })

  test('supervision orders that run, those answered, those late', async () => {
    const order = (number: string, more: object) =>
      db.supervisionOrder.create({
        data: {
          id: newId(),
          number,
          status: 'issued',
          version: 1,
          areaId: rows[0]!.districtId,
          issuedById: cast.duty.accountId,
          issuedRole: 'duty',
          issuedAt: now(),
          toAreaId: rows[0]!.townshipId,
          why: 'overdue',
          asked: '三日内办结',
          answerBy: now(),
          dueAt: now(),
          ...more,
        },
      })
    await order('督办〔2026〕第1号', {})
    await order('督办〔2026〕第2号', { status: 'answered' })
    await order('督办〔2026〕第3号', { areaId: rows[0]!.townshipId, lateSince: now() })
    await order('督办〔2026〕第4号', { status: 'accepted', endedAt: now() })
    expect((await wallPage(cast.duty)).parts[1]!.foot).toBe('已督办 3 件，1 件已答复，1 件过期没答')
  })
})

test('numbers and areas only: no title, number, name or type of a case is on the wall (U38)', async () => {
  const text = JSON.stringify(await wallPage(cast.duty))
  expect(text).not.toMatch(/530702-|邻里|纠纷第|王伟|李娜|和平/u)
  expect(rows.some(({ id }) => text.includes(id))).toBe(false)
})

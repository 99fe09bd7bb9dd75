import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dateOf, dayIn } from '#app/domain/calendar/days'
import { errandsOf } from '#app/domain/desk/errands.server'
import { newId } from '#app/domain/id'
import { reportForm, roundForm } from '#app/domain/patrol/form'
import { latestRound, patrolList, roundPage, roundTable } from '#app/domain/patrol/page.server'
import { reportPage } from '#app/domain/patrol/report-page.server'
import { reportRound } from '#app/domain/patrol/report.server'
import { closeRound, openRound, remindRounds } from '#app/domain/patrol/rounds.server'
import { firstDay, time } from '../../support/clock'
import { aReport } from '../../support/disputes'
import { areaId, district, longquan, people, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let who: Record<Part, Person>
let township: string
let place: string
let otherPlace: string
beforeAll(async () => {
  who = await people()
  township = await areaId(shuhe)
  place = await areaId(longquan)
  otherPlace = await areaId('530702004002')
})

const now = time(firstDay, 10)
const lastDay = addDays(firstDay, 6)
const opens = (actor: Person, area = township, more = {}) =>
  openRound(
    { actor, now, key: newId() },
    roundForm.parse({ act: 'open', areaId: area, kind: 'regular', title: '春耕用水', fromDay: firstDay, toDay: lastDay, ...more }),
  )
const reports = (actor: Person, round: string, form: Record<string, unknown>, area = place, at = now) =>
  reportRound({ actor, now: at, key: newId() }, round, area, reportForm.parse(form))
const nil = { act: 'nil', rounds: 2 }
const told = (topic: string, subjectId: string) =>
  db.notice.findMany({ where: { topic, subjectId } }).then((rows) => rows.map(({ accountId }) => accountId))
const rowOf = async (actor: Person, round: string, at = now) => (await roundPage(actor, round, at)).places.find(({ id }) => id === place)!

describe('一轮排查', () => {
  test('asks every village without grids and every grid below, and tells who walks there', async () => {
    const grid = newId()
    const village = await db.area.findUniqueOrThrow({ where: { id: otherPlace } })
    await db.area.create({
      data: {
        id: grid,
        name: '一网格',
        level: 'grid',
        parentId: otherPlace,
        path: `${village.path}${grid}/`,
        validFrom: dateOf('2024-01-01'),
      },
    })
    const id = (await opens(who.triage))!
    const accounts = await told('round', id)
    expect(accounts).toEqual(expect.arrayContaining([who.grid.accountId, who.otherGrid.accountId]))
    const places = (await roundPage(who.triage, id, now)).places.map((one) => one.id)
    expect(places).toContain(place)
    expect(places).toContain(grid)
    // A village whose grids report is not asked as well; its own worker reports for them.
    expect(places).not.toContain(otherPlace)
    await reports(who.otherGrid, id, nil, grid)
    await db.area.update({ where: { id: grid }, data: { validTo: dateOf('2026-03-01') } })
  })

  test('零报告 counts as reported: times and findings are two numbers, and a later report takes its place', async () => {
    const id = (await opens(who.triage))!
    expect(await errandsOf(who.grid, now)).toContainEqual({ label: '排查待上报', value: expect.any(String) as string, href: '/patrol' })
    await reports(who.grid, id, nil)
    expect(await rowOf(who.triage, id)).toMatchObject({ rounds: '2', found: '0', reported: expect.stringContaining('零报告') as string })
    await reports(who.otherGrid, id, { ...nil, rounds: 3 }, otherPlace)
    const more = {
      act: 'report',
      rounds: 4,
      found: 3,
      findings: [
        { line: '水渠被堵', outcome: 'settled' },
        { line: '院墙', outcome: 'watched' },
      ],
      note: '下周再去',
    }
    await reports(who.grid, id, more)
    expect(await rowOf(who.triage, id)).toMatchObject({
      rounds: '4',
      found: '3',
      outcomes: { registered: 0, settled: 1, watched: 1 },
      note: '下周再去',
    })
    const { totals } = await roundPage(who.triage, id, now)
    expect(totals.slice(0, 2)).toEqual([
      { label: '排查次数', value: '7' },
      { label: '排查发现', value: '3' },
    ])
    expect(await db.patrolReport.count({ where: { roundId: id, areaId: place } })).toBe(2)
    expect(await db.patrolReport.count({ where: { roundId: id, areaId: place, replacedAt: null } })).toBe(1)
  })

  test('what was registered on it shows its number and state; only who may see it gets the link', async () => {
    const id = (await opens(who.triage))!
    const story = await aReport({ now, intake: 'grid' })
    const { number } = await story.row()
    const form = await reportPage(who.grid, id, place, now)
    expect(JSON.stringify(form.forms)).toContain(number)
    await reports(who.grid, id, { act: 'report', rounds: 1, found: 1, findings: [{ outcome: 'registered', disputeId: story.id }] })
    const shown = async (actor: Person) => (await rowOf(actor, id)).findings[0]!.dispute
    expect(await shown(who.triage)).toEqual({ label: `${number} 待分流`, href: `/disputes/${story.id}` })
    // Green: a leader reads its number and where it stands, no more.
    expect(await shown(who.leader)).toEqual({ label: `${number} 待分流` })
  })

  test('a leader reads numbers and states, not what was only found', async () => {
    const id = (await opens(who.triage))!
    await reports(who.grid, id, {
      act: 'report',
      rounds: 1,
      found: 1,
      findings: [{ line: '木家两兄弟', outcome: 'watched' }],
      note: '木家',
    })
    expect(JSON.stringify(await roundPage(who.leader, id, now))).not.toContain('木家')
    expect(JSON.stringify(await roundPage(who.triage, id, now))).toContain('木家两兄弟')
    const latest = (await latestRound(who.leader, now))!
    expect(latest.totals[0]!.label).toBe('排查次数')
    expect(latest.missing).not.toContain((await db.area.findUniqueOrThrow({ where: { id: place } })).name)
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['a finding without an outcome', { findings: [{ line: '水渠' }] }, 'findings[0].outcome'],
    ['registered, but not which', { findings: [{ outcome: 'registered' }] }, 'findings[0].disputeId'],
    ['somebody else’s dispute', { findings: [{ outcome: 'registered', disputeId: newId() }] }, 'findings[0].disputeId'],
    ['settled without a word', { findings: [{ outcome: 'settled' }] }, 'findings[0].line'],
    [
      'fewer found than written',
      {
        findings: [
          { line: '甲', outcome: 'settled' },
          { line: '乙', outcome: 'watched' },
        ],
      },
      'found',
    ],
    ['found without a line', { findings: [] }, 'findings[0].line'],
  ])('%s is said beside its field', async (_, more, field) => {
    const id = (await opens(who.triage))!
    expect((await refusalOf(reports(who.grid, id, { act: 'report', rounds: 1, found: 1, ...more })))[2]).toHaveProperty([field])
  })

  test('is reported on from its first day until it is closed, by whom it is asked', async () => {
    const id = (await opens(who.triage, township, { fromDay: addDays(firstDay, 1) }))!
    expect(await refusalOf(reports(who.grid, id, nil))).toEqual([409, '这一轮还没有开始'])
    const then = time(addDays(firstDay, 1))
    for (const part of ['otherGrid', 'triage', 'leader', 'bureau', 'head'] as const)
      expect((await refusalOf(reports(who[part], id, nil, place, then)))[0], part).toBe(404)
    await reports(who.grid, id, nil, place, then)
    for (const part of ['grid', 'leader', 'bureau'] as const)
      expect((await refusalOf(closeRound({ actor: who[part], now: then }, id)))[0], part).toBe(403)
    await closeRound({ actor: who.triage, now: then }, id)
    expect(await refusalOf(reports(who.grid, id, nil, place, then))).toEqual([409, '这一轮已经结束，不能再报'])
  })

  test('on the last morning who has not reported is reminded, once; who has is not', async () => {
    const id = (await opens(who.triage))!
    await reports(who.grid, id, nil)
    await remindRounds(time(lastDay, 7, 59))
    expect(await told('roundDue', id)).toEqual([])
    await remindRounds(time(lastDay, 8))
    await remindRounds(time(lastDay, 8, 1))
    const accounts = await told('roundDue', id)
    expect(accounts).toContain(who.otherGrid.accountId)
    expect(accounts).not.toContain(who.grid.accountId)
    expect(new Set(accounts).size).toBe(accounts.length)
  })

  test('two reports at once leave one that stands', async () => {
    const id = (await opens(who.triage))!
    await Promise.all([1, 2, 3].map((rounds) => reports(who.grid, id, { act: 'nil', rounds })))
    expect(await db.patrolReport.count({ where: { roundId: id, areaId: place } })).toBe(3)
    expect(await db.patrolReport.count({ where: { roundId: id, areaId: place, replacedAt: null } })).toBe(1)
  })
})

describe('who sees a round', () => {
  test.each<[Part, 'township' | 'whole', number | null]>([
    ['triage', 'township', 5],
    ['leader', 'township', 5],
    ['bureau', 'township', 5],
    ['duty', 'township', 5],
    ['districtTriage', 'township', 5],
    ['grid', 'township', 1],
    ['otherTriage', 'township', null],
    ['otherLeader', 'township', null],
    ['head', 'township', null],
    ['mediator', 'township', null],
    ['court', 'township', null],
    ['admin', 'township', null],
    ['otherTriage', 'whole', 1],
    ['grid', 'whole', 1],
  ])('%s of a round of the %s', async (part, of, least) => {
    const id = (await opens(of === 'township' ? who.triage : who.bureau, of === 'township' ? township : await areaId(district)))!
    if (least === null) {
      expect((await refusalOf(roundPage(who[part], id, now)))[0]).toBe(404)
      expect((await refusalOf(roundTable(who[part], id, now)))[0]).toBe(404)
      return
    }
    const { places } = await roundPage(who[part], id, now)
    const within = await db.area.findMany({ where: { id: { in: places.map((one) => one.id) } } })
    const own = await db.area.findMany({ where: { id: { in: who[part].posts.flatMap((post) => post.areaId ?? []) } } })
    expect(places.length).toBeGreaterThanOrEqual(Math.min(least, 2))
    for (const { path } of within) expect(own.some((area) => path.startsWith(area.path))).toBe(true)
  })

  test.each<[Part, boolean]>([
    ['triage', true],
    ['bureau', true],
    ['duty', true],
    ['otherTriage', false],
    ['leader', false],
    ['grid', false],
    ['head', false],
    ['admin', false],
  ])('%s opens one in 束河: %s', async (part, may) => {
    if (may) expect(await opens(who[part])).toBeTypeOf('string')
    else expect((await refusalOf(opens(who[part])))[0]).toBe(404)
  })

  test('lists and pages take few statements, a report at most ten', async () => {
    const id = (await opens(who.triage))!
    expect((await countStatements(() => patrolList(who.grid, now))).statements).toHaveLength(1)
    expect((await countStatements(() => patrolList(who.bureau, now))).statements).toHaveLength(2)
    expect((await countStatements(() => roundPage(who.bureau, id, now))).statements).toHaveLength(2)
    const { statements } = await countStatements(() =>
      reports(who.grid, id, { act: 'report', rounds: 1, found: 1, findings: [{ line: '水', outcome: 'watched' }] }),
    )
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(12)
    expect((await roundTable(who.triage, id, now)).length).toBeGreaterThan(1000)
  })

  test('a round that ends before today, or before it begins, is refused beside its field', async () => {
    expect(
      roundForm.safeParse({ act: 'open', areaId: township, kind: 'key', title: '重点', fromDay: firstDay, toDay: addDays(firstDay, -1) })
        .success,
    ).toBe(false)
    expect((await refusalOf(opens(who.triage, township, { fromDay: '2026-02-01', toDay: '2026-02-07' })))[2]).toHaveProperty('toDay')
    expect(dayIn(now)).toBe(firstDay)
  })
})

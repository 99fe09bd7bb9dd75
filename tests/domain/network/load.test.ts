import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { networkPage, type NetworkPage } from '#app/domain/network/page.server'
import { listDisputes } from '#app/domain/search/list.server'
import { listQueryOf } from '#app/domain/search/query.server'
import { aClosed, aMediation, anOffer, aReport } from '../../support/disputes'
import { areaId, dayan, people, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
  await aReport()
  await anOffer()
  await aMediation()
  await aClosed()
})

const now = new Date('2026-12-01T09:00:00+08:00')
const tileIn = (page: NetworkPage, id: string) => page.tiles.find((one) => one.id === id)!
const figures = async (who: Person, township = shuhe) => {
  const tile = tileIn(await networkPage(who, now), await areaId(township))
  return tile.figures && Object.fromEntries(tile.figures.map(({ label, value }) => [label, value]))
}

describe('the load of the townships', () => {
  test('counts what is in the rows: open, overdue, waiting for triage, receipt, assignment', async () => {
    const township = await areaId(shuhe)
    const rows = await db.dispute.findMany({ where: { townshipId: township, closedAt: null }, select: { status: true, dueAt: true } })
    const at = (status: string) => rows.filter((row) => row.status === status).length
    expect(await figures(cast.duty)).toEqual({
      在办: rows.length,
      逾期: rows.filter(({ dueAt }) => dueAt && dueAt <= now).length,
      待分流: at('reported'),
      待接收: at('offered'),
      待指派: at('assigning'),
    })
  })

  test('each number opens as many rows as it says, for everybody who sees it', async () => {
    for (const who of [cast.duty, cast.bureau, cast.triage, cast.districtTriage, cast.leader]) {
      const page = await networkPage(who, now)
      const all = [...page.tiles.flatMap((tile) => tile.figures ?? []), ...page.bodies.flatMap(({ open, late }) => [open, late])]
      for (const { label, value, href } of all.filter((one) => one.value > 0)) {
        const { total } = await listDisputes(who, listQueryOf(new URLSearchParams(href.split('?')[1])), now)
        expect(total, `${label} ${href}`).toBe(String(value))
      }
    }
  })

  test('a cell is a case; what is sealed to somebody is in no number of theirs', async () => {
    const before = (await figures(cast.bureau))!
    const story = await aMediation()
    expect((await figures(cast.bureau))!.在办).toBe(before.在办! + 1)
    await db.dispute.update({ where: { id: story.id }, data: { sealed: true } })
    expect(await figures(cast.bureau)).toEqual(before)
    const tile = tileIn(await networkPage(cast.duty, now), await areaId(shuhe))
    expect(tile.cells + tile.more).toBe(tile.figures![0]!.value)
    expect(tile.lateCells).toBeLessThanOrEqual(tile.cells)
  })

  test('a township’s post and its leader see their own tile, the others as outlines; bureau and duty see all', async () => {
    const own = async (who: Person) => (await networkPage(who, now)).tiles.filter((tile) => tile.figures).map(({ name }) => name)
    expect(await own(cast.triage)).toEqual(['束河街道'])
    expect(await own(cast.otherLeader)).toEqual(['大研街道'])
    for (const who of [cast.bureau, cast.duty, cast.districtTriage]) expect(await own(who)).toHaveLength(11)
    expect(await figures(cast.triage, dayan)).toBeNull()
    expect((await networkPage(cast.triage, now)).bodies).toEqual([])
    expect((await networkPage(cast.bureau, now)).bodies.length).toBeGreaterThan(2)
  })

  test('is nobody else’s, and names no person', async () => {
    for (const who of [cast.mediator, cast.head, cast.grid, cast.court, cast.organ, cast.admin])
      expect((await refusalOf(networkPage(who, now)))[0]).toBe(404)
    const page = JSON.stringify(await networkPage(cast.bureau, now))
    for (const { name } of [cast.mediator, cast.head, cast.triage]) expect(page).not.toContain(name)
  })
})

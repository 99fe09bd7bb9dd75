import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { handleDanger, reportDanger } from '#app/domain/danger/report.server'
import { firstPage } from '#app/domain/desk/first-page.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { queueOf } from '#app/domain/triage/queue.server'
import { aReport } from '../../support/disputes'
import { fieldsOf } from '../../support/forms'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const dangerSince = async (id: string) => (await db.dispute.findUniqueOrThrow({ where: { id } })).dangerSince
const reports = (disputeId: string) => db.dangerReport.findMany({ where: { disputeId }, orderBy: { id: 'asc' } })

describe('a danger ticked at registration', () => {
  test('is reported in the same form: told whom, or why not yet', async () => {
    const told = await aReport({ dangerSigns: ['threat'], dangerTold: '九点打了束河派出所' })
    expect(await reports(told.id)).toMatchObject([{ signs: ['threat'], toldWhom: '九点打了束河派出所', notYetWhy: null }])
    expect(await dangerSince(told.id)).toEqual(told.now)
    const notYet = await aReport({ dangerSigns: ['weapon'], dangerTold: '山里没有信号', dangerNotYet: true })
    expect(await reports(notYet.id)).toMatchObject([{ toldWhom: null, notYetWhy: '山里没有信号' }])
  })

  test('that is only to be watched opens none', async () => {
    const story = await aReport({ dangerSigns: ['mentalState'], dangerTold: '派出所知道' })
    expect(await reports(story.id)).toEqual([])
    expect(await dangerSince(story.id)).toBeNull()
  })
})

describe('whom to call now', () => {
  test('stands with each sign on the act’s page, and child harm and violence name their article', async () => {
    const story = await aReport()
    const signs = (await fieldsOf(story, cast.grid, 'danger')).find((field) => 'name' in field && field.name === 'signs')
    const hints = signs?.kind === 'choice' ? Object.fromEntries(signs.options.map(({ value, hint }) => [value, hint])) : {}
    for (const hint of Object.values(hints)) expect(hint).toContain('现在就联系')
    expect(hints['weapon']).toContain('110')
    expect(hints['childHarm']).toMatch(/民政.*《未成年人保护法》第11条/)
    expect(hints['familyViolence']).toMatch(/《反家庭暴力法》第14条（无民事行为能力人、限制民事行为能力人/)
  })
})

describe('a danger that nobody has handled', () => {
  test('tops the desks of township and district with its words until it is handled', async () => {
    const now = new Date()
    const red = await aReport({ now, dangerSigns: ['weapon'], dangerTold: '已报警' })
    const green = await aReport({ now, facts: '先是小事，后来扬言动刀。' })
    await reportDanger(await green.sent(cast.grid, { now }), { signs: ['threat'], notYetWhy: '正在赶过去' })
    await handleDanger(await red.sent(cast.triage, { now }), { text: '派出所已经收走刀具' })
    const mine = (rows: readonly { id: string; riskWhy?: string }[]) =>
      rows.filter(({ id }) => id === red.id || id === green.id).map(({ id, riskWhy }) => [id, riskWhy])
    const order = [
      [green.id, '危险未处置，扬言伤人'],
      [red.id, '持械'],
    ]
    expect(mine((await queueOf(cast.triage, null, now)).rows)).toEqual(order)
    expect(mine((await firstPage(cast.duty, now)).overview!.danger)).toEqual(order)
  })

  test('stands on the page with the one act that ends it, and goes with it', async () => {
    const story = await aReport({ dangerSigns: ['threat'], dangerTold: '束河派出所' })
    const shown = async () => overviewOf(await openPage(cast.triage, story.id, story.now)).danger
    expect(await shown()).toEqual({
      lines: [expect.stringContaining('扬言伤人'), expect.stringContaining('已告诉束河派出所；还没有回执')],
      handle: `/disputes/${story.id}/do/danger?step=handled`,
    })
    expect(overviewOf(await openPage(cast.duty, story.id, story.now)).danger).not.toBeNull()
    await handleDanger(await story.sent(cast.triage), { text: '民警到场，双方分开' })
    expect(await shown()).toBeNull()
    expect(await dangerSince(story.id)).toBeNull()
  })
})

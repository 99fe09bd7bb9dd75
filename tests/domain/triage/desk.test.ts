import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { triageDesk } from '#app/domain/triage/desk.server'
import { nextInQueue, queueOf } from '#app/domain/triage/queue.server'
import { aFailure, aMediation, anOffer, aReport } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const now = () => new Date()

describe('the queue', () => {
  test('red first, then yellow, then who leaves soonest or is due; each level its own', async () => {
    const at = now()
    const green = await aReport({ now: at, facts: '绿的。' })
    const leaves = await aReport({ now: at, facts: '游客要走。', leavesAt: new Date(at.getTime() + 3_600_000) })
    const yellow = await aReport({ now: at, facts: '黄的。', dangerSigns: ['mentalState'] })
    const red = await aReport({ now: at, facts: '红的。', dangerSigns: ['weapon'] })
    const up = await aReport({ now: at, facts: '上报的。' })
    up.now = new Date(at.getTime() - 60_000)
    await up.does(cast.triage, { type: 'escalate', to: 'district' })
    const queue = await queueOf(cast.triage, red.id)
    const ids = queue.rows.map(({ id }) => id)
    expect(ids).toEqual([red.id, yellow.id, leaves.id, green.id])
    expect(queue).toMatchObject({ total: '4', danger: 1, late: 0 })
    expect(queue.rows[0]).toMatchObject({ current: true, riskWhy: '危险未处置，持械', href: `/triage/${red.id}` })
    expect((await queueOf(cast.districtTriage)).rows.map(({ id }) => id)).toEqual([up.id])
    expect((await queueOf(cast.otherTriage)).rows).toEqual([])
    expect(nextInQueue(queue, red.id)).toBe(yellow.id)
    expect(nextInQueue(queue, green.id)).toBe(leaves.id)
  })

  test('what comes back is marked with its coded reason', async () => {
    const story = await anOffer({ now: now() })
    story.now = now()
    await story.does(cast.head, { type: 'return', reason: 'full' })
    const failed = await aFailure({ now: now() })
    const { rows, back } = await queueOf(cast.triage)
    expect(rows.find(({ id }) => id === story.id)?.mark).toBe('退回·在办已满')
    expect(rows.find(({ id }) => id === failed.id)?.mark).toBe('调解不成')
    expect(back).toBe(2)
  })
})

describe('the dispute beside it', () => {
  test('says who could take it and why, in eight statements at most, and what was tried', async () => {
    const story = await anOffer({ now: now(), typeCode: '1101', languages: ['naxi'] })
    story.now = now()
    await story.does(
      cast.head,
      { type: 'return', reason: 'outOfScope' },
      { texts: [{ kind: 'why', audience: 'path', text: '不收押金的事' }] },
    )
    await triageDesk(cast.triage, story.id)
    const { result, statements } = await countStatements(() => triageDesk(cast.triage, story.id))
    expect(statements.length).toBeLessThanOrEqual(8)
    const { dispute, candidates } = result
    expect(dispute).toMatchObject({ here: true, consent: '2 方：愿意 2' })
    expect(dispute?.facts).toContain('客栈不退三百元房费')
    expect(dispute?.history[0]?.what).toContain('退回：不属本组织受理范围')
    expect(dispute?.history[0]?.why).toContain('不收押金的事')
    expect(candidates?.best[0]?.name).toBe('龙泉社区人民调解委员会')
    expect(candidates?.best[0]?.reasons.some(({ text }) => text.startsWith('有会纳西语的'))).toBe(true)
    expect(candidates?.unsuitable.map(({ id }) => id)).toContain(await bodyId('room-maguotou'))
    expect(dispute?.acts.map(({ type }) => type)).toContain('escalate')
  })

  test('is shown without candidates once it is elsewhere, and not at all to who may not see it', async () => {
    const story = await aMediation({ now: now() })
    expect(await triageDesk(cast.triage, story.id)).toMatchObject({ dispute: { here: false }, candidates: null })
    expect(await refusalOf(triageDesk(cast.otherTriage, story.id))).toEqual(said.notFound)
    expect(await refusalOf(triageDesk(cast.mediator, story.id))).toEqual([403, '分流台由分流岗使用'])
  })
})

import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { sessionsOf } from '#app/domain/dispute/show/sessions'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { paperOf } from '#app/domain/paper/paper.server'
import { stepRequest } from '#app/domain/request/steps.server'
import { aMediation } from '../../support/disputes'
import { send } from '../../support/forms'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})

const session = async (story: Awaited<ReturnType<typeof aMediation>>) =>
  holdSession(await story.sent(cast.mediator), {
    kind: 'joint',
    startedAt: story.now,
    attendance: [{ name: '和丽江', role: 'party', present: true }],
    told: { at: story.now, how: 'inPerson' },
  })

test('联合调解: the lead stays who has the leg; the other’s mediator may be named, its head sees it while it lasts, session and paper name it', async () => {
  const story = await aMediation()
  await send(story, cast.mediator, 'request', { bodyId: await bodyId('room-pengrenjie'), role: 'joint', asked: '一起谈' })
  const [row] = await db.request.findMany({ where: { disputeId: story.id } })
  expect(row).toMatchObject({ kind: 'joint' })
  await story.does(cast.head, { type: 'assign', mediatorIds: [cast.mediator.accountId, cast.otherMediator.accountId] })
  expect((await story.lastLeg()).bodyId).toBe(await bodyId('room-maguotou'))
  await session(story)
  const page = await openPage(cast.mediator, story.id, story.now)
  const [own] = page.rows.sessions
  expect(sessionsOf(page)[0]!.sessions[0]!.facts).toContainEqual({ label: '联合调解', value: '彭仁杰个人调解室' })
  expect(JSON.stringify(paperOf(page, 'session', { session: own!.id }))).toContain('彭仁杰个人调解室')
  expect((await openPage(cast.otherHead, story.id, story.now)).sight.viewers).toContain('asked')
})

test('who refused did not mediate, and who was let go does not any more', async () => {
  const story = await aMediation()
  await send(story, cast.mediator, 'request', { bodyId: await bodyId('room-pengrenjie'), role: 'joint', asked: '一起谈' })
  const [row] = await db.request.findMany({ where: { disputeId: story.id } })
  await stepRequest(await story.sent(cast.otherHead), { requestId: row!.id, step: 'refuse', text: '人手不够' })
  await session(story)
  const page = await openPage(cast.mediator, story.id, story.now)
  expect(JSON.stringify(sessionsOf(page))).not.toContain('彭仁杰')
  expect((await refusalOf(story.does(cast.head, { type: 'assign', mediatorIds: [cast.otherMediator.accountId] })))[0]).toBe(400)
})

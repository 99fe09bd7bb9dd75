import { beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { dayIn } from '#app/domain/calendar/days'
import { loadDispute } from '#app/domain/dispute/load.server'
import { newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { leave, leaveForm, leavePage } from '#app/domain/staff/leave/leave.server'
import { aKeptPromise, aMediation, aReport, type Story } from '../../support/disputes'
import { accountByKey } from '../../../prisma/district'
import { areaId, bodyId, people, person, shuhe, type Part } from '../../support/people'

let cast: Record<Part, Person>
let township: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
})

const said = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? (Object.keys(error.fields)[0] ?? error.code) : Promise.reject(error)),
  )
const goes = (actor: Person, who: Person, to: Record<string, string>, more: Record<string, string> = {}, key = newId()) =>
  leave({ actor, key }, who.accountId, leaveForm.parse({ how: 'move', lastDay: dayIn(new Date()), to, ...more }))
const sees = (actor: Person, { id }: Story) =>
  inTransaction(async (tx) => (await loadDispute(tx, { actor, disputeId: id, seen: 0, now: new Date() })) !== null)
const bare = (someone: Person): Person => ({ ...someone, posts: [] })

test('who leaves hands open cases to others: rows with dates, an event on the path, sight given and taken, and nothing of a case is shown', async () => {
  const [mediating, keeping] = [await aMediation(), await aKeptPromise()]
  const { title, number } = await mediating.row()
  const page = await leavePage(cast.admin, cast.mediator.accountId)
  const room = await bodyId('room-maguotou')
  const leg = page.groups.find(({ key }) => key === `leg-${room}`)!
  expect(leg.cases.map((one) => one.number)).toContain(number)
  expect(leg.cases.map(({ state }) => state)).toContain('调解中')
  for (const secret of [title, '杨正平', '和丽江', '押金', mediating.id]) expect(JSON.stringify(page)).not.toContain(secret)
  expect(leg.takers.map(({ value }) => value)).not.toContain(cast.mediator.accountId)
  expect(await sees(cast.admin, mediating)).toBe(false)

  const to = Object.fromEntries(
    page.groups.map(({ key, takers }) => [
      key,
      takers.find(({ value }) => value === cast.secondMediator.accountId)?.value ?? takers[0]!.value,
    ]),
  )
  const before = await mediating.row()
  const key = newId()
  expect(await goes(cast.admin, cast.mediator, to, {}, key)).toEqual({ left: [] })
  expect(await said(goes(cast.admin, cast.mediator, to, {}, key))).toBe('notNow')
  expect((await mediating.row()).version).toBe(before.version + 1)
  const last = await db.disputeEvent.findFirstOrThrow({ where: { disputeId: mediating.id }, orderBy: { version: 'desc' } })
  expect([last.type, last.actorId, last.actorRole]).toEqual(['assign', cast.admin.accountId, 'admin'])
  const legs = await db.legMediator.findMany({ where: { leg: { disputeId: mediating.id } }, orderBy: { validFrom: 'asc' } })
  expect(legs.map(({ accountId, lead, validTo }) => [accountId, lead, validTo !== null])).toEqual([
    [cast.mediator.accountId, true, true],
    [cast.secondMediator.accountId, true, false],
  ])
  for (const story of [mediating, keeping]) {
    expect(await sees(bare(cast.secondMediator), story)).toBe(true)
    expect(await sees(bare(cast.mediator), story)).toBe(false)
    expect((await db.dispute.findUniqueOrThrow({ where: { id: story.id } })).keeperId).toBe(cast.secondMediator.accountId)
    expect(await db.audit.count({ where: { act: 'case.handOver', disputeId: story.id } })).toBe(1)
  }
  const posts = await db.post.findMany({ where: { accountId: cast.mediator.accountId } })
  expect(posts.every(({ validTo }) => validTo !== null)).toBe(true)
  expect((await leavePage(cast.admin, cast.mediator.accountId)).groups).toEqual([])
})

test('a party of the case cannot take it: it stays, by number, and the rest goes on', async () => {
  const lead = await person('mediator-room-pengrenjie-1')
  const next = await person('mediator-room-pengrenjie-2')
  const parties = [
    { side: 'applicant', kind: 'person', name: next.name, willing: 'willing', phone: accountByKey('mediator-room-pengrenjie-2').phone },
    { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' },
  ] as const
  const [barred, free] = [
    await aMediation({ parties: [...parties] }, { to: 'room-pengrenjie' }),
    await aMediation({}, { to: 'room-pengrenjie' }),
  ]
  const { left } = await goes(cast.admin, lead, { [`leg-${await bodyId('room-pengrenjie')}`]: next.accountId }, { how: 'leave' })
  const number = (await barred.row()).number
  expect(left).toEqual([number])
  expect(await sees(bare(next), free)).toBe(true)
  expect(await sees(bare(next), barred)).toBe(false)
  expect((await db.account.findUniqueOrThrow({ where: { id: lead.accountId } })).stoppedAt).not.toBeNull()
})

test('what a grid worker registered is seen by who comes after', async () => {
  const story = await aReport()
  const key = `registered-${await areaId(shuhe)}`
  expect(await sees(bare(cast.otherGrid), story)).toBe(false)
  expect(await said(goes(township, cast.grid, { [key]: township.accountId }))).toBe(`to.${key}`)
  expect(await said(goes(township, cast.grid, { [key]: cast.duty.accountId }))).toBe(`to.${key}`)
  await goes(township, cast.grid, { [key]: cast.otherGrid.accountId })
  expect(await sees(bare(cast.otherGrid), story)).toBe(true)
  expect(await sees(bare(cast.grid), story)).toBe(false)
})

test('an administrator takes nothing over himself, nor asks about people who are not his', async () => {
  expect(await said(goes(cast.admin, cast.admin, {}))).toBe('forbidden')
  expect(await said(goes(township, cast.duty, {}))).toBe('notFound')
  expect(await said(leavePage(township, cast.duty.accountId))).toBe('notFound')
  expect(await said(leavePage(cast.triage, cast.grid.accountId))).toBe('forbidden')
  expect(await said(goes(cast.admin, cast.otherTriage, {}, { lastDay: '2999-01-01' }))).toBe('lastDay')
})

test('duty on days to come is the other’s', async () => {
  const other = await person('duty-2')
  const area = cast.duty.posts[0]!.areaId!
  await db.dutyShift.deleteMany({ where: { accountId: { in: [cast.duty.accountId, other.accountId] } } })
  const rows = ['2020-01-01', '2999-01-01', '2999-01-02'].map((day) => ({
    id: newId(),
    areaId: area,
    day: new Date(day),
    accountId: cast.duty.accountId,
  }))
  await db.dutyShift.createMany({ data: [...rows, { id: newId(), areaId: area, day: new Date('2999-01-02'), accountId: other.accountId }] })
  await goes(cast.admin, cast.duty, { [`duty-${area}`]: other.accountId })
  const after = await db.dutyShift.findMany({ where: { areaId: area }, orderBy: { day: 'asc' } })
  expect(after.map(({ accountId }) => accountId)).toEqual([cast.duty.accountId, other.accountId, other.accountId])
})

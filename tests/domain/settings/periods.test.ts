import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dayIn, instantOf } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { periodList, periodSetting } from '#app/domain/settings/period-page.server'
import { changePeriod, periodForm, type PeriodForm } from '#app/domain/settings/periods.server'
import { glossary } from '#app/domain/settings/words.server'
import { aReport } from '../../support/disputes'
import { people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const now = new Date()
const today = dayIn(now)
const form = (more: Partial<PeriodForm> = {}): PeriodForm => ({
  length: 5,
  unit: 'd',
  rest: 'stays',
  owner: '区司法局局长',
  note: '2026年第3次办公会',
  from: today,
  ...more,
})

test('a changed period counts for what begins after it; what runs keeps its version', async () => {
  const before = await aReport({ now: instantOf(addDays(today, -1)) })
  const running = await before.running()
  await changePeriod({ actor: cast.admin, now }, 'triage', form())
  expect(await before.running()).toEqual(running)
  const versions = (id: string) => db.deadline.findFirstOrThrow({ where: { disputeId: id, period: 'triage' } })
  expect(await versions(before.id)).toMatchObject({ ruleVersion: 1 })

  const after = await aReport({ now })
  expect(await versions(after.id)).toMatchObject({ ruleVersion: 2 })
  expect((await after.running()).triage).toBe(addDays(today, 5))
  const rows = await db.periodRule.findMany({ where: { code: 'triage' }, orderBy: { version: 'asc' } })
  expect(rows).toMatchObject([
    { version: 1, validTo: new Date(`${addDays(today, -1)}T00:00:00Z`) },
    { version: 2, owner: '区司法局局长', ownerNote: '2026年第3次办公会', recordedById: cast.admin.accountId },
  ])
  const shown = await periodSetting(cast.admin, 'triage', now)
  expect(shown.versions.map(({ length }) => length)).toEqual(['1个工作日', '5日'])
  expect(await db.audit.findFirst({ where: { act: 'period.change' } })).toMatchObject({ actorId: cast.admin.accountId })
})

test('a change from a later day waits for it', async () => {
  const from = addDays(today, 10)
  await changePeriod({ actor: cast.admin, now }, 'receipt', form({ length: 9, from }))
  const offered = async (at: Date) => {
    const story = await aReport({ now: at })
    const { id } = await db.body.findFirstOrThrow({ where: { key: 'room-pengrenjie' } })
    await story.does(cast.triage, { type: 'offer', channel: 'people', bodyId: id })
    return (await db.deadline.findFirstOrThrow({ where: { disputeId: story.id, period: 'receipt' } })).ruleVersion
  }
  expect(await offered(now)).toBe(1)
  expect(await offered(instantOf(addDays(from, 1)))).toBe(2)
})

test('needs somebody who answers for it, is never from a day that is past, and the law’s periods are not touched', async () => {
  expect(periodForm.safeParse({ ...form(), owner: '' }).success).toBe(false)
  expect((await refusalOf(changePeriod({ actor: cast.admin, now }, 'signing', form({ from: addDays(today, -1) }))))[2]).toHaveProperty(
    'from',
  )
  expect((await refusalOf(changePeriod({ actor: cast.admin, now }, 'MED_GENERAL', form())))[0]).toBe(404)
  expect((await refusalOf(periodSetting(cast.admin, 'MED_GENERAL', now)))[0]).toBe(404)
})

test('is the district’s alone; a township reads', async () => {
  const township = await person(`admin-${shuhe}`)
  expect((await refusalOf(changePeriod({ actor: township, now }, 'signing', form())))[0]).toBe(404)
  expect((await refusalOf(periodSetting(township, 'signing', now)))[0]).toBe(404)
  expect((await periodList(township, now)).mayChange).toBe(false)
  expect((await refusalOf(periodList(cast.triage, now)))[0]).toBe(404)
})

test('two administrators: the second is told; pressed twice it is one version', async () => {
  const { form: page } = await periodSetting(cast.admin, 'answer', now)
  const key = newId()
  await changePeriod({ actor: cast.admin, now, key, seen: page.seen }, 'answer', form())
  await changePeriod({ actor: cast.admin, now, key, seen: page.seen }, 'answer', form())
  expect(await db.periodRule.count({ where: { code: 'answer' } })).toBe(2)
  const [status, says] = await refusalOf(
    changePeriod({ actor: cast.admin, now, seen: page.seen }, 'answer', form({ from: addDays(today, 3) })),
  )
  expect([status, says]).toEqual([409, expect.stringContaining('别的管理员改过')])
})

test('the list says what each is, by what and who answers; what nobody answers for is not in force', async () => {
  const { own, law, others } = await periodList(cast.admin, now)
  expect(own.find(({ code }) => code === 'lookAgain')).toMatchObject({
    owner: expect.stringContaining('区司法局（演示）') as string,
    state: '',
    source: '本区设定',
  })
  expect(law.find(({ code }) => code === 'MED_GENERAL')).toMatchObject({ length: '1个月', source: '司法部令75第33条（待核）' })
  expect(others.find(({ code }) => code === 'MED_GENERAL_LOCAL_B')).toMatchObject({ state: '不生效：没有人负责' })
  expect(law.every(({ href }) => href === undefined)).toBe(true)
})

test('the glossary has the words of the tables themselves', () => {
  const lists = glossary(cast.admin)
  expect(lists.find(({ id }) => id === 'states')?.rows).toContainEqual({ code: 'mediating', label: '调解中', about: '承办调解员' })
  expect(lists.find(({ id }) => id === 'acts')?.rows).toContainEqual({ code: 'offer', label: '分流' })
  expect(new Set(lists.map(({ id }) => id)).size).toBe(lists.length)
})

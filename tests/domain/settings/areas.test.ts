import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dayIn, instantOf } from '#app/domain/calendar/days'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { areaChoice } from '#app/domain/draft/areas.server'
import { newId } from '#app/domain/id'
import { possibleDuplicates } from '#app/domain/duplicates/form.server'
import { receiptOf } from '#app/domain/registration/receipt.server'
import { areaPage, areaTree } from '#app/domain/settings/area-page.server'
import { changeArea } from '#app/domain/settings/areas.server'
import { listPage } from '#app/domain/search/page.server'
import { aForm, aReport } from '../../support/disputes'
import { areaId, bodyId, dayan, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
let township: Person
let other: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  other = await person(`admin-${dayan}`)
})

const now = new Date()
const today = dayIn(now)
const yesterday = addDays(today, -1)
const gone = [404, '没有这一项，或者不归您管']
const second = '530702004002'
const third = '530702004003'

describe('a renaming', () => {
  test('leaves the papers of before alone: path head, receipt and own page keep the old name; a new case has the new one', async () => {
    const id = await areaId(longquan)
    const before = await aReport({ now: instantOf(addDays(today, -5)) })
    await changeArea({ actor: township, now }, id, { act: 'rename', newName: '新龙泉社区居委会', renameFrom: yesterday })
    const after = await aReport({ now })
    const place = async (story: typeof before, at: Date) => {
      const page = await openPage(cast.triage, story.id, at)
      const { rows } = await receiptOf(cast.grid, story.id, at)
      return [page.rows.village, rows.find(({ label }) => label === '地点')?.value, overviewOf(page).about[0]?.value]
    }
    expect(await place(before, now)).toEqual(['龙泉社区居委会', '束河街道龙泉社区', expect.stringContaining('束河街道龙泉社区居委会')])
    expect(await place(after, now)).toEqual(['新龙泉社区居委会', '束河街道新龙泉社区', expect.stringContaining('新龙泉')])
    const shown = await areaPage(township, id, now)
    expect(shown.facts.map(({ label }) => label)).toContain('以前叫')
    expect(await db.audit.findFirst({ where: { subjectId: id, act: 'area.rename' } })).toMatchObject({ actorId: township.accountId })
  })

  test('of a township is the district’s; acts of its desk keep the name of their day', async () => {
    const id = await areaId(shuhe)
    const said = await refusalOf(changeArea({ actor: township, now }, id, { act: 'rename', newName: '束河镇', renameFrom: today }))
    expect(said).toEqual(gone)
    const story = await aReport({ now: instantOf(addDays(today, -4)) })
    await changeArea({ actor: cast.admin, now }, id, { act: 'rename', newName: '束河镇', renameFrom: today })
    const { rows } = await openPage(cast.triage, story.id, now)
    expect([rows.township, rows.townshipNow]).toEqual(['束河街道', '束河镇'])
    const back = new Date(now.getTime() + 86_400_000)
    await changeArea({ actor: cast.admin, now: back }, id, { act: 'rename', newName: '束河街道', renameFrom: dayIn(back) })
  })

  test('is not from tomorrow, not into a name that is taken, and not over what somebody else just changed', async () => {
    const id = await areaId(second)
    const rename = (newName: string, renameFrom: string, seen?: string) =>
      refusalOf(changeArea({ actor: township, now, ...(seen && { seen }) }, id, { act: 'rename', newName, renameFrom }))
    expect((await rename('新名', addDays(today, 1)))[2]).toHaveProperty('renameFrom')
    const { name } = await db.area.findUniqueOrThrow({ where: { code: third } })
    expect((await rename(name, today))[2]).toHaveProperty('newName')
    expect((await rename('新名', today, 'old'))[0]).toBe(409)
  })
})

test('a village gets grids, a township villages, and a new one may be chosen for a registration', async () => {
  const id = await areaId(shuhe)
  await changeArea({ actor: township, now }, id, { act: 'add', childName: '玉河社区', childFrom: today, childCode: undefined })
  const made = await db.area.findFirstOrThrow({ where: { name: '玉河社区' } })
  expect(made).toMatchObject({ level: 'village', parentId: id })
  expect(made.path).toMatch(new RegExp(`/${id}/${made.id}/$`))
  await changeArea({ actor: township, now }, made.id, { act: 'add', childName: '第一网格', childFrom: today, childCode: undefined })
  const groups = (await areaChoice(cast.grid)).groups.flatMap(({ options }) => options.map(({ label }) => label))
  expect(groups).toEqual(expect.arrayContaining(['玉河社区', '第一网格']))
  const tree = await areaTree(township, now)
  expect(tree).toHaveLength(1)
  expect(tree[0]?.villages.find(({ name }) => name === '玉河社区')?.children).toMatchObject([{ name: '第一网格' }])
})

test('a merge: disputes stay and are found, posts and grids and bodies go over, the closed one is not chosen again', async () => {
  const [from, into] = await Promise.all([areaId(second), areaId(third)])
  const story = await aReport({ areaId: from, now })
  const committee = await bodyId(`village-${second}`)
  await changeArea({ actor: township, now }, from, { act: 'add', childName: '第二网格', childFrom: today, childCode: undefined })
  await changeArea({ actor: township, now }, from, { act: 'merge', intoId: into, mergeFrom: today })

  expect(await db.area.findUniqueOrThrow({ where: { id: from } })).toMatchObject({ mergedIntoId: into })
  expect((await story.row()).areaId).toBe(from)
  const list = await listPage(cast.districtTriage, new URLSearchParams({ township: await areaId(shuhe), state: 'all', sort: 'new' }), now)
  expect(list.list.rows.map(({ id }) => id)).toContain(story.id)
  expect((await openPage(cast.triage, story.id, now)).rows.village).not.toBe('')

  const posts = await db.post.findMany({ where: { accountId: cast.otherGrid.accountId }, orderBy: { validFrom: 'asc' } })
  expect(posts).toMatchObject([
    { areaId: from, validTo: instantOf(today) },
    { areaId: into, role: 'grid', validFrom: instantOf(today), validTo: null },
  ])
  const grid = await db.area.findFirstOrThrow({ where: { name: '第二网格' } })
  expect(grid).toMatchObject({ parentId: into, path: expect.stringContaining(`/${into}/${grid.id}/`) as string })
  expect(await db.body.findUniqueOrThrow({ where: { id: committee } })).toMatchObject({ areaId: into })

  // The same two people in the absorbing village: it may be the same dispute.
  const same = await possibleDuplicates(db, cast.districtTriage, await aForm({ areaId: into }), now)
  expect(same.map(({ id }) => id)).toContain(story.id)

  const chosen = (await areaChoice(cast.grid)).groups.flatMap(({ options }) => options.map(({ value }) => value))
  expect(chosen).not.toContain(from)
  expect(chosen).toContain(into)
  expect((await refusalOf(aReport({ areaId: from })))[2]).toHaveProperty('areaId')
  const again = changeArea({ actor: township, now }, from, { act: 'merge', intoId: into, mergeFrom: today })
  expect(await refusalOf(again)).toEqual([409, '这个地方已经并入别处，不能再改'])
})

test('nobody touches another township, nor does a merge leave it; a township is not merged at all', async () => {
  const [village, into, own] = await Promise.all([areaId('530702004004'), areaId('530702002001'), areaId(shuhe)])
  const merge = (actor: Person, id: string, intoId: string) =>
    refusalOf(changeArea({ actor, now }, id, { act: 'merge', intoId, mergeFrom: today }))
  expect(await merge(other, village, into)).toEqual(gone)
  expect(await refusalOf(areaPage(other, village, now))).toEqual(gone)
  expect((await merge(township, village, into))[2]).toHaveProperty('intoId')
  expect(await merge(cast.admin, own, await areaId(dayan))).toEqual(gone)
  expect((await areaPage(cast.admin, own, now)).notes.join()).toContain('只能改名')
})

test('pressed twice it is merged once, and done by two at a time only one of them counts', async () => {
  const [a, b, c] = await Promise.all([areaId('530702002001'), areaId('530702002002'), areaId('530702002003')])
  const key = newId()
  const once = { actor: other, now, key }
  await changeArea(once, a, { act: 'merge', intoId: b, mergeFrom: today })
  await changeArea(once, a, { act: 'merge', intoId: b, mergeFrom: today })
  const both = await Promise.allSettled([
    changeArea({ actor: other, now }, b, { act: 'merge', intoId: c, mergeFrom: today }),
    changeArea({ actor: other, now }, c, { act: 'merge', intoId: b, mergeFrom: today }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  // What was merged before goes on to where that went.
  const last = (await db.area.findFirstOrThrow({ where: { id: { in: [b, c] }, validTo: null } })).id
  expect((await db.area.findUniqueOrThrow({ where: { id: a } })).mergedIntoId).toBe(last)
})

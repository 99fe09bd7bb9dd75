import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dateOf, dayIn } from '#app/domain/calendar/days'
import { errandsOf } from '#app/domain/desk/errands.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { newId } from '#app/domain/id'
import { noteForm, taskForm } from '#app/domain/leader/form'
import { notePage, notesOn, notesPage } from '#app/domain/leader/notes-page.server'
import { answerNote, writeNote } from '#app/domain/leader/notes.server'
import { leaderPage } from '#app/domain/leader/page.server'
import { leaderRoll } from '#app/domain/leader/roll.server'
import { taskPage, tasksPage } from '#app/domain/leader/tasks-page.server'
import { actOnTask, setLeaderTask } from '#app/domain/leader/tasks.server'
import { listDisputes } from '#app/domain/search/list.server'
import { listQueryOf } from '#app/domain/search/query.server'
import { misplaced } from '#app/domain/staff/giving'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { areaId, dayan, longquan, people, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let who: Record<Part, Person>
let here: string
let village: Person
let red: Story
const now = new Date()
const today = dayIn(now)

/** Somebody who answers for one village alone. */
const leaderOf = async (key: Part, area: string): Promise<Person> => {
  const { accountId, name } = who[key]
  await db.post.create({
    data: { id: newId(), accountId, role: 'leader', areaId: area, unit: '龙泉社区挂包领导', validFrom: dateOf('2026-01-01') },
  })
  return { kind: 'account', accountId, name, posts: [{ role: 'leader', areaId: area, bodyId: null, title: '' }] }
}

beforeAll(async () => {
  who = await people()
  here = await areaId(shuhe)
  village = await leaderOf('organ', await areaId(longquan))
  red = await aReport({ now, dangerSigns: ['threat'] })
})

const place = (actor: Person) => actor.posts.find(({ role }) => role === 'leader')!.areaId!
const writes = (actor: Person, kind: 'visit' | 'instruction', disputeId: string | null = null) =>
  writeNote(
    { actor, now, key: newId() },
    { act: 'note', kind, happenedOn: today, text: '去看过，请派出所盯着', areaId: place(actor) },
    disputeId,
  )
const list = async (actor: Person, asked = '') =>
  (await listDisputes(actor, listQueryOf(new URLSearchParams(asked)), now)).rows.map(({ id }) => id)

describe('a leader of a village', () => {
  test('sees its red and yellow, in lists and alone, and nothing green, sealed or of the next village', async () => {
    const green = await aReport({ now })
    const sealed = await aReport({ now, dangerSigns: ['threat'], sealed: true, sealedWhy: '当事人要求' } as never)
    const next = await aReport({ by: who.otherGrid, now, dangerSigns: ['threat'], areaId: await areaId('530702004002') } as never)
    const seen = await list(village, 'state=all')
    expect(seen).toContain(red.id)
    for (const other of [green, sealed, next]) {
      expect(seen).not.toContain(other.id)
      expect((await refusalOf(openPage(village, other.id, now)))[0]).toBe(404)
    }
    expect((await openPage(village, red.id, now)).sight).toMatchObject({
      viewers: ['leader'],
      acts: false,
      staffNotes: false,
      reveal: false,
    })
    expect((await leaderPage(village, now)).danger.map(({ id }) => id)).toEqual([red.id])
  })

  test('is given that post in 人员; a grid has none', () => {
    expect(misplaced('leader', { level: 'village' })).toBeNull()
    expect(misplaced('leader', { level: 'grid' })).toContain('村（社区）')
  })
})

describe('谁挂包哪里', () => {
  test('is dated: who from when, and where nobody does, since when', async () => {
    const [one] = (await leaderRoll(who.triage, now)).townships
    expect(one).toMatchObject({ place: '束河街道', leaders: [{ name: who.leader.name }], gap: '' })
    const lines = one!.villages
    expect(lines.find(({ place: name }) => name.startsWith('龙泉'))).toMatchObject({
      leaders: [{ words: '龙泉社区挂包领导，2026年1月1日起' }],
      gap: '',
    })
    expect(lines.find(({ place: name }) => !name.startsWith('龙泉'))!.gap).toBe('还没有人')
    await db.post.updateMany({
      where: { accountId: who.otherLeader.accountId, role: 'leader' },
      data: { validTo: new Date('2026-03-01T00:00:00+08:00') },
    })
    const all = await leaderRoll(who.bureau, now)
    expect(all.townships.find(({ place: name }) => name === '大研街道')!.gap).toBe('2026年3月1日以后没有人')
    await db.post.updateMany({ where: { accountId: who.otherLeader.accountId, role: 'leader' }, data: { validTo: null } })
  })

  test.each<[Part, number | null]>([
    ['bureau', 11],
    ['duty', 11],
    ['admin', 11],
    ['districtTriage', 11],
    ['leader', 1],
    ['triage', 1],
    ['grid', null],
    ['head', null],
    ['court', null],
  ])('%s reads %s townships', async (part, townships) => {
    if (townships === null) expect((await refusalOf(leaderRoll(who[part], now)))[0]).toBe(404)
    else expect((await leaderRoll(who[part], now)).townships).toHaveLength(townships)
  })
})

describe('挂包任务', () => {
  const set = (actor: Person, to: string, more = {}) =>
    setLeaderTask({ actor, now, key: newId() }, taskForm.parse({ act: 'task', to, usual: 'killings', dueOn: addDays(today, 3), ...more }))
  const mine = async (actor: Person) => (await leaderPage(actor, now)).tasks

  test('for every township, one place, or one leader; told, seen on the phone, done with a word', async () => {
    expect(await set(who.bureau, 'all')).toBe(11)
    expect((await mine(who.leader)).map(({ title }) => title)).toEqual(['命案防控排查：逐件过一遍红、黄的纠纷'])
    expect(await mine(who.otherLeader)).toHaveLength(1)
    expect(await mine(village)).toEqual([])
    expect(await db.notice.count({ where: { topic: 'task', accountId: who.leader.accountId } })).toBe(1)
    const [task] = await mine(who.leader)
    const done = { act: 'done', doneText: '逐件看了，两件请派出所盯着' } as const
    expect((await refusalOf(actOnTask({ actor: who.otherLeader, now }, task!.id, done)))[0]).toBe(404)
    expect((await refusalOf(actOnTask({ actor: who.bureau, now }, task!.id, done)))[0]).toBe(403)
    await actOnTask({ actor: who.leader, now }, task!.id, done)
    expect(await refusalOf(actOnTask({ actor: who.leader, now }, task!.id, done))).toEqual([409, '这项任务已经结束'])
    expect(await mine(who.leader)).toEqual([])
    expect((await taskPage(who.duty, task!.id, now)).facts).toContainEqual({
      label: '完成',
      value: expect.stringContaining('两件请派出所盯着') as string,
    })
  })

  test('a task for one person is not another’s of the same place', async () => {
    const second = await leaderOf('police', here)
    const post = await db.post.findFirstOrThrow({ where: { accountId: second.accountId, role: 'leader' } })
    await set(who.duty, `post:${post.id}`, { usual: 'other', text: '到派出所对账' })
    expect((await mine(second)).map(({ title }) => title)).toEqual(['到派出所对账'])
    expect((await mine(who.leader)).map(({ title }) => title)).not.toContain('到派出所对账')
    const [task] = await mine(second)
    await actOnTask({ actor: who.bureau, now }, task!.id, { act: 'takeBack' })
    expect(await mine(second)).toEqual([])
  })

  test.each<[Part, boolean]>([
    ['bureau', true],
    ['duty', true],
    ['districtTriage', true],
    ['triage', false],
    ['leader', false],
    ['admin', false],
    ['grid', false],
  ])('%s sets tasks: %s', async (part, may) => {
    if (may) expect((await tasksPage(who[part], now)).form.fields.length).toBeGreaterThan(0)
    else for (const act of [tasksPage(who[part], now), set(who[part], `area:${here}`)]) expect((await refusalOf(act))[0]).toBe(404)
  })

  test('what is not said is asked beside its field', () => {
    expect(taskForm.safeParse({ act: 'task', to: 'all', usual: 'other' }).error?.issues[0]).toMatchObject({ path: ['text'] })
    expect(noteForm.safeParse({ act: 'note', kind: 'visit', happenedOn: today, areaId: here }).success).toBe(false)
  })
})

describe('走访、批示', () => {
  test('an instruction on a dispute is told to the post and to who mediates, answered once, and changes no case', async () => {
    const story = await aMediation({ now, dangerSigns: ['threat'] })
    const before = [await story.row(), await story.events()]
    const id = (await writes(who.leader, 'instruction', story.id))!
    const told = (await db.notice.findMany({ where: { subjectId: id } })).map(({ accountId }) => accountId)
    expect(told).toEqual(expect.arrayContaining([who.triage.accountId, who.mediator.accountId]))
    expect(told).not.toContain(who.otherTriage.accountId)
    const beside = async (actor: Person) => (await notesOn(await openPage(actor, story.id, now))).notes
    expect(await beside(who.mediator)).toMatchObject([{ kind: '批示', open: true, href: `/leader/notes?note=${id}#do-answer` }])
    expect(await beside(who.leader)).toMatchObject([{ text: '去看过，请派出所盯着' }])
    expect(await beside(who.grid)).toEqual([])
    const answer = (actor: Person) => answerNote({ actor, now, key: newId() }, { act: 'answer', noteId: id, answer: '派出所已经约谈' })
    for (const part of ['otherTriage', 'bureau', 'leader', 'grid', 'otherMediator'] as const)
      expect((await refusalOf(answer(who[part])))[0], part).toBe(404)
    expect((await errandsOf(who.mediator, now)).find(({ label }) => label === '领导批示待答复')).toMatchObject({ value: '1' })
    await answer(who.mediator)
    expect(await refusalOf(answer(who.triage))).toEqual([409, '这条批示已经有人答复了'])
    expect((await errandsOf(who.mediator, now)).find(({ label }) => label === '领导批示待答复')).toBeUndefined()
    expect((await notesPage(who.leader, null, now)).notes[0]!.answer).toContain('派出所已经约谈')
    expect(await db.notice.count({ where: { subjectId: id, accountId: who.leader.accountId, occasion: 'answered' } })).toBe(1)
    expect([await story.row(), await story.events()]).toEqual(before)
  })

  test('an instruction on a village lies on the desk of its township’s post', async () => {
    const id = (await writes(village, 'instruction'))!
    expect((await notesPage(who.triage, id, now)).form).toMatchObject({ act: 'answer' })
    for (const part of ['otherTriage', 'districtTriage'] as const)
      expect((await notesPage(who[part], id, now)).notes.map((note) => note.id)).not.toContain(id)
    await answerNote({ actor: who.triage, now }, { act: 'answer', noteId: id, answer: '办了' })
  })

  test('nobody writes for a place that is not theirs, on a dispute they do not see, or of tomorrow', async () => {
    const green = await aReport({ now })
    expect((await refusalOf(writes(who.leader, 'visit', green.id)))[0]).toBe(404)
    expect((await refusalOf(writes(who.otherLeader, 'visit', red.id)))[0]).toBe(404)
    expect((await refusalOf(notePage(who.otherLeader, new URLSearchParams({ dispute: red.id }), now)))[0]).toBe(404)
    const elsewhere = await areaId(dayan)
    const note = { act: 'note', kind: 'visit', happenedOn: today, text: '看过', areaId: elsewhere } as const
    expect((await refusalOf(writeNote({ actor: who.leader, now }, note)))[0]).toBe(404)
    expect((await refusalOf(writeNote({ actor: who.triage, now }, { ...note, areaId: here })))[0]).toBe(404)
    const tomorrow = writeNote({ actor: who.leader, now }, { ...note, areaId: here, happenedOn: addDays(today, 1) })
    expect((await refusalOf(tomorrow))[2]).toHaveProperty('happenedOn')
    for (const part of ['triage', 'bureau', 'grid'] as const) expect((await refusalOf(leaderPage(who[part], now)))[0]).toBe(404)
  })

  test('the leader’s page and the desk’s list take few statements', async () => {
    expect((await countStatements(() => leaderPage(who.leader, now))).statements.length).toBeLessThanOrEqual(6)
    expect((await countStatements(() => notesPage(who.triage, null, now))).statements).toHaveLength(1)
    expect((await countStatements(() => leaderRoll(who.bureau, now))).statements).toHaveLength(1)
    const { statements } = await countStatements(() => writes(who.leader, 'instruction', red.id))
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(10)
  })
})

import { beforeAll, expect, test } from 'vitest'
import { pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { firstPage } from '#app/domain/desk/first-page.server'
import { minePage } from '#app/domain/mine/page.server'
import { shellOf } from '#app/domain/people/shell.server'
import { askFacts, settleQuestion } from '#app/domain/question/questions.server'
import { aMediation, aReport } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const mine = (actor: Person, query = '') => minePage(actor, new URLSearchParams(query))

test('what became of each is said: state, whose desk, its telephone, until when, and where 补充情况 is written', async () => {
  const story = await aMediation()
  const row = (await mine(cast.grid)).rows.find(({ id }) => id === story.id)!
  expect(row).toMatchObject({ state: '调解中', desk: expect.stringContaining('马锅头调解室'), add: `/disputes/${story.id}/do/note` })
  const { rows } = await pool.query<{ phone: string }>(`select phone from body where key = 'room-maguotou'`)
  expect(row.phone).toBe(rows[0]!.phone)
  expect(row.due?.words).toBeTruthy()
  expect(row.answer).toBeUndefined()
  // The first page of a grid worker says the same in the same words.
  expect((await firstPage(cast.grid)).field?.rows.find(({ id }) => id === story.id)).toEqual(row)
})

test('an unanswered 请补充 stands on top, with its answer one tap away, until it is answered', async () => {
  const story = await aMediation()
  await askFacts(await story.sent(cast.mediator), { of: 'registrar', text: '押金收条在谁那里', answerBy: '2030-01-02' })
  const asked = (await mine(cast.grid)).asked.find(({ title, text }) => title && text === '押金收条在谁那里')!
  expect(asked).toMatchObject({ until: '2030年1月2日前', href: `/disputes/${story.id}/do/question?question=${asked.id}` })
  const row = (await mine(cast.grid)).rows.find(({ id }) => id === story.id)!
  expect(row).toMatchObject({ state: '请您补充情况', answer: asked.href })
  await settleQuestion(await story.sent(cast.grid), { questionId: asked.id, answer: '在老板娘那里' })
  expect((await mine(cast.grid)).asked.some(({ id }) => id === asked.id)).toBe(false)
})

test('what the triage post asks is answered by 补充情况', async () => {
  const story = await aReport()
  await story.does(cast.triage, { type: 'ask' }, { texts: [{ kind: 'ask', audience: 'path', text: '对方叫什么' }] })
  const { asked } = await mine(cast.grid)
  expect(asked.find(({ id }) => id === story.id)).toMatchObject({ text: '对方叫什么', href: `/disputes/${story.id}/do/note` })
  await story.does(cast.grid, { type: 'note' })
  expect((await mine(cast.grid)).asked.some(({ id }) => id === story.id)).toBe(false)
})

test('goes on by key, newest first, each once', async () => {
  for (let at = 0; at < 21; at++) await aReport()
  const seen: string[] = []
  for (let at: string | undefined = ''; at !== undefined;) {
    const { rows, next } = await mine(cast.grid, at)
    seen.push(...rows.map(({ id }) => id))
    at = next?.split('?')[1]
  }
  expect(seen.length).toBeGreaterThan(20)
  expect(new Set(seen).size).toBe(seen.length)
  const { rows } = await pool.query<{ id: string }>(
    'select id from dispute where registered_by_id = $1 order by recorded_at desc, id desc',
    [cast.grid.accountId],
  )
  expect(seen).toEqual(rows.map(({ id }) => id))
}, 60_000)

test('is there for whoever registers, on the bar too; for the rest it is not', async () => {
  for (const part of ['grid', 'mediator', 'head', 'triage', 'court', 'organ', 'duty'] as const) {
    await mine(cast[part])
    expect(
      (await shellOf(cast[part])).nav.some(({ href }) => href === '/mine'),
      part,
    ).toBe(true)
  }
  for (const part of ['bureau', 'leader', 'admin'] as const) {
    expect((await refusalOf(mine(cast[part])))[0], part).toBe(404)
    expect(
      (await shellOf(cast[part])).nav.some(({ href }) => href === '/mine'),
      part,
    ).toBe(false)
  }
})

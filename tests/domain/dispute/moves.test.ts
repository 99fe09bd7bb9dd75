import { beforeAll, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { movesOf } from '#app/domain/dispute/moves'
import { openDispute } from '#app/domain/dispute/read.server'
import { headOf } from '#app/domain/dispute/show/head.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { actPage } from '#app/domain/forms/page.server'
import { aFailure, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

const offered = async (story: Story, actor: Person) => {
  const { status, facts, handling } = await openDispute(actor, story.id, story.now)
  const corner = headOf(await openPage(actor, story.id, story.now)).next
  return {
    moves: movesOf(actor, status, facts, handling).map(({ type }) => type),
    corner: [...corner.acts, ...corner.more].map(({ id }) => id),
  }
}
const barred = async (story: Story, actor: Person, act: string) =>
  (await actPage(actor, story.id, act, new URLSearchParams(), story.now)).barred

test.each([
  ['reported', aReport],
  ['failed', aFailure],
] as const)('%s: up is offered from below, down from above, never where it leads nowhere', async (_, tell) => {
  const story = await tell()
  const below = await offered(story, who.triage)
  for (const list of [below.moves, below.corner]) {
    expect(list).toContain('escalate')
    expect(list).not.toContain('deescalate')
  }
  expect(await barred(story, who.triage, 'deescalate')).toMatchObject({ status: 409, words: '这件纠纷已经在乡镇（街道）分流岗。' })

  await story.does(who.triage, { type: 'escalate', to: 'district' })
  const above = await offered(story, who.districtTriage)
  for (const list of [above.moves, above.corner]) {
    expect(list).toContain('deescalate')
    expect(list).not.toContain('escalate')
  }
  expect(await barred(story, who.districtTriage, 'escalate')).toMatchObject({ status: 409, words: '这件纠纷已经在区级分流岗。' })
  expect(await barred(story, who.districtTriage, 'deescalate')).toBeNull()
})

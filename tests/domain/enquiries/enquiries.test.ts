import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addEnquiry, registerInstead } from '#app/domain/enquiries/acts.server'
import { enquiryForm, type Added } from '#app/domain/enquiries/form'
import { enquiryPage } from '#app/domain/enquiries/page.server'
import { openDraft } from '#app/domain/draft/drafts.server'
import { newId } from '#app/domain/id'
import { areaId, bodyId, people, shuhe, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const typed = (place: string, { happenedAt, ...more }: Partial<Added> = {}) => {
  const line = { act: 'add', kind: 'law', asked: '房东不退\n押金能找谁', answered: '可以来申请调解，不收费', place, ...more }
  return { ...(enquiryForm.parse(line) as Added), ...(happenedAt && { happenedAt }) }
}
const month = (name = '') => new URLSearchParams(name && { month: name })
const page = (actor: Person, query = month()) => enquiryPage(actor, query)
const asked = async (actor: Person) => (await page(actor)).rows.map((row) => row.asked)

test('one line by whoever answers at a window, with its audit row; counted by kind and month; pressed twice it is one', async () => {
  const room = await bodyId('room-maguotou')
  const sent = { actor: cast.mediator, key: newId() }
  const before = (await page(cast.mediator)).rows.length
  await Promise.all([1, 2].map(() => addEnquiry(sent, typed(room))))
  const { rows, counts } = await page(cast.mediator)
  expect(rows).toHaveLength(before + 1)
  expect(rows[0]).toMatchObject({ kind: '法律咨询', asked: '房东不退 押金能找谁', answered: '可以来申请调解，不收费' })
  expect(counts.find(({ label }) => label === '法律咨询')).toEqual({ label: '法律咨询', value: String(before + 1) })
  expect(await db.audit.count({ where: { act: 'enquiry.add', subjectId: rows[0]!.id, actorId: cast.mediator.accountId } })).toBe(1)
  expect((await page(cast.mediator, month('2020-01'))).rows).toEqual([])
  const tomorrow = new Date(Date.now() + 86_400_000)
  expect((await refusalOf(addEnquiry({ actor: cast.mediator }, typed(room, { happenedAt: tomorrow }))))[2]).toHaveProperty('happenedAt')
})

const may: Partial<Record<Part, boolean>> = {
  triage: true,
  districtTriage: true,
  duty: true,
  head: true,
  mediator: true,
  villageHead: true,
}
test.each([
  'grid',
  'triage',
  'districtTriage',
  'head',
  'mediator',
  'villageHead',
  'court',
  'organ',
  'police',
  'duty',
  'bureau',
  'leader',
  'admin',
] as const)('%s: those of the window, nobody else', async (part) => {
  const actor = cast[part]
  const places = actor.posts.map((post) => post.bodyId ?? post.areaId ?? '')
  const answers = [
    await refusalOf(page(actor)).catch(() => null),
    await refusalOf(addEnquiry({ actor }, typed(places[0]!))).catch(() => null),
  ]
  expect(answers.map((answer) => answer?.[0] ?? null)).toEqual(may[part] ? [null, null] : [404, 404])
})

test('a post reads what was asked within its area, a body its own; nobody writes at another’s window', async () => {
  const line = `问${newId()}`
  await addEnquiry({ actor: cast.villageHead }, typed(cast.villageHead.posts[0]!.bodyId!, { asked: line }))
  for (const part of ['villageHead', 'triage', 'districtTriage', 'duty'] as const) expect(await asked(cast[part]), part).toContain(line)
  for (const part of ['otherTriage', 'head', 'mediator', 'otherHead'] as const) expect(await asked(cast[part]), part).not.toContain(line)
  expect((await refusalOf(addEnquiry({ actor: cast.mediator }, typed(await areaId(shuhe)))))[2]).toHaveProperty('place')
})

test('改为登记纠纷: a draft begins with what was asked, once, and the line stays', async () => {
  const line = `邻居占了道 ${newId()}`
  await addEnquiry({ actor: cast.triage }, typed(await areaId(shuhe), { asked: line }))
  const row = (await page(cast.triage)).rows.find((one) => one.asked === line)!
  for (const _ of [1, 2]) expect(await registerInstead(cast.triage, row.id, row.draftId)).toBe(`/register/${row.draftId}/1`)
  expect((await openDraft(cast.triage, row.draftId))?.values).toEqual({ facts: line })
  expect(await asked(cast.triage)).toContain(line)
  for (const part of ['otherTriage', 'mediator', 'grid'] as const)
    expect(await refusalOf(registerInstead(cast[part], row.id, newId())), part).toEqual(said.notFound)
})

import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { hiddenIn, reveal } from '#app/domain/party/reveal.server'
import { aMediation } from '../../support/disputes'
import { people } from '../../support/people'

const phone = '13987651234'
const given = {
  parties: [
    {
      side: 'applicant',
      kind: 'person',
      name: '和丽江',
      phone,
      willing: 'willing',
      helpers: [{ role: 'agent', name: '和晓燕', phone: '13700001111' }],
    },
  ] as never,
}

test('one value, for a purpose that stays on record with who looked; the value does not', async () => {
  const { mediator } = await people()
  const story = await aMediation(given)
  const page = await openPage(mediator, story.id, story.now)
  const [party] = page.rows.parties
  expect(await reveal(page, { of: 'party', id: party!.id, field: 'phone' }, { purpose: 'contact' }, story.now)).toBe(phone)
  const [helper] = party!.helpers
  expect(
    await reveal(page, { of: 'party_helper', id: helper!.id, field: 'phone' }, { purpose: 'other', other: '核对代理权限' }, story.now),
  ).toBe('13700001111')
  const rows = await db.audit.findMany({ where: { disputeId: story.id, act: 'reveal' }, orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([
    { actorId: mediator.accountId, subjectId: party!.id, detail: { field: 'phone', purpose: 'contact' } },
    { actorId: mediator.accountId, subjectId: helper!.id, detail: { field: 'phone', purpose: 'other', why: '核对代理权限' } },
  ])
  expect(JSON.stringify(rows)).not.toContain(phone)
})

test('who is not shown the parties, or only their names, gets no number and leaves no row', async () => {
  const { grid, leader } = await people()
  const story = await aMediation({ ...given, dangerSigns: ['mentalState'] })
  const row = await db.party.findFirstOrThrow({ where: { disputeId: story.id } })
  const hidden = { of: 'party', id: row.id, field: 'phone' } as const
  await expect(reveal(await openPage(grid, story.id, story.now), hidden, { purpose: 'contact' })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(reveal(await openPage(leader, story.id, story.now), hidden, { purpose: 'contact' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await db.audit.count({ where: { disputeId: story.id, act: 'reveal' } })).toBe(0)
})

test.each([
  'of=party&id=x&field=phone',
  'of=dispute&id=01a209ce-1bbd-7286-a695-96f0262f52de&field=phone',
  'of=party&id=01a209ce-1bbd-7286-a695-96f0262f52de&field=idHash',
  '',
])('an address that names no masked value is no page: %s', (query) => {
  expect(() => hiddenIn(new URLSearchParams(query))).toThrowError(expect.objectContaining({ code: 'notFound' }))
})

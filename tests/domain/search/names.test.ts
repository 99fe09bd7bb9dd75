import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { fileRoster } from '#app/domain/dispute/annotate.server'
import { changeParty } from '#app/domain/party/change.server'
import { listPage } from '#app/domain/search/page.server'
import { aMediation, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
let story: Story
beforeAll(async () => {
  cast = await people()
  story = await aMediation()
})

const found = async (words: string) =>
  (await listPage(cast.triage, new URLSearchParams({ q: words }))).list.rows.map(({ id }) => id).includes(story.id)

describe('who comes into a dispute later', () => {
  test('is found by the name under which they joined', async () => {
    expect(await found('东方燕')).toBe(false)
    await changeParty(await story.sent(cast.mediator), { step: 'joined', side: 'third', kind: 'person', name: '东方燕' }, { why: '房东' })
    expect(await found('东方燕')).toBe(true)
    expect((await db.party.findFirst({ where: { disputeId: story.id, name: '东方燕' } }))?.soundKey).toBe('dong fang yan')
  })

  test('is found by the name that was put right', async () => {
    const party = await db.party.findFirstOrThrow({ where: { disputeId: story.id, name: '杨正平' } })
    await changeParty(await story.sent(cast.mediator), { step: 'changed', partyId: party.id, name: '杨政屏' }, { why: '写错了字' })
    expect(await found('政屏')).toBe(true)
    expect((await db.party.findUniqueOrThrow({ where: { id: party.id } })).soundKey).toBe('yang zheng ping')
  })

  test('and a list of many by what it is called; number, place and title find the dispute as before', async () => {
    await fileRoster(await story.sent(cast.mediator), { side: 'applicant', name: '打鱼村九户', count: 9, unit: 'household' })
    expect(await found('打鱼村')).toBe(true)
    const { number, title } = await story.row()
    for (const words of [number, title.slice(0, 6), '和丽江', '龙泉']) expect(await found(words), words).toBe(true)
  })
})

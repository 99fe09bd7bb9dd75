import { beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { giveSight } from '#app/domain/dispute/sight-rows.server'
import { ask } from '#app/domain/request/requests.server'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { bodyId, people, shuhe, type Part } from '../../support/people'

let who: Record<Part, Person>
let station: string
beforeAll(async () => {
  who = await people()
  station = await bodyId(`police-${shuhe}`)
})

const rowsOf = ({ id }: Story, subjectId: string) =>
  db.sight.findMany({ where: { disputeId: id, subjectId }, orderBy: { id: 'asc' }, select: { why: true, validTo: true } })

describe('giving sight', () => {
  test('of what one sees already for that reason writes nothing; for another reason it writes a row of its own', async () => {
    const story = await aReport()
    const give = (why: 'request' | 'confirmation') =>
      inTransaction((tx) => tx.$executeRaw(giveSight({ disputeId: story.id, to: 'body', ids: [station], why, at: story.now })))
    expect([await give('request'), await give('request'), await give('confirmation')]).toEqual([1, 0, 1])
    expect(await rowsOf(story, station)).toHaveLength(2)
  })

  test('asked for two things at once, a body has one open row', async () => {
    const story = await aMediation()
    for (const role of ['维持秩序', '送达']) await ask(await story.sent(who.mediator), { bodyId: station, role })
    expect(await rowsOf(story, station)).toEqual([{ why: 'request', validTo: null }])
  })
})

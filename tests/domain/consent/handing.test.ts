import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { send } from '../../support/forms'
import { bodyId, people, person, type Part } from '../../support/people'

let who: Record<Part, Person>
let water: Person
beforeAll(async () => {
  who = await people()
  water = await person('liaison-water')
})

const parties = [
  {
    side: 'applicant' as const,
    kind: 'person' as const,
    name: '和丽江',
    phone: '13987651234',
    addressText: '龙泉社区3号',
    willing: 'willing' as const,
  },
  {
    side: 'respondent' as const,
    kind: 'person' as const,
    name: '杨正平',
    phone: '13987654321',
    addressText: '龙泉社区9号',
    willing: 'willing' as const,
  },
]

/** What somebody is shown of each party: whether a telephone, and the address. */
const seen = async (actor: Person, story: Story) =>
  (await openPage(actor, story.id, story.now)).rows.parties.map(({ name, phone, addressText }) => [name, phone !== null, addressText])

describe('before data goes to another unit', () => {
  test('an organ asked to help sees of each party only what that party agreed to', async () => {
    const story = await aMediation({ parties })
    const [one] = (await story.row()).parties
    await send(story, who.mediator, 'request', {
      bodyId: await bodyId('water'),
      role: 'expert',
      asked: '请看屋顶',
      handConsents: [one!.id],
      handKinds: ['contact', 'facts'],
      handHow: 'phone',
    })
    expect(await db.dataConsent.findMany({ where: { disputeId: story.id } })).toMatchObject([
      {
        partyId: one!.id,
        ground: 'consent',
        purpose: '协办',
        kinds: ['contact', 'facts'],
        how: 'phone',
        recordedById: who.mediator.accountId,
      },
    ])
    expect(await seen(water, story)).toEqual([
      ['和丽江', true, '龙泉社区3号'],
      ['杨正平', false, null],
    ])
    expect(await seen(who.mediator, story)).toEqual([
      ['和丽江', true, '龙泉社区3号'],
      ['杨正平', true, '龙泉社区9号'],
    ])
  })

  test('a court it is offered to has names and facts, until a legal ground is recorded', async () => {
    const offered = async (more: object) => {
      const story = await aReport({ parties })
      await send(story, who.triage, 'offer', {
        bodyId: await bodyId('court'),
        partyAsked: 'asked',
        why: '当事人起诉',
        insteadWhy: '当事人已经起诉',
        ...more,
      })
      return seen(who.court, story)
    }
    expect(await offered({})).toEqual([
      ['和丽江', false, null],
      ['杨正平', false, null],
    ])
    const given = await offered({ handGround: 'ownApplication', handKinds: ['contact'] })
    expect(given.map(([, phone]) => phone)).toEqual([true, true])
  })
})

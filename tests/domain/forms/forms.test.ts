import { describe, expect, test } from 'vitest'
import { movesOf } from '#app/domain/dispute/moves'
import { openDispute } from '#app/domain/dispute/read.server'
import { isForm } from '#app/domain/forms/forms.server'
import { actPage } from '#app/domain/forms/page.server'
import {
  aClosed,
  aFailure,
  aKeptPromise,
  aMediation,
  anAgreement,
  anOffer,
  aPaper,
  aReceived,
  aReport,
  aSignedPaper,
  elsewhere,
} from '../../support/disputes'
import { people } from '../../support/people'

const stories = {
  待分流: () => aReport(),
  待接收: () => anOffer(),
  待指派: () => aReceived(),
  调解中: () => aMediation(),
  待签字盖章: () => aPaper(),
  履行中: () => anAgreement(),
  书面履行中: () => aSignedPaper(),
  待回访: () => aKeptPromise(),
  调解不成: () => aFailure(),
  已办结: () => aClosed(),
  司法程序中: () => elsewhere('judicial'),
  行政办理中: () => elsewhere('administrative'),
}

describe('every act that somebody may be offered has a form', () => {
  test.each(Object.entries(stories))('%s', async (_, tell) => {
    const story = await tell()
    for (const actor of Object.values(await people())) {
      const dispute = await openDispute(actor, story.id).catch(() => null)
      if (!dispute) continue
      for (const move of movesOf(actor, dispute.status, dispute.facts, dispute.handling)) {
        expect(isForm(move.type)).toBe(true)
        const page = await actPage(actor, story.id, move.type, new URLSearchParams())
        expect(page.head.number).toMatch(/^530702-/)
        if (move.may && !page.barred) expect(page.fields.length).toBeGreaterThan(0)
        if (!move.may) expect(page.barred?.status).toBe(403)
      }
    }
  })
})

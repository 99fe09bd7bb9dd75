import { expect, test } from 'vitest'
import { inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { giveOutcome } from '#app/domain/agreement/outcome.server'
import { loadDispute } from '#app/domain/dispute/load.server'
import { aMediation, anOffer, elsewhere, type Story } from '../../support/disputes'
import { people } from '../../support/people'

const sealed = { sealed: true }

const sees = async (actor: Person, { id, now }: Story) =>
  (await inTransaction((tx) => loadDispute(tx, { actor, disputeId: id, seen: 0, now }))) !== null

test('the post that offered a sealed dispute can take it back until it is received', async () => {
  const { triage, otherTriage } = await people()
  const story = await anOffer(sealed)
  expect(await sees(triage, story)).toBe(true)
  expect(await sees(otherTriage, story)).toBe(false)
  await story.does(triage, { type: 'recall' })
  expect(await story.status()).toBe('reported')
})

test('while a body has it, the post does not see it; afterwards it does', async () => {
  const { triage, mediator, duty } = await people()
  const story = await aMediation(sealed)
  expect(await sees(triage, story)).toBe(false)
  expect(await sees(duty, story)).toBe(true)
  await story.does(mediator, { type: 'fail', code: 'noAgreement' })
  expect(await sees(triage, story)).toBe(true)
})

test('after a court the post keeps what no mediator does, and closes it', async () => {
  const { triage, court } = await people()
  const story = await elsewhere('judicial', sealed)
  expect(await sees(triage, story)).toBe(false)
  await giveOutcome(await story.sent(court), { result: 'settled' })
  expect(await sees(triage, story)).toBe(true)
  await story.does(triage, { type: 'visit', result: 'kept' })
  await story.does(triage, { type: 'close', result: 'settled' })
  await story.does(triage, { type: 'reopen' })
  expect(await story.status()).toBe('reported')
})

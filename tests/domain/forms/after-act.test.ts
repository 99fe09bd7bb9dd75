import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { afterAct, doneWords } from '#app/domain/forms/after-act.server'
import { aMediation, anOffer, aReceived } from '../../support/disputes'
import { bodyId, people, person, type Part } from '../../support/people'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

describe('where an act leads', () => {
  test('to its dispute; given back, to the first page, which says that it worked', async () => {
    const story = await anOffer()
    expect(await afterAct(who.head, 'return', story.id), 'before').toBe(`/disputes/${story.id}`)
    await story.does(who.head, { type: 'return', reason: 'full' })
    expect(await afterAct(who.head, 'return', story.id)).toBe('/?done=return')
    expect(await afterAct(who.triage, 'return', story.id), 'who sees it by area stays there').toBe(`/disputes/${story.id}`)
    const kept = await aMediation()
    expect(await afterAct(who.head, 'assign', kept.id)).toBe(`/disputes/${kept.id}`)
  })

  test('a post that names mediators of a sealed dispute for a body without an account sees it no more', async () => {
    const silent = 'village-530702004002'
    await db.post.updateMany({ where: { bodyId: await bodyId(silent), role: 'head' }, data: { validTo: new Date('2026-01-01') } })
    const story = await anOffer({ sealed: true }, { to: silent })
    await story.does(who.triage, { type: 'receive' })
    const { accountId } = await person(`mediator-${silent}-1`)
    await story.does(who.triage, { type: 'assign', mediatorIds: [accountId] })
    expect(await afterAct(who.triage, 'assign', story.id)).toBe('/?done=assign')
  })

  test('the sentence is looked up by a code; no other text can be put into it', async () => {
    await aReceived()
    expect(doneWords('return')).toMatch(/^已退回分流岗/)
    for (const code of [null, '', '您中奖了', 'toString', '__proto__', 'agree']) expect(doneWords(code)).toBeNull()
  })
})

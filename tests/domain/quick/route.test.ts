import { beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { actorOfSession } from '#app/domain/people/actor.server'
import { beginSession } from '#app/domain/people/sessions.server'
import { redirectSignedIn } from '#app/http/session.server'
import { action } from '../../../app/routes/quick'
import { areaId, bodyId, longquan, people, type Part } from '../../support/people'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

/** The page's form as a browser posts it. */
async function post(actor: Person, fields: Record<string, string>) {
  const token = await inTransaction((tx) => beginSession(tx, actor.accountId))
  const signed = await actorOfSession(token)
  const cookie = (await redirectSignedIn('/', token)).headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const body = new URLSearchParams({ csrf: signed?.csrf ?? '', key: newId(), ...fields })
  const request = new Request('http://127.0.0.1/quick', { method: 'POST', body, headers: { Cookie: cookie } })
  return action({ request, params: {}, context: { nonce: 'n', requestId: 'r', address: '10.1.2.3' } })
}

const filled = async () => ({
  bodyId: await bodyId('room-maguotou'),
  areaId: await areaId(longquan),
  typeCode: '1101',
  'parties[0].name': '和丽江',
  'parties[1].name': '杨正平',
  'parties[1].phone': '',
  facts: '客栈不退三百元房费。',
  told: 'on',
  'terms[0].who': '1',
  'terms[0].what': '退还房费',
  'terms[0].amount': '300',
  performed: 'on',
})

test('the form of one page leads to the receipt of a closed dispute', async () => {
  const answer = await post(who.mediator, await filled())
  const to = answer instanceof Response ? answer.headers.get('Location') : null
  expect(to).toMatch(/^\/disputes\/[0-9a-f-]{36}\/receipt$/)
  expect(await db.dispute.findUniqueOrThrow({ where: { id: to!.split('/')[2]! } })).toMatchObject({ status: 'closed' })
})

test('what is missing is said beside the field, and what was typed comes back', async () => {
  const { told: _told, 'terms[0].what': _what, ...rest } = await filled()
  expect(await post(who.mediator, rest)).toMatchObject({
    init: { status: 400 },
    data: { values: { facts: rest.facts }, errors: { told: [expect.any(String)], 'terms[0].what': expect.any(Array) } },
  })
})

test('a button for another row or a search does nothing but answer with all that was typed, and what was found', async () => {
  const before = await db.dispute.count()
  expect(await post(who.mediator, { ...(await filled()), intent: 'search', typeQuery: 'gongzi' })).toMatchObject({
    init: { status: 200 },
    data: {
      values: { facts: '客栈不退三百元房费。' },
      intent: 'search',
      types: { found: expect.arrayContaining([{ value: '1001', label: '劳动报酬' }]) },
    },
  })
  expect(await db.dispute.count()).toBe(before)
})

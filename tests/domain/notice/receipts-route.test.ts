import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import { textAccounts } from '#app/domain/notice/texts.server'
import { signed } from '#app/services/signature.server'
import { action, loader } from '../../../app/routes/texts.receipts'
import { people } from '../../support/people'

const key = 'shared-secret'
beforeAll(() => void (process.env.SMS_KEY = key))
afterAll(() => void delete process.env.SMS_KEY)

/** A post as the gateway sends it. */
const posted = async (body: string, secret = key, more: Record<string, string> = {}) => {
  const { timestamp, nonce, signature } = signed(secret, body)
  const headers = { 'X-Timestamp': timestamp, 'X-Nonce': nonce, 'X-Signature': signature, ...more }
  const request = new Request('http://yizhan.example/texts/receipts', { method: 'POST', headers, body })
  const answer = await action({ request, params: {}, context: { nonce: '', requestId: '', address: '' } })
  return [answer.status, await answer.text()]
}

test('a receipt needs no session, only a signature; nobody is answered any words', async () => {
  const { head } = await people()
  const occasion = newId()
  await inTransaction((tx) => textAccounts(tx, { accounts: [head.accountId], template: 'due', occasion }, new Date()))
  const row = () => db.textMessage.findFirstOrThrow({ where: { occasion } })
  const body = JSON.stringify({ id: (await row()).id, status: 'delivered' })
  expect(await posted(body, 'another')).toEqual([401, ''])
  expect(await posted(body, key, { 'X-Signature': '' })).toEqual([401, ''])
  expect(await posted(body, key, { 'Content-Length': '5000' })).toEqual([413, ''])
  expect(await row()).toMatchObject({ status: 'queued' })
  expect(await posted(body)).toEqual([204, ''])
  expect(await row()).toMatchObject({ status: 'delivered' })
  expect(await posted(JSON.stringify({ id: newId(), status: 'delivered' }))).toEqual([204, ''])
  expect(loader().status).toBe(405)
})

import type { ActionFunctionArgs } from '@remix-run/node'
import { recordReceipt } from '#app/domain/notice/receipts.server'

/** A receipt is a line. */
const largest = 4096

/** Where the text message gateway says what became of a message: signed, without a session. It answers no words to anybody. */
export async function action({ request }: ActionFunctionArgs) {
  if (Number(request.headers.get('Content-Length') ?? 0) > largest) return new Response(null, { status: 413 })
  const head = (name: string) => request.headers.get(name) ?? ''
  const signed = { timestamp: head('X-Timestamp'), nonce: head('X-Nonce'), signature: head('X-Signature') }
  return new Response(null, { status: await recordReceipt(await request.text(), signed) })
}

/** There is nothing to look at. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

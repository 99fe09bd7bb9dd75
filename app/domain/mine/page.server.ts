import type { Person } from '../actor'
import { askedOfRegistrar, registeredRows, type AskedOfMe, type RegisteredLine } from '../desk/registered.server'
import { mayRegister } from '../dispute/permissions'
import { Refusal } from '../refusal'
import { listQueryOf } from '../search/query.server'

/** So many on a page: about what a thumb goes through. */
const pageLength = 20

/** 我登记的: what waits for an answer, then everything, the newest first. */
export type MinePage = { asked: AskedOfMe[]; rows: RegisteredLine[]; first?: string; next?: string }

/** What became of what somebody wrote down (U27, U33). Two statements. Throws Refusal notFound for who registers nothing. */
export async function minePage(actor: Person, query: URLSearchParams, now = new Date()): Promise<MinePage> {
  if (!mayRegister(actor)) throw new Refusal('notFound')
  const { after } = listQueryOf(query)
  const [asked, { rows, next }] = await Promise.all([
    after ? [] : askedOfRegistrar(actor, now),
    registeredRows(actor, { limit: pageLength, after }, now),
  ])
  return { asked, rows, ...(after && { first: '/mine' }), ...(next && { next: `/mine?after=${encodeURIComponent(next)}` }) }
}

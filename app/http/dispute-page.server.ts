import type { AppLoadContext } from '@remix-run/node'
import { openPage, type DisputePage } from '#app/domain/dispute/show/open.server'
import { idIn, type Visit } from './handlers.server'

// The loaders of one page (the frame and the tab) ask together; Remix hands them one context.
const opened = new WeakMap<AppLoadContext, Map<string, Promise<DisputePage>>>()

/** The dispute of the address, cut to what the visitor may see; read once for a whole page. Throws Refusal notFound. */
export async function disputePage(visit: Visit): Promise<DisputePage> {
  const id = idIn(visit, 'disputeId')
  const before = opened.get(visit.context) ?? new Map<string, Promise<DisputePage>>()
  opened.set(visit.context, before)
  const page = before.get(id) ?? openPage(visit.actor, id)
  before.set(id, page)
  return page
}

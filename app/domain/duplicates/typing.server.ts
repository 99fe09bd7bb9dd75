import { reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { mayRegister } from '../dispute/permissions'
import { openDraft } from '../draft/drafts.server'
import { readTyped } from '../draft/read'
import { withStep } from '../draft/steps'
import { textAt, type Values } from '../draft/values'
import { failureLimit } from '../people/failures.server'
import { keyedHash } from '../privacy/hash.server'
import { Refusal } from '../refusal'
import { possibleDuplicates } from './form.server'

/** A line under what is being typed: number, day and place; what agrees and where to look, only for who may see it. */
export type Likely = { text: string; why?: string; href?: string }

/** A pause in typing asks once: more than a long list of parties takes in a quarter of an hour, fewer than trying out names would. */
const limit = failureLimit('sameAsked', { near: 90, far: 120 })

/** Disputes like the one that is being typed, out of what the page sends and what the draft already holds; keeps nothing. */
export async function likelySame(actor: Person, draftId: string, sent: Values, from: string, now = new Date()): Promise<Likely[]> {
  if (!mayRegister(actor)) throw new Refusal('forbidden')
  if ((await limit.take({ what: keyedHash('openForm', `same ${actor.accountId}`), from })) > 0) throw new Refusal('tooMany')
  const draft = await openDraft(actor, draftId)
  const values = withStep(draft?.values ?? {}, 2, sent)
  const { form } = readTyped({ ...values, facts: textAt(values, 'facts') || '。' }, now)
  const found = form ? await possibleDuplicates(reading, actor, form, now) : []
  return found.map(({ id, number, day, place, visible, reasons }) => ({
    text: `${number} 号，${day}，${place}`,
    ...(visible && { why: reasons.join('，'), href: `/disputes/${id}` }),
  }))
}

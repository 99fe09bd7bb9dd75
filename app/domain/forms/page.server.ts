import { db } from '#app/db/client.server'
import { eventLabels, statusLabel } from '#machines/dispute.labels'
import type { Person } from '../actor'
import { mayAskWilling } from '../dispute/annotate.server'
import { isPossible } from '../dispute/moves'
import { mayDo, whoMay } from '../dispute/permissions'
import { openDispute } from '../dispute/read.server'
import { maySplitOff } from '../merge/split-off.server'
import { Refusal } from '../refusal'
import type { OpenDispute } from './define'
import type { FormField } from './field-data'
import { forms, isForm, type FormName } from './forms.server'
import { isNoEvent, noEvents, type NoEvent } from './no-event'
import { veiledFields, veilFor } from './veil.server'

/** One act's page, in words and plain data. */
export type ActPage = {
  head: { number: string; title: string; state: string; href: string }
  title: string
  fields: FormField[]
  submit: string
  grave: boolean
  /** Shown as the field's page. */
  field: boolean
  seen: number
  /** Why there is no form: nobody may now (409), or somebody else may (403). */
  barred: { status: 403 | 409; words: string; links: { label: string; href: string }[] } | null
}

/** Forms of no event, each with its own rule. */
const asides: Record<NoEvent, typeof mayAskWilling> = { willing: mayAskWilling, away: mayAskWilling, splitOff: maySplitOff }

const nameOf = (name: FormName) => (isNoEvent(name) ? noEvents[name] : eventLabels[name])

/** What is in the way where the machine has no such move, in words that say what to do. */
function whyNot(name: FormName, { id, facts, status }: OpenDispute): { words: string; links: { label: string; href: string }[] } {
  const to = (form: FormName, label: string) => ({ label, href: `/disputes/${id}/do/${form}` })
  if (name === 'receive' && facts.channel === 'people' && !facts.consented)
    return { words: new Refusal('unwilling').message, links: [to('willing', '再问各方愿不愿意'), to('return', '退回')] }
  if (name === 'session' && facts.objected)
    return { words: '当事人申请更换调解员，还没有重新指派，现在不能调解。', links: [to('assign', '重新指派')] }
  if (name === 'escalate' && facts.level === 'district') return { words: '这件纠纷已经在区级分流岗。', links: [] }
  if (name === 'deescalate' && facts.level === 'township') return { words: '这件纠纷已经在乡镇（街道）分流岗。', links: [] }
  return { words: `纠纷现在是“${statusLabel(status)}”，不能办“${nameOf(name)}”。`, links: [] }
}

/** Whether this act may be done here and by this person, and if not, why. */
function barredFor(actor: Person, name: FormName, dispute: OpenDispute): ActPage['barred'] {
  const { handling, status, facts } = dispute
  const possible = isPossible(name === 'splitOff' ? 'link' : isNoEvent(name) ? 'note' : name, status, facts)
  if (!possible) return { status: 409, ...whyNot(name, dispute) }
  const may = isNoEvent(name) ? asides[name](actor, handling) : mayDo(actor, name, handling)
  return may ? null : { status: 403, words: `这一步不由您办理，由${whoMay[handling.desk]}办。`, links: [] }
}

async function stateOf({ status, leg }: OpenDispute): Promise<string> {
  const body = leg && (await db.body.findUnique({ where: { id: leg.bodyId }, select: { name: true } }))
  return [statusLabel(status), body?.name].filter(Boolean).join('·')
}

/** The form of one act on one dispute. Throws Refusal notFound where there is no such act or dispute for this person. */
export async function actPage(
  actor: Person,
  disputeId: string,
  name: string | undefined,
  query: URLSearchParams,
  now = new Date(),
): Promise<ActPage> {
  const dispute = await openDispute(actor, disputeId, now)
  if (!isForm(name)) throw new Refusal('notFound', '没有这一步')
  const { form, grave = false, field = false } = forms[name]
  const [made, state, veil] = await Promise.all([form({ actor, dispute, query, now }), stateOf(dispute), veilFor(actor, dispute)])
  const barred = barredFor(actor, name, dispute) ?? (made.barred ? { status: 409 as const, words: made.barred, links: [] } : null)
  return {
    head: { number: dispute.number, title: veil ? veil(dispute.title) : dispute.title, state, href: `/disputes/${disputeId}` },
    title: made.title ?? nameOf(name),
    fields: barred?.status === 403 ? [] : veil ? veiledFields(made.fields, veil) : made.fields,
    submit: made.submit ?? nameOf(name),
    grave,
    field,
    seen: dispute.version,
    barred,
  }
}

import { db, inTransaction, type Tx } from '#app/db/client.server'
import { act, type Sent } from '../dispute/advance.server'
import { mayDo } from '../dispute/permissions'
import { addDays, dayIn, formatDay, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { hashOfToken, newToken } from '../people/secret-token.server'
import { Refusal, wrong } from '../refusal'
import { inviting } from '../request/requests.server'

/** A link opens at most so many days. */
const longest = 30

/** Why a link does not open, in words that say what to do. */
const used = () => new Refusal('notFound', '这个链接已经打开过了，只能用一次。换了手机的，请向发链接的人再要一个')
const gone = () => new Refusal('notFound', '这个链接已经停用或者过期了，请向发链接的人再要一个')

const audit = (
  tx: Tx,
  {
    kind,
    actorId = null,
    what,
    disputeId,
    requestId,
    at,
  }: Record<'kind' | 'what' | 'disputeId' | 'requestId', string> & { actorId?: string | null; at: Date },
) =>
  tx.audit.create({
    data: {
      id: newId(),
      recordedAt: at,
      actorKind: kind,
      actorId,
      act: what,
      disputeId,
      subjectKind: 'request',
      subjectId: requestId,
      detail: {},
    },
  })

/** The last moment of a legal day in Shanghai. */
const endOf = (day: LegalDay) => new Date(`${day}T23:59:59+08:00`)

export type Linking = { requestId: string; until: LegalDay }

/**
 * A one-time link for somebody outside who was asked for help, to be sent by the mediator's own means; an older one ends
 * (U16). Answers the token, which is shown this once; undefined where the form had been answered before. Throws Refusal:
 * notFound, forbidden, notNow, invalid beside `until`.
 */
export const makeGuestLink = (sent: Sent, { requestId, until }: Linking): Promise<string | undefined> =>
  act(sent, async ({ tx, id: disputeId, actor, actorId, handling, now }) => {
    const row = await tx.request.findFirst({ where: { id: requestId, disputeId } })
    if (!row) throw new Refusal('notFound')
    if (actor.kind !== 'account' || !mayDo(actor, 'request', handling)) throw new Refusal('forbidden')
    if (row.bodyId !== null) throw new Refusal('notNow', '名录里的单位有自己的账号，不用链接')
    if (row.endedAt) throw new Refusal('notNow', '这项协办已经办结，不能再发链接')
    const asked = await tx.disputeEvent.findFirst({
      where: { disputeId, type: 'request', subjectId: requestId },
      orderBy: { version: 'asc' },
    })
    if (!asked || !(await tx.dataConsent.count({ where: { disputeId, eventId: asked.id, kinds: { has: inviting } } })))
      throw new Refusal('notNow', '没有写明当事人同意邀请（人民调解法第20条），不能发链接。请撤回这一项，征得同意以后重新请求')
    const today = dayIn(now)
    if (until < today || until > addDays(today, longest)) throw wrong('until', `从今天到${formatDay(addDays(today, longest))}之间选一天`)
    const token = newToken()
    const tokenHash = hashOfToken(token)
    if (!tokenHash) throw new TypeError('a new token has the shape of a token')
    await tx.guestLink.updateMany({ where: { requestId, endedAt: null }, data: { endedAt: now } })
    const name = row.outsideName ?? ''
    await tx.guestLink.create({ data: { tokenHash, requestId, disputeId, name, createdAt: now, expiresAt: endOf(until) } })
    await audit(tx, { kind: 'account', actorId, what: 'guest.link', disputeId, requestId, at: now })
    return token
  })

/** Ends whatever link there is, at any time; who has it open sees nothing more. */
export const endGuestLink = (sent: Sent, requestId: string) =>
  act(sent, async ({ tx, id: disputeId, actor, actorId, handling, now }) => {
    if (actor.kind !== 'account' || !mayDo(actor, 'request', handling)) throw new Refusal('forbidden')
    const { count } = await tx.guestLink.updateMany({ where: { requestId, disputeId, endedAt: null }, data: { endedAt: now } })
    if (!count) throw new Refusal('notNow', '没有可以停用的链接')
    await audit(tx, { kind: 'account', actorId, what: 'guest.end', disputeId, requestId, at: now })
  })

type Found = { disputeId: string; requestId: string; name: string; openedAt: Date | null }

/** What a link is good for now. A page that is only looked at uses nothing up: messengers fetch links before people do. */
async function find(token: string, now: Date): Promise<Found> {
  const tokenHash = hashOfToken(token)
  const link = tokenHash && (await db.guestLink.findUnique({ where: { tokenHash } }))
  if (!link || link.endedAt || link.expiresAt <= now) throw gone()
  const request = await db.request.findUnique({ where: { id: link.requestId }, select: { endedAt: true } })
  if (!request || request.endedAt) throw gone()
  if (link.openedAt) throw used()
  return link
}

/** Whom the link is for. Throws Refusal notFound: used, or gone. */
export const lookAtLink = async (token: string, now = new Date()): Promise<{ name: string }> => ({ name: (await find(token, now)).name })

/** Uses the link up and answers what this browser holds from now; of two at once one is told that it was used. */
export async function openGuestLink(token: string, now = new Date()): Promise<string> {
  const { disputeId, requestId } = await find(token, now)
  const held = newToken()
  await inTransaction(async (tx) => {
    const { count } = await tx.guestLink.updateMany({
      where: { tokenHash: hashOfToken(token) ?? new Uint8Array(), openedAt: null, endedAt: null, expiresAt: { gt: now } },
      data: { openedAt: now, heldHash: hashOfToken(held) },
    })
    if (!count) throw used()
    await audit(tx, { kind: 'guest', what: 'guest.open', disputeId, requestId, at: now })
  })
  return held
}

/** The request that a browser holds; null where it holds none that is still open. */
export async function heldBy(
  held: string | null,
  now = new Date(),
): Promise<{ disputeId: string; requestId: string; name: string } | null> {
  const heldHash = held === null ? null : hashOfToken(held)
  if (!heldHash) return null
  const link = await db.guestLink.findFirst({ where: { heldHash, endedAt: null, expiresAt: { gt: now } } })
  if (!link) return null
  const { disputeId, requestId, name } = link
  const open = await db.request.count({ where: { id: requestId, endedAt: null } })
  return open ? { disputeId, requestId, name } : null
}

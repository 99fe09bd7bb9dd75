import { requestMachine, type RequestEvent, type RequestStep } from '#machines/request.machine'
import { step } from '#machines/step'
import { bodiesOf } from '../actor'
import { dateOf, type LegalDay } from '../calendar/days'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { endAnsweredSight, giveSight } from '../dispute/sight-rows.server'
import { newId } from '../id'
import { noteHanding, type Handing } from '../party/handing.server'
import { Refusal, wrong } from '../refusal'

export type Asked = {
  /** A body of the register, or somebody outside it by name and kind. */
  bodyId?: string
  outsideName?: string
  outsideKind?: string
  role: string
  asked?: string
  answerBy?: LegalDay
  /** Whose data goes along, by whose consent (U11). */
  handing?: Handing
  happenedAt?: Date
  /** Who agreed that somebody outside is invited, and how (People's Mediation Law 20; U16). */
  agreed?: { partyId: string; how: string }[]
}

/** 请求协办: the other body sees this one dispute while the request lasts, and it lies on its own desk. */
export async function askWithin(file: CaseFile, asked: Asked) {
  if (!asked.bodyId && !asked.outsideName) throw wrong('bodyId', '请选协办单位，名录里没有的写明名称')
  const id = newId()
  const at = asked.happenedAt ?? file.now
  const { bodyId, outsideName, outsideKind, role, answerBy } = asked
  await file.tx.request.create({
    data: {
      id,
      disputeId: file.id,
      status: 'asked',
      bodyId,
      outsideName,
      outsideKind,
      roleText: role,
      askedText: asked.asked,
      askedAt: at,
      askedById: file.actorId,
      answerBy: answerBy ? dateOf(answerBy) : null,
    },
  })
  if (bodyId) await file.tx.$executeRaw(giveSight({ disputeId: file.id, to: 'body', ids: [bodyId], why: 'request', at }))
  await advance(file, {
    event: { type: 'request', requestId: id, step: 'ask' },
    subjectId: id,
    happenedAt: at,
    effects: [{ type: 'start', period: 'answer' }],
    lastDays: { answer: answerBy ?? null },
    texts: [{ kind: 'ask', audience: 'handlers', text: asked.asked ?? '' }],
  })
  if (asked.handing) {
    const body = bodyId ? await file.tx.body.findUnique({ where: { id: bodyId }, select: { name: true } }) : null
    await noteHanding(file, { receiver: body?.name ?? outsideName ?? '', purpose: '协办' }, asked.handing, at)
  }
  return id
}
export const ask = (sent: Sent, asked: Asked) => act(sent, (file) => askWithin(file, asked))

/** What a party consented to, in the row that keeps it: that this person is invited (Art. 20). */
export const inviting = 'invite'

/** Inviting somebody from outside: only once every side has agreed, and who agreed how is kept. Throws Refusal invalid beside `agreed`. */
export const invite = (sent: Sent, asked: Asked) =>
  act(sent, async (file) => {
    const { tx, id: disputeId, now, actorId } = file
    const { outsideName: receiver = '', role: purpose, agreed = [], happenedAt = now } = asked
    const parties = await tx.party.findMany({ where: { disputeId, leftAt: null }, select: { id: true, side: true } })
    const known = new Set(parties.map(({ id }) => id))
    const rows = agreed.filter(({ partyId }) => known.has(partyId))
    const silent = parties.some(({ id, side }) => side !== 'third' && !rows.some(({ partyId }) => partyId === id))
    if (silent || !rows.length) throw wrong('agreed', '邀请外面的人参加，要先征得各方当事人同意（人民调解法第20条）：请逐一写明怎么同意的')
    const requestId = await askWithin(file, asked)
    const event = await tx.disputeEvent.findFirst({ where: { disputeId, version: file.version }, select: { id: true } })
    await tx.dataConsent.createMany({
      data: rows.map(({ partyId, how }) => ({
        id: newId(),
        disputeId,
        eventId: event?.id,
        partyId,
        receiver,
        purpose,
        kinds: [inviting],
        ground: 'consent',
        how,
        happenedAt,
        recordedById: actorId,
      })),
    })
    return requestId
  })

const events: Record<Exclude<RequestStep, 'ask'>, RequestEvent> = {
  receive: { type: 'receive' },
  arrive: { type: 'arrive' },
  answer: { type: 'answer' },
  refuse: { type: 'refuse' },
  withdraw: { type: 'withdraw' },
}

export type Answered = { requestId: string; step: Exclude<RequestStep, 'ask'>; text?: string; happenedAt?: Date }

/** 签收、答复、不能协办 by the asked body (or written down for one without an account); 撤回 by who asked. */
export const stepRequest = (sent: Sent, answered: Answered) => act(sent, (file) => stepRequestWithin(file, answered))

/** The same within an act. */
export async function stepRequestWithin(file: CaseFile, { requestId, step: name, text, happenedAt }: Answered): Promise<void> {
  const { tx } = file
  const row = await tx.request.findFirst({ where: { id: requestId, disputeId: file.id } })
  if (!row) throw new Refusal('notFound')
  const next = step(requestMachine, row.status, {}, events[name])
  if (!next) throw new Refusal('notNow', '这项协办已经办结')
  const { actor } = file
  // A guest answers the one request of the link, and nothing else of the dispute.
  const guest = actor.kind === 'guest' && actor.requestId === row.id && (name === 'answer' || name === 'refuse')
  if (actor.kind === 'guest' && !guest) throw new Refusal('notFound')
  const own = guest || (row.bodyId !== null && bodiesOf(actor, 'head', 'court', 'organ').includes(row.bodyId))
  const asker = file.actorId === row.askedById || !own
  if (name === 'withdraw' ? !asker : !own && row.bodyId !== null && name !== 'answer') throw new Refusal('forbidden')
  const at = happenedAt ?? file.now
  const open = name === 'receive' || name === 'arrive'
  const kept = name === 'receive' ? { receivedAt: at } : name === 'arrive' ? { arrivedAt: at } : { endedAt: at, answer: text }
  await tx.request.update({
    where: { id: row.id },
    data: { status: next.status, ...kept },
  })
  await advance(file, {
    event: { type: 'request', requestId, step: name },
    subjectId: requestId,
    happenedAt: at,
    effects: [...next.effects, ...(guest ? [{ type: 'tell', to: 'desk' } as const] : [])],
    texts: [{ kind: 'answer', audience: 'handlers', text: text ?? '' }],
  })
  if (!open) await tx.guestLink.updateMany({ where: { requestId, endedAt: null }, data: { endedAt: file.now } })
  if (!open && row.bodyId) await tx.$executeRaw(endAnsweredSight(file.id, at))
}

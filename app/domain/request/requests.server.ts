import { dateOf, type LegalDay } from '../calendar/days'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { giveSight } from '../dispute/sight-rows.server'
import { newId } from '../id'
import { noteHanding, type Handing } from '../party/handing.server'
import { wrong } from '../refusal'
import { adviserToAsk } from '../roll/advisers.server'
import type { RequestKind } from '../words/requests'

export type Asked = {
  /** A body of the register, or somebody outside it by name and kind. */
  bodyId?: string
  outsideName?: string
  outsideKind?: string
  /** A 法律明白人 or legal adviser of the register. */
  registrantId?: string
  role: string
  asked?: string
  answerBy?: LegalDay
  /** 协办 unless said otherwise. */
  kind?: RequestKind
  /** To be there by. */
  arriveBy?: Date
  /** Whose data goes along, by whose consent (U11). */
  handing?: Handing
  happenedAt?: Date
  /** Who agreed that somebody outside is invited, and how (People's Mediation Law 20; U16). */
  agreed?: { partyId: string; how: string }[]
}

/** 请求协办: the other body sees this one dispute while the request lasts, and it lies on its own desk. */
export async function askWithin(file: CaseFile, asked: Asked) {
  const adviser = asked.registrantId ? await adviserToAsk(file, asked.registrantId) : null
  if (!asked.bodyId && !asked.outsideName && !adviser) throw wrong('bodyId', '请选协办单位，名录里没有的写明名称')
  const id = newId()
  const at = asked.happenedAt ?? file.now
  const { bodyId, outsideName, outsideKind, role, answerBy, kind = 'help', arriveBy } = asked
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
      kind,
      arriveBy: arriveBy ?? null,
      ...adviser,
    },
  })
  if (bodyId) await file.tx.$executeRaw(giveSight({ disputeId: file.id, to: 'body', ids: [bodyId], why: 'request', at }))
  await advance(file, {
    event: { type: 'request', requestId: id, step: 'ask' },
    subjectId: id,
    happenedAt: at,
    effects: [{ type: 'start', period: 'answer' }, ...(bodyId ? [{ type: 'tell', to: 'asked' } as const] : [])],
    lastDays: { answer: answerBy ?? null },
    texts: [{ kind: 'ask', audience: 'handlers', text: asked.asked ?? '' }],
  })
  if (asked.handing) {
    const body = bodyId ? await file.tx.body.findUnique({ where: { id: bodyId }, select: { name: true } }) : null
    await noteHanding(file, { receiver: body?.name ?? adviser?.outsideName ?? outsideName ?? '', purpose: '协办' }, asked.handing, at)
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

import { z } from 'zod'

/**
 * What can happen to a dispute, as it stands in the log: ids, codes, numbers and times only. What people wrote is kept
 * in rows of its own, which can be masked, corrected and erased.
 */
const id = z.uuid()
const code = z.string().max(40)
const form = z.enum(['oral', 'written'])
/** Whether anything in force is still owed once the act is written: worked out by the act from its rows. */
const owing = z.boolean()
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape })

export const channel = z.enum(['people', 'judicial', 'administrative'])
export type Channel = z.infer<typeof channel>

export const disputeEvent = z.discriminatedUnion('type', [
  // triage
  // `door`: the body's own mediator or head took it in (U1).
  event('offer', { channel, bodyId: id, door: z.literal(true).optional() }),
  event('recall', {}),
  event('escalate', { to: z.enum(['township', 'district']) }),
  event('deescalate', { to: z.enum(['township', 'district']) }),
  event('ask', {}),
  event('decline', { ground: code }),
  event('transferOut', { reason: code }),
  event('withdraw', { partyId: id.optional() }),
  event('settleOnSpot', { form, agreementId: id, owing }),
  event('keptAfterAll', { owing }),
  event('reopen', {}),
  // a body
  event('receive', {}),
  event('return', { reason: code }),
  event('assign', { mediatorIds: z.array(id).min(1) }),
  event('object', { partyId: id.optional(), side: code.optional() }),
  // mediation
  event('session', { sessionId: id, kind: code, count: z.number().int().positive() }),
  event('extend', { days: z.number().int().positive(), unit: code }),
  event('suspend', { reason: code }),
  event('resume', {}),
  event('agree', { form, agreementId: id, owing }),
  event('partial', { form, agreementId: id, left: z.number().int().nonnegative().nullable(), owing }),
  event('amend', { form, agreementId: id, owing }),
  /** `waits`: another paper, of a part, is still to be signed. */
  event('sign', { agreementId: id, owing, waits: z.boolean().optional() }),
  event('talkAgain', {}),
  event('fail', { code }),
  // another channel
  event('outcome', { result: z.enum(['settled', 'decided', 'handedBack']), agreementId: id.optional(), owing }),
  // keeping
  event('perform', { obligationId: id, amountFen: z.number().int().positive().optional(), owing }),
  event('breach', { obligationId: id.optional() }),
  event('contest', { partyId: id.optional() }),
  event('visit', { result: z.enum(['kept', 'partly', 'relapsed', 'unreachable']) }),
  event('close', { result: z.enum(['settled', 'unresolved', 'referred']) }),
  event('closeUnvisited', {}),
  event('archive', {}),
  event('handOn', { accountId: id }),
  // recorded anywhere, moves nothing
  event('prior', { priorId: id, what: code, force: code }),
  event('roster', { partyId: id }),
  event('link', { linkId: id }),
  /** `how`: counted by the rules or by age; left out: somebody's own word. `reasons`: codes of the rules. */
  event('risk', { level: z.enum(['green', 'yellow', 'red']), how: z.enum(['rules', 'age']).optional(), reasons: z.array(code).optional() }),
  event('request', { requestId: id, step: code }),
  event('confirmation', { confirmationId: id, step: code }),
  /** `bars`: whoever came in, or stands for somebody now, is tied to a mediator who has it (U15). */
  event('partyChange', { partyId: id, step: z.enum(['joined', 'changed', 'left']), bars: z.literal(true).optional() }),
  event('matter', { matterId: id, step: z.enum(['found', 'changed', 'ended']) }),
  event('danger', { reportId: id, step: z.enum(['told', 'notYet', 'handled']) }),
  event('question', { questionId: id, step: z.enum(['asked', 'answered', 'withdrawn']) }),
  /** 回告 to who entrusted it. In `returning` it ends the matter here. */
  event('reply', { replyId: id, result: code }),
  /** `wish`: what a party, or who registered it, wants to come of it; it moves nothing by itself. */
  event('note', { wish: code.optional() }),
  /** `owing`: amounts or days were put right, and this is what is left to be done. */
  event('correct', { eventId: id, owing: z.boolean().optional() }),
  /** 催办: whoever has it on the desk is asked to get on with it, or who was asked to help with `requestId`; the clock is the same. */
  event('urge', { requestId: id.optional() }),
  /** 约定调解: when and where the sides will sit together; `moved` and `cancelled` name the same sitting. `startsAt`: when, as it was said then. */
  event('sitting', { sittingId: id, step: z.enum(['planned', 'moved', 'cancelled']), startsAt: z.iso.datetime().optional() }),
  /** 申报利害关系: a mediator says what ties there are to a side. `bars`: nobody can accept it, another one is named before the next session (U15). */
  event('declare', { declarationId: id, kind: code, bars: z.boolean() }),
  /** 并案: the same quarrel is in another file already; this one rests in it, and may be split off as it was. */
  event('merge', { intoId: id }),
  event('split', { fromId: id }),
  /** The other side of it: another registration of the same quarrel was taken in, or let go. */
  event('absorb', { otherId: id, step: z.enum(['in', 'out']) }),
  /** 红色警报: raised, rung higher, taken, ended (alarm.machine.ts); it moves nothing. */
  event('alarm', { alarmId: id, step: z.enum(['raise', 'climb', 'acknowledge', 'handle', 'standDown']) }),
  event('lapse', { deadlineId: id, period: code, ends: z.boolean() }),
])

export type DisputeEvent = z.infer<typeof disputeEvent>
export type DisputeEventType = DisputeEvent['type']
/** Registration is the first event of every dispute; it has no state to come from, so no transition. */
export type LoggedType = DisputeEventType | 'register'
export type EventOf<T extends DisputeEventType> = Extract<DisputeEvent, { type: T }>

import { requestMachine, requestSteps, type RequestEvent, type RequestStep } from '#machines/request.machine'
import { step } from '#machines/step'
import { bodiesOf, spokesmen, type Actor } from '../actor'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { endAnsweredSight } from '../dispute/sight-rows.server'
import { actWithPhotos } from '../file/act-with-photos.server'
import { Refusal, wrong } from '../refusal'
import { countAnswered } from '../roll/advisers.server'

/** What may happen to a request once it was asked. */
export type Answering = Exclude<RequestStep, 'ask'>

export const answeringEvents: Record<Answering, RequestEvent> = {
  receive: { type: 'receive' },
  arrive: { type: 'arrive' },
  answer: { type: 'answer' },
  refuse: { type: 'refuse' },
  withdraw: { type: 'withdraw' },
}

export type Answered = { requestId: string; step: Answering; text?: string; happenedAt?: Date }

type Row = NonNullable<Awaited<ReturnType<CaseFile['tx']['request']['findFirst']>>>

/** Somebody speaks for the unit that was asked. */
export const speaksForAsked = (actor: Actor, { bodyId }: { bodyId: string | null }): boolean =>
  bodyId !== null && bodiesOf(actor, ...spokesmen).includes(bodyId)

/** What others than the unit itself write down for one of the register: that it came, and what it answered. */
const forOthers: readonly Answering[] = ['arrive', 'answer']

/** Which steps are this actor's to take; whether the request allows them now is the machine's business. */
export function stepsFor(actor: Actor, row: Pick<Row, 'id' | 'bodyId' | 'askedById'>): readonly Answering[] {
  // A guest answers the one request of the link, and nothing else of the dispute.
  if (actor.kind === 'guest') return actor.requestId === row.id ? ['answer', 'refuse'] : []
  const own = speaksForAsked(actor, row)
  const asker = !own || (actor.kind === 'account' && actor.accountId === row.askedById)
  const done: readonly Answering[] = own || row.bodyId === null ? ['receive', 'arrive', 'answer', 'refuse'] : forOthers
  return asker ? [...done, 'withdraw'] : done
}

const beforeThat = '不能早于请求的时间'

/** What a step leaves on the request's row. Who comes or answers without a receipt has received it with that. */
function keptBy(name: Answering, row: Row, at: Date, text: string | undefined) {
  if (at < row.askedAt) throw wrong('happenedAt', beforeThat)
  if (name === 'receive') return { receivedAt: at }
  if (name !== 'arrive') return { endedAt: at, answer: text }
  if (row.arrivedAt) throw new Refusal('notNow', '已经登记到场了')
  return { arrivedAt: at, receivedAt: row.receivedAt ?? at }
}

/** 签收、到场、答复、不能协办 by the asked body (or written down for it, which the path says); 撤回 by who asked. */
export const stepRequest = (sent: Sent, answered: Answered) => act(sent, (file) => stepRequestWithin(file, answered))

/** So many files come with an answer at most. */
export const mostOfAnswer = 9

/** The same with the photographs and papers that came with the answer. Throws Refusal invalid beside `photos`. */
export const stepRequestWithFiles = (sent: Sent, answered: Answered, files: readonly Buffer[]) =>
  files.length ? actWithPhotos(sent, files, mostOfAnswer, (file) => stepRequestWithin(file, answered)) : stepRequest(sent, answered)

/** The same within an act. */
export async function stepRequestWithin(file: CaseFile, { requestId, step: name, text, happenedAt }: Answered): Promise<void> {
  const { tx, actor } = file
  const row = await tx.request.findFirst({ where: { id: requestId, disputeId: file.id } })
  if (!row) throw new Refusal('notFound')
  const next = step(requestMachine, row.status, {}, answeringEvents[name])
  if (!next) throw new Refusal('notNow', row.endedAt ? '这项协办已经办结' : `现在不能办“${requestSteps[name]}”`)
  const mine = stepsFor(actor, row)
  const guest = actor.kind === 'guest'
  if (guest && !mine.includes(name)) throw new Refusal('notFound')
  if (!mine.includes(name)) throw new Refusal('forbidden')
  const at = happenedAt ?? file.now
  await tx.request.update({ where: { id: row.id }, data: { status: next.status, ...keptBy(name, row, at, text) } })
  const forThem = name !== 'withdraw' && !guest && !speaksForAsked(actor, row)
  await advance(file, {
    event: { type: 'request', requestId, step: name },
    subjectId: requestId,
    happenedAt: at,
    behalfBodyId: forThem ? row.bodyId : null,
    effects: [
      ...next.effects,
      { type: 'tell', to: name === 'withdraw' ? 'asked' : 'asker' },
      ...(guest ? [{ type: 'tell', to: 'desk' } as const] : []),
    ],
    texts: [{ kind: 'answer', audience: 'handlers', text: text ?? '' }],
  })
  if (name === 'receive' || name === 'arrive') return
  if (name === 'answer') await countAnswered(file, row, at)
  await tx.guestLink.updateMany({ where: { requestId, endedAt: null }, data: { endedAt: file.now } })
  if (row.bodyId) await tx.$executeRaw(endAnsweredSight(file.id, at))
}

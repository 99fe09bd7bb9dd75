import { dateOf } from '../calendar/days'
import { Prisma } from '#app/db/client.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { binding, owedInAll, paidSoFar, performedWhole } from './owed.server'
import { owingNow } from './write.server'

export type Performed = {
  obligationId: string
  /** Fen of this part; without it the whole, or all that was left. */
  amountFen?: bigint
  happenedAt?: Date
  /** Somebody else than the debtor paid or did it. */
  byText?: string
  proof?: string
  /** When the other side said that it received it: money goes between the parties (U19). */
  receivedOn?: string
}

type Item = { kind: string; owed: bigint | null; paid: bigint; whole: boolean }

async function itemOf({ tx, id }: CaseFile, obligationId: string): Promise<Item> {
  const [item] = await tx.$queryRaw<Item[]>(Prisma.sql`
    select o.kind, (${owedInAll})::bigint as owed, (${paidSoFar})::bigint as paid, ${performedWhole} as whole
    from obligation o join agreement a on a.id = o.agreement_id
    where o.id = ${obligationId}::uuid and a.dispute_id = ${id}::uuid and ${binding}`)
  if (!item) throw new Refusal('notNow', '这一项不在现在生效的协议里')
  return item
}

const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`

/** 登记履行: one item, wholly or in part. What was performed never exceeds what is owed. */
export async function performWithin(file: CaseFile, done: Performed) {
  const item = await itemOf(file, done.obligationId)
  const { amountFen } = done
  if (amountFen !== undefined) {
    if (item.kind !== 'pay') throw wrong('amountFen', '这一项不是付钱，不填金额')
    if (item.whole) throw wrong('amountFen', '这一项已经全部履行')
    if (item.owed !== null && item.paid + amountFen > item.owed)
      throw wrong('amountFen', `超过了应付的数：还差 ${yuan(item.owed - item.paid)} 元`)
  }
  const at = done.happenedAt ?? file.now
  await file.tx.performance.create({
    data: {
      id: newId(),
      obligationId: done.obligationId,
      amountFen,
      whole: amountFen === undefined,
      happenedAt: at,
      byText: done.byText,
      proof: done.proof,
      receivedOn: done.receivedOn ? dateOf(done.receivedOn) : null,
      recordedById: file.actorId,
    },
  })
  const owing = await owingNow(file.tx, file.id)
  const event = {
    type: 'perform',
    obligationId: done.obligationId,
    owing,
    ...(amountFen !== undefined && { amountFen: Number(amountFen) }),
  } as const
  await advance(file, {
    event,
    subjectId: done.obligationId,
    happenedAt: at,
    texts: [{ kind: 'proof', audience: 'handlers', text: done.proof ?? '' }],
  })
}
export const perform = (sent: Sent, done: Performed) => act(sent, (file) => performWithin(file, done))

/** 不履行: an item was not kept, or kept badly; the dispute comes back to the triage desk, and who handed it over is told at once (U25). */
export const breach = (sent: Sent, { obligationId, why, happenedAt }: { obligationId: string; why: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    await itemOf(file, obligationId)
    await advance(file, {
      event: { type: 'breach', obligationId },
      subjectId: obligationId,
      happenedAt,
      effects: [{ type: 'tell', to: 'entruster' }],
      texts: [{ kind: 'why', audience: 'path', text: why }],
    })
  })

/** 效力争议、不服: a side no longer accepts what was agreed or decided. */
export const contest = (sent: Sent, { partyId, why, happenedAt }: { partyId?: string; why: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    await advance(file, {
      event: { type: 'contest', ...(partyId && { partyId }) },
      happenedAt,
      behalfPartyId: partyId ?? null,
      texts: [{ kind: 'why', audience: 'path', text: why }],
    })
    await file.tx.$executeRaw`update agreement set status = 'contested' where dispute_id = ${file.id}::uuid and status = 'inForce'`
  })

/** 仍按协议履行: after a breach or contest the parties go on with what was agreed. */
export const keptAfterAll = (sent: Sent, { why, happenedAt }: { why: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    await file.tx.$executeRaw`update agreement set status = 'inForce' where dispute_id = ${file.id}::uuid and status = 'contested'`
    await advance(file, {
      event: { type: 'keptAfterAll', owing: await owingNow(file.tx, file.id) },
      happenedAt,
      texts: [{ kind: 'why', audience: 'path', text: why }],
    })
  })

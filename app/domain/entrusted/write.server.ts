import type { Tx } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { dateOf } from '../calendar/days'
import { giveSight } from '../dispute/sight-rows.server'
import { newId } from '../id'
import { wrong } from '../refusal'
import type { SenderKind } from '../words/office'
import type { Entrusted } from './form'

type Handed = { disputeId: string; actor: Person; entrusted: Entrusted & { senderKind: SenderKind; signedForAt: Date } }

/** The sender of the register: by its whole name, or whose liaison wrote it down; one that is not in it by its name alone. */
async function senderOf(tx: Tx, actor: Person, name: string | undefined): Promise<{ id: string | null; name: string }> {
  const [own] = bodiesOf(actor, 'court', 'organ')
  if (!name && !own) throw wrong('entrusted.sender', '请写是哪个单位委派、委托、移送的')
  const found = await tx.body.findFirst({
    where: { validTo: null, channel: { not: 'people' }, ...(name ? { name } : { id: own }) },
    select: { id: true, name: true },
  })
  return found ?? { id: null, name: name ?? '' }
}

/** Within a registration: who handed it over, under which number, and by when it is to be answered (U3). Throws Refusal invalid. */
export async function writeEntrustment(tx: Tx, { disputeId, actor, entrusted }: Handed): Promise<void> {
  const { kind, senderKind, number, papers, signedForAt, answerBy } = entrusted
  const procedure = senderKind === 'court' && kind === 'commissioned' ? entrusted.procedure : undefined
  if (senderKind === 'court' && kind === 'commissioned' && (!procedure || procedure === 'prefiling'))
    throw wrong('entrusted.procedure', '诉中委托的，请选普通程序（15日）还是简易程序（7日）')
  const sender = await senderOf(tx, actor, entrusted.sender)
  await tx.entrustment.create({
    data: {
      id: newId(),
      disputeId,
      kind,
      senderKind,
      senderId: sender.id,
      senderName: sender.name,
      number: number ?? null,
      papers: papers ?? null,
      procedure: procedure ?? null,
      signedForAt,
      answerBy: answerBy ? dateOf(answerBy) : null,
      recordedById: actor.accountId,
    },
  })
  if (sender.id) await tx.$executeRaw(giveSight({ disputeId, to: 'body', ids: [sender.id], why: 'registered', at: signedForAt }))
}

import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import type { DataKind, HandingGround } from '../words/handing'

/** Who agreed by themselves that their data goes along, or the legal ground in place of it (PIPL 23; U11). */
export type Handing = { consents: string[]; ground?: HandingGround | undefined; kinds: DataKind[]; how?: string | undefined }

/**
 * Within the act that sends something to another unit, once its event is written: a row for each party that agreed by
 * itself, and one for the legal ground. Without a row the receiver is shown no telephone, address or identity number
 * (dispute/show/contacts.ts).
 */
export async function noteHanding(
  file: CaseFile,
  { receiver, purpose }: { receiver: string; purpose: string },
  { consents, ground, kinds, how }: Handing,
  at = file.now,
): Promise<void> {
  const parties = await file.tx.party.findMany({ where: { id: { in: consents }, disputeId: file.id }, select: { id: true } })
  const event = await file.tx.disputeEvent.findFirst({ where: { disputeId: file.id, version: file.version }, select: { id: true } })
  const grounds = [...parties.map(({ id }) => ({ partyId: id, ground: 'consent' })), ...(ground ? [{ partyId: null, ground }] : [])]
  if (!grounds.length) return
  await file.tx.dataConsent.createMany({
    data: grounds.map((one) => ({
      ...one,
      id: newId(),
      disputeId: file.id,
      eventId: event?.id ?? null,
      receiver,
      purpose,
      kinds,
      how: how ?? null,
      happenedAt: at,
      recordedById: file.actorId,
    })),
  })
}

import type { Tx } from '#app/db/client.server'
import type { noticeHows } from '../words/parties'

/** Who was told what is collected and why, and how (U11; PIPL 17). */
export type Noticed = { partyIds: string[]; how: keyof typeof noticeHows }

/** Within an act: kept with each party, the first time only. */
export async function noteNoticed(tx: Tx, disputeId: string, noticed: Noticed | undefined, at: Date): Promise<void> {
  if (!noticed?.partyIds.length) return
  await tx.party.updateMany({
    where: { id: { in: noticed.partyIds }, disputeId, noticedAt: null },
    data: { noticedAt: at, noticedHow: noticed.how },
  })
}

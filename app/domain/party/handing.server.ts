import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import type { DataKind, HandingGround } from '../words/handing'

/** Who agreed by themselves that their data goes along, or the legal ground in place of it (PIPL 23; U11). */
export type Handing = { consents: string[]; ground?: HandingGround | undefined; kinds: DataKind[]; how?: string | undefined }

/** Who gets it: a body of the register, or a name. */
type Receiver = { receiver?: string; receiverId?: string; purpose: string }

/**
 * Within the act that sends something to another unit, once its event is written: a row for each party that agreed by
 * itself, and one for the legal ground. Without a row the receiver is shown no telephone, address or identity number
 * (dispute/show/contacts.ts).
 */
export async function noteHanding(
  file: CaseFile,
  { receiver, receiverId, purpose }: Receiver,
  { consents, ground, kinds, how }: Handing,
  at = file.now,
): Promise<void> {
  const grounds = [...consents.map((party) => ({ party, ground: 'consent' })), ...(ground ? [{ party: null, ground }] : [])]
  if (!grounds.length) return
  const rows = JSON.stringify(grounds.map((one) => ({ ...one, id: newId() })))
  await file.tx
    .$executeRaw`insert into data_consent (id, dispute_id, event_id, party_id, receiver, purpose, kinds, ground, how, happened_at, recorded_by_id)
    select x.id, ${file.id}::uuid, (select e.id from dispute_event e where e.dispute_id = ${file.id}::uuid and e.version = ${file.version}::bigint), x.party,
      coalesce((select b.name from body b where b.id = ${receiverId ?? null}::uuid), ${receiver ?? ''}), ${purpose}, ${kinds}::text[], x.ground,
      ${how ?? null}, ${at}, ${file.actorId}::uuid
    from json_to_recordset(${rows}::json) as x(id uuid, party uuid, ground text)
    where x.party is null or exists (select 1 from party p where p.id = x.party and p.dispute_id = ${file.id}::uuid)`
}

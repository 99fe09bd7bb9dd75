import type { Tx } from '#app/db/client.server'
import { personWeight, type Someone } from '../duplicates/score'
import { newId } from '../id'
import { decrypt, encrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import type { Key } from '../privacy/key-ring.server'
import { indexDispute, unknownName } from '../search/index-dispute.server'

/** A party of the merged registration and who stands for it in the main file; `copied` where it was written over. */
export type Carried = { from: string; to: string; copied: boolean }

type Held = { id: string; dataKey: string }

/** Two are one person from here on: a number, a telephone, or a name as it is written or heard. */
const sameFrom = 2.5

const present = (tx: Tx, disputeId: string) =>
  tx.party.findMany({ where: { disputeId, leftAt: null }, orderBy: { ordinal: 'asc' }, include: { helpers: true, members: true } })
type PartyRow = Awaited<ReturnType<typeof present>>[number]

const someone = ({ name, idHash, phoneHash, addressHash, helpers }: PartyRow): Someone => ({
  name: name === unknownName ? '' : name,
  idHash,
  phoneHashes: [phoneHash, ...helpers.map((helper) => helper.phoneHash)].filter((hash) => hash !== null),
  addressHash,
})
const isKnown = ({ name, idHash, phoneHash, rosterCount }: PartyRow) => name !== unknownName || Boolean(idHash ?? phoneHash ?? rosterCount)

/** Opens under one file's key, closes under the other's, in the row where it will stand. */
const rewriter =
  (from: Key, to: Key) =>
  (table: string, column: string, rowId: string, toId: string, cipher: string | null): string | null =>
    cipher && encrypt(decrypt(cipher, from, { table, column, rowId }), to, { table, column, rowId: toId })

/** A party with those who act for it and its list, as rows of the other file. */
export function copyOf(party: PartyRow, disputeId: string, keys: { from: Key; to: Key }, more: { ordinal: number; joinedAt: Date }) {
  const again = rewriter(keys.from, keys.to)
  const { helpers, members, ...own } = party
  const id = newId()
  const secret = (column: string, cipher: string | null) => again('party', column, own.id, id, cipher)
  return {
    row: {
      ...own,
      ...more,
      id,
      disputeId,
      fromDisputeId: own.disputeId,
      idCipher: secret('id_cipher', own.idCipher),
      phoneCipher: secret('phone_cipher', own.phoneCipher),
      doorCipher: secret('door_cipher', own.doorCipher),
      awayContactCipher: secret('away_contact_cipher', own.awayContactCipher),
    },
    helpers: helpers.map((helper) => {
      const helperId = newId()
      const phoneCipher = again('party_helper', 'phone_cipher', helper.id, helperId, helper.phoneCipher)
      return { ...helper, id: helperId, partyId: id, phoneCipher }
    }),
    members: members.map((member) => {
      const memberId = newId()
      const numbers = (column: string, cipher: string | null) => again('roster_member', column, member.id, memberId, cipher)
      return {
        ...member,
        id: memberId,
        partyId: id,
        disputeId,
        idCipher: numbers('id_cipher', member.idCipher),
        phoneCipher: numbers('phone_cipher', member.phoneCipher),
      }
    }),
  }
}

export async function writeCopies(tx: Tx, copies: readonly ReturnType<typeof copyOf>[]): Promise<void> {
  if (!copies.length) return
  await tx.party.createMany({ data: copies.map(({ row }) => row) })
  const [helpers, members] = [copies.flatMap((one) => one.helpers), copies.flatMap((one) => one.members)]
  if (helpers.length) await tx.partyHelper.createMany({ data: helpers })
  if (members.length) await tx.rosterMember.createMany({ data: members })
}

/** Writes the parties over whom the main file has not; those it has are left alone, and who has no name is nobody to write over. */
export async function carryParties(tx: Tx, own: Held, main: Held, at: Date): Promise<Carried[]> {
  const [ours, theirs] = [await present(tx, own.id), await present(tx, main.id)]
  const taken = new Set<string>()
  const pairs = ours
    .flatMap((a) => theirs.map((b) => ({ from: a.id, to: b.id, weight: personWeight(someone(a), someone(b)) })))
    .filter(({ weight }) => weight >= sameFrom)
    .sort((x, y) => y.weight - x.weight)
  const matched = pairs.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return []
    taken.add(from).add(to)
    return [{ from, to, copied: false }]
  })
  const missing = ours.filter((party) => !taken.has(party.id) && isKnown(party))
  if (!missing.length) return matched
  const keys = { from: openDataKey(own.dataKey, own.id), to: openDataKey(main.dataKey, main.id) }
  const last = await tx.party.aggregate({ where: { disputeId: main.id }, _max: { ordinal: true } })
  const first = (last._max.ordinal ?? 0) + 1
  const copies = missing.map((party, place) => copyOf(party, main.id, keys, { ordinal: first + place, joinedAt: at }))
  await writeCopies(tx, copies)
  await indexDispute(tx, main.id)
  return [...matched, ...copies.map(({ row }, place) => ({ from: missing[place]?.id ?? '', to: row.id, copied: true }))]
}

/** Those of the copies that something in the main file names: they cannot be taken away as if they had never been there. */
const referred = (tx: Tx, mainId: string, ids: readonly string[]) => tx.$queryRaw<{ id: string }[]>`
  select x.id from unnest(${[...ids]}::uuid[]) as x(id) where
    exists (select 1 from signature s where s.party_id = x.id) or exists (select 1 from attendance n where n.party_id = x.id)
    or exists (select 1 from question q where q.dispute_id = ${mainId}::uuid and q.party_id = x.id)
    or exists (select 1 from data_consent c where c.dispute_id = ${mainId}::uuid and c.party_id = x.id)
    or exists (select 1 from chase c where c.dispute_id = ${mainId}::uuid and c.party_id = x.id)
    or exists (select 1 from party_away w where w.party_id = x.id)
    or exists (select 1 from dispute_event e where e.dispute_id = ${mainId}::uuid
      and (e.behalf_party_id = x.id or e.subject_id = x.id or e.detail->>'partyId' = x.id::text))`

/** Takes written-over parties back: gone where nothing names them, else left the file on that day. */
export async function takeBackParties(tx: Tx, mainId: string, carried: readonly Carried[], at: Date): Promise<void> {
  const copies = carried.filter(({ copied }) => copied).map(({ to }) => to)
  if (!copies.length) return
  const stay = (await referred(tx, mainId, copies)).map(({ id }) => id)
  const gone = copies.filter((id) => !stay.includes(id))
  await tx.party.updateMany({ where: { id: { in: stay }, leftAt: null }, data: { leftAt: at } })
  await tx.rosterMember.deleteMany({ where: { partyId: { in: gone } } })
  await tx.partyHelper.deleteMany({ where: { partyId: { in: gone } } })
  await tx.party.deleteMany({ where: { id: { in: gone }, disputeId: mainId } })
  await indexDispute(tx, mainId)
}

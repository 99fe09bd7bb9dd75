import { db } from '#app/db/client.server'
import type { DisputePage } from '../dispute/show/open.server'
import { yuanOf } from '../forms/money'
import { decrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { maskIdentityNumber, maskPhone } from '../privacy/masking'

export type MemberWords = { id: string; no: number; name: string; idNumber: string; phone: string; amount: string; about: string }
export type MembersWords = { rows: MemberWords[]; sum: string; count: number }

/** Everybody on the lists of a dispute, by party: numbers masked, amounts with their sum; for who is shown its parties. One statement. */
export async function membersOf({ dispute, sight }: DisputePage): Promise<Record<string, MembersWords>> {
  if (!sight.parties || sight.sealed) return {}
  const rows = await db.rosterMember.findMany({ where: { disputeId: dispute.id }, orderBy: [{ partyId: 'asc' }, { ordinal: 'asc' }] })
  if (!rows.length) return {}
  const key = openDataKey(dispute.dataKey, dispute.id)
  const open = (column: string, rowId: string, cipher: string | null, mask: (text: string) => string) =>
    cipher ? mask(decrypt(cipher, key, { table: 'roster_member', column, rowId })) : ''
  return Object.fromEntries(
    [...new Set(rows.map(({ partyId }) => partyId))].map((partyId) => {
      const members = rows.filter((one) => one.partyId === partyId)
      const sum = members.reduce((total, { amountFen }) => total + (amountFen ?? 0n), 0n)
      const words = members.map(({ id, ordinal, name, idCipher, phoneCipher, amountFen, representative, note }) => ({
        id,
        no: ordinal,
        name,
        idNumber: open('id_cipher', id, idCipher, maskIdentityNumber),
        phone: open('phone_cipher', id, phoneCipher, maskPhone),
        amount: sight.reasons && amountFen !== null ? yuanOf(amountFen) : '',
        about: [representative ? '推选代表' : '', note].filter(Boolean).join('，'),
      }))
      return [partyId, { rows: words, sum: sight.reasons && sum > 0n ? `${yuanOf(sum)} 元` : '', count: members.length }]
    }),
  )
}

import { db } from '#app/db/client.server'
import { mayDo } from '../dispute/permissions'
import type { DisputePage } from '../dispute/show/open.server'
import { yuanOf } from '../forms/money'
import { decrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { maskIdentityNumber, maskPhone } from '../privacy/masking'

export type MaskedWords = { label: string; masked: string; href?: string }
export type MemberWords = {
  id: string
  no: number
  name: string
  idNumber: MaskedWords | null
  phone: MaskedWords | null
  amount: string
  about: string
}
/** `href`: where the list is sent in, for who may. */
export type MembersWords = { rows: MemberWords[]; sum: string; count: number; href: string | null }

const readMembers = (disputeId: string) => db.rosterMember.findMany({ where: { disputeId }, orderBy: { ordinal: 'asc' } })
type Row = Awaited<ReturnType<typeof readMembers>>[number]

function memberWords({ dispute, sight }: DisputePage) {
  const key = openDataKey(dispute.dataKey, dispute.id)
  const at = `/disputes/${dispute.id}/reveal?of=roster_member`
  const secrets = {
    phone: { label: '手机号', column: 'phone_cipher', mask: maskPhone },
    idNumber: { label: '证件号码', column: 'id_cipher', mask: maskIdentityNumber },
  } as const
  const open = (field: keyof typeof secrets, rowId: string, cipher: string | null): MaskedWords | null => {
    if (!cipher) return null
    const { label, column, mask } = secrets[field]
    const masked = mask(decrypt(cipher, key, { table: 'roster_member', column, rowId }))
    return { label, masked, ...(sight.reveal && { href: `${at}&id=${rowId}&field=${field}` }) }
  }
  return ({ id, ordinal, name, idCipher, phoneCipher, amountFen, representative, note }: Row): MemberWords => ({
    id,
    no: ordinal,
    name,
    idNumber: open('idNumber', id, idCipher),
    phone: open('phone', id, phoneCipher),
    amount: sight.reasons && amountFen !== null ? yuanOf(amountFen) : '',
    about: [representative ? '推选代表' : '', note].filter(Boolean).join('，'),
  })
}

/** The lists of a dispute by party, with everybody on them: numbers masked, amounts with their sum; for who is shown its parties. One statement, where there is a list. */
export async function membersOf(page: DisputePage): Promise<Record<string, MembersWords>> {
  const { actor, dispute, rows, sight } = page
  const lists = sight.parties && !sight.sealed ? rows.parties.filter(({ kind }) => kind === 'roster') : []
  if (!lists.length) return {}
  const members = await readMembers(dispute.id)
  const words = memberWords(page)
  const may = sight.acts && mayDo(actor, 'roster', dispute.handling)
  return Object.fromEntries(
    lists.map(({ id, leftAt }) => {
      const own = members.filter(({ partyId }) => partyId === id)
      const sum = own.reduce((total, { amountFen }) => total + (amountFen ?? 0n), 0n)
      const href = may && !leftAt ? `/disputes/${dispute.id}/roster/${id}` : null
      return [id, { rows: own.map(words), sum: sight.reasons && sum > 0n ? `${yuanOf(sum)} 元` : '', count: own.length, href }]
    }),
  )
}

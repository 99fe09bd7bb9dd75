import { z } from 'zod'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '../actor'
import { recordAct } from '../audit.server'
import type { DisputePage } from '../dispute/show/open.server'
import { isId } from '../id'
import { decrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { Refusal } from '../refusal'
import { codesOf } from '../words/words'
import { revealPurposes, type RevealPurpose } from './purposes'

/** Where masked values stand, and what each is called. */
const places = {
  party: {
    phone: ['phone_cipher', '电话'],
    idNumber: ['id_cipher', '证件号码'],
    door: ['door_cipher', '门牌'],
    awayContact: ['away_contact_cipher', '离开后联系方式'],
  },
  party_helper: { phone: ['phone_cipher', '电话'] },
  roster_member: { phone: ['phone_cipher', '手机号'], idNumber: ['id_cipher', '证件号码'] },
} as const

/** One value of one person: the only thing that a reveal may ask for. */
export type Hidden = { of: keyof typeof places; id: string; field: string }
export type HiddenWords = { name: string; label: string; cipher: string; column: string; of: { id: string; dataKey: string } }

export const purposeForm = z
  .object({
    purpose: z.enum(codesOf(revealPurposes), { error: '请选为什么要看' }),
    other: z.string().trim().max(100, '最多100个字').optional(),
  })
  .superRefine(({ purpose, other }, context) => {
    if (purpose === 'other' && !other) context.addIssue({ code: 'custom', path: ['other'], message: '请写明为什么要看' })
  })

const isPlace = (of: string | null): of is keyof typeof places => of !== null && Object.hasOwn(places, of)

/** Reads what an address asks to reveal; throws Refusal notFound for anything that is no masked value. */
export function hiddenIn(query: URLSearchParams): Hidden {
  const [of, id, field] = [query.get('of'), query.get('id'), query.get('field')]
  if (!isPlace(of) || !id || !isId(id) || !field || !Object.hasOwn(places[of], field)) throw new Refusal('notFound')
  return { of, id, field }
}

/** `of`: a registration that rests in the file has its own key. */
type Row = { name: string; of?: { id: string; dataKey: string } } & Record<string, unknown>

/** The row among those that this person is shown; somebody on a list only where its party is. */
async function rowOf({ rows, dispute }: DisputePage, { of, id }: Hidden): Promise<Row | undefined> {
  if (of === 'party')
    return (
      rows.parties.find((one) => one.id === id) ??
      rows.merged.flatMap((file) => file.parties.map((one) => ({ ...one, of: file }))).find((one) => one.id === id)
    )
  if (of === 'party_helper') return rows.parties.flatMap(({ helpers }) => helpers).find((one) => one.id === id)
  const member = await db.rosterMember.findFirst({ where: { id, disputeId: dispute.id } })
  if (!member || !rows.parties.some((party) => party.id === member.partyId)) return undefined
  return { name: member.name, phone: member.phoneCipher, idNumber: member.idCipher }
}

/** Whose value it is; throws Refusal notFound or forbidden. */
export async function hiddenWords(page: DisputePage, hidden: Hidden): Promise<HiddenWords> {
  const row = await rowOf(page, hidden)
  const place = (places[hidden.of] as Record<string, readonly [string, string]>)[hidden.field]
  const cipher = row?.[hidden.field]
  if (!row || !place || typeof cipher !== 'string' || page.sight.sealed) throw new Refusal('notFound')
  if (!page.sight.reveal) throw new Refusal('forbidden', '当事人的号码由经办的人查看；需要联系的，请经办的人转告')
  return { name: row.name, label: place[1], cipher, column: place[0], of: row.of ?? page.dispute }
}

/**
 * 查看: one masked value, for a purpose. The audit row is committed before the value is given out; what was seen is not in
 * it. Throws Refusal notFound, forbidden.
 */
export async function reveal(
  page: DisputePage & { actor: Person },
  hidden: Hidden,
  why: { purpose: RevealPurpose; other?: string },
  now = new Date(),
): Promise<string> {
  const { cipher, column, of } = await hiddenWords(page, hidden)
  const { actor, dispute } = page
  const subject = { kind: hidden.of, id: hidden.id }
  const detail = { field: hidden.field, purpose: why.purpose, ...(why.other && { why: why.other }) }
  await inTransaction((tx) => recordAct(tx, actor, 'reveal', { disputeId: dispute.id, subject, detail }, now))
  return decrypt(cipher, openDataKey(of.dataKey, of.id), { table: hidden.of, column, rowId: hidden.id })
}

import type { PartyRow } from '../dispute/show/file'
import type { DisputePage } from '../dispute/show/open.server'
import { sideWord } from '../dispute/show/parties.server'
import { decrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { maskIdentityNumber, maskPhone } from '../privacy/masking'
import { credentials, isRepresentative, representatives, rosterUnits } from '../words/parties'
import { labelOf } from '../words/words'
import { gap, type Line } from './words'

/** What stands on paper for an address, a telephone or a place that a party keeps from the others (U13). */
export const kept = '（保密）'

const masks = { phone_cipher: maskPhone, id_cipher: maskIdentityNumber } as const

/** Opens with the dispute's own key, opened once for a paper. */
function opener({ dispute }: DisputePage) {
  let key: ReturnType<typeof openDataKey> | undefined
  return (table: 'party' | 'party_helper', column: string, rowId: string, cipher: string | null): string | null => {
    if (!cipher) return null
    key ??= openDataKey(dispute.dataKey, dispute.id)
    return decrypt(cipher, key, { table, column, rowId })
  }
}

export const presentParties = ({ rows }: DisputePage): PartyRow[] => rows.parties.filter(({ leftAt }) => !leftAt)
/** Who signs: third parties do not. */
export const sidesOf = (page: DisputePage): PartyRow[] => presentParties(page).filter(({ side }) => side !== 'third')

function about(party: PartyRow, open: ReturnType<typeof opener>): string {
  const { name, kind, hidden, idKind, rosterCount, rosterUnit, addressText } = party
  const number = open('party', 'id_cipher', party.id, party.idNumber)
  const phone = open('party', 'phone_cipher', party.id, party.phone)
  const helpers = party.helpers.map((one) => `${labelOf(representatives, one.role)} ${one.name}`)
  return [
    name,
    rosterCount ? `${rosterCount} ${labelOf(rosterUnits, rosterUnit ?? 'person')}（名册另附）` : '',
    kind === 'person' ? '性别＿＿ 民族＿＿ 年龄＿＿ 职业＿＿＿' : '',
    `${idKind && idKind !== 'none' ? labelOf(credentials, idKind) : '证件'} ${number ? maskIdentityNumber(number) : gap}`,
    `电话 ${hidden ? kept : phone ? maskPhone(phone) : gap}`,
    `住址 ${hidden ? kept : (addressText ?? gap)}`,
    ...helpers,
  ]
    .filter(Boolean)
    .join('，')
}

/** Every party in a line: name, identity and telephone masked, address unless it is kept from the others. */
export function partyLines(page: DisputePage): Line[] {
  const open = opener(page)
  return presentParties(page).map((party, at, all) => {
    const word = sideWord(party.side, page.dispute.source)
    const several = all.filter(({ side }) => side === party.side).length > 1
    const no = all.slice(0, at + 1).filter(({ side }) => side === party.side).length
    return { label: several ? `${word} ${no}` : word, value: about(party, open) }
  })
}

/** A line to sign for every party, by whom the law asks for it. */
export const partySigns = (page: DisputePage): string[] =>
  sidesOf(page).map(({ name, minor, kind, helpers }) => {
    const standIns = helpers
      .filter(({ role }) => isRepresentative(role))
      .map(({ role, name: by }) => `${labelOf(representatives, role)} ${by}`)
    const by = standIns.length ? standIns.join('、') : minor ? '由监护人签' : kind === 'organisation' ? '代表人并盖章' : ''
    return `${name}${by && `（${by}）`}（签名／盖章／按指印）`
  })

/**
 * What may stand on no paper, wherever somebody wrote it: telephones and identity numbers become masked, the address of a
 * party that keeps it from the others goes. Longest first, so that no part of a longer one is left.
 */
export function veilOf(page: DisputePage): (text: string) => string {
  const open = opener(page)
  const swaps: [string, string][] = page.rows.parties.flatMap((party) => {
    const secret = (['phone_cipher', 'id_cipher'] as const).flatMap((column): [string, string][] => {
      const plain = open('party', column, party.id, column === 'id_cipher' ? party.idNumber : party.phone)
      return plain ? [[plain, party.hidden ? kept : masks[column](plain)]] : []
    })
    const helpers = party.helpers.flatMap((one): [string, string][] => {
      const plain = open('party_helper', 'phone_cipher', one.id, one.phone)
      return plain ? [[plain, maskPhone(plain)]] : []
    })
    const door = open('party', 'door_cipher', party.id, party.door)
    const places = party.hidden ? [party.addressText, door, party.safeContact] : []
    return [...secret, ...helpers, ...places.flatMap((plain): [string, string][] => (plain && plain.length > 1 ? [[plain, kept]] : []))]
  })
  const longest = swaps.toSorted(([a], [b]) => b.length - a.length)
  return (text) => longest.reduce((whole, [plain, instead]) => whole.replaceAll(plain, instead), text)
}

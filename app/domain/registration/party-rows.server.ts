import type { Tx } from '#app/db/client.server'
import { newId } from '../id'
import { encrypt } from '../privacy/cipher.server'
import { addressHash, identityHash, phoneHash } from '../privacy/hash.server'
import type { Key } from '../privacy/key-ring.server'
import { unknownName } from '../search/index-dispute.server'
import { soundKey } from '../search/tokens'
import type { PartyForm } from './form'

/** A party's rows for a dispute: numbers and doors under the dispute's own key, hashes for finding the same person again. */
export function partyRows(
  parties: PartyForm[],
  {
    disputeId,
    key,
    firstOrdinal = 1,
    at,
    askedBy,
    noticedHow,
    hidesApplicant = false,
  }: {
    disputeId: string
    key: Key
    firstOrdinal?: number
    at: Date
    askedBy: string | null
    /** The applicant's side was told what is collected; the others are at their first contact (U11). */
    noticedHow?: string
    /** Family violence: where the applicant's side lives and is to be reached is kept from the others (U13). */
    hidesApplicant?: boolean
  },
) {
  return parties.map((party, place) => {
    const id = newId()
    const secret = (column: string, text: string | undefined) => (text ? encrypt(text, key, { table: 'party', column, rowId: id }) : null)
    const { idNumber, phone, door, awayContact, helpers, languages, willing, willingHow, ...plain } = party
    const name = plain.name || unknownName
    return {
      row: {
        ...plain,
        id,
        disputeId,
        ordinal: firstOrdinal + place,
        name,
        languages,
        soundKey: plain.name ? soundKey(plain.name) : null,
        idCipher: secret('id_cipher', idNumber),
        idHash: idNumber ? identityHash(idNumber) : null,
        phoneCipher: secret('phone_cipher', phone),
        phoneHash: phone ? phoneHash(phone) : null,
        doorCipher: secret('door_cipher', door),
        addressHash: addressHash(`${plain.addressText ?? ''}${door ?? ''}`),
        awayContactCipher: secret('away_contact_cipher', awayContact),
        willing,
        willingHow,
        ...(willing === 'notAsked' ? {} : { willingAt: at, willingById: askedBy }),
        ...(noticedHow && party.side === 'applicant' ? { noticedAt: at, noticedHow } : {}),
        hidden: hidesApplicant && party.side === 'applicant',
        joinedAt: at,
      },
      helpers: helpers.map((helper) => {
        const helperId = newId()
        const { phone: helperPhone, ...rest } = helper
        const paper = rest.maySettle ? { paperSeenAt: at, paperSeenById: askedBy } : {}
        const phoneCipher = helperPhone
          ? encrypt(helperPhone, key, { table: 'party_helper', column: 'phone_cipher', rowId: helperId })
          : null
        return { ...rest, ...paper, id: helperId, partyId: id, phoneCipher, phoneHash: helperPhone ? phoneHash(helperPhone) : null }
      }),
    }
  })
}

export async function writeParties(tx: Tx, rows: ReturnType<typeof partyRows>): Promise<void> {
  if (rows.length) await tx.party.createMany({ data: rows.map(({ row }) => row) })
  const helpers = rows.flatMap((one) => one.helpers)
  if (helpers.length) await tx.partyHelper.createMany({ data: helpers })
}

import type { Reading } from '#app/db/client.server'
import type { Actor } from '../actor'
import { addressHash, identityHash, phoneHash } from '../privacy/hash.server'
import type { PartyForm, Registration } from '../registration/form'
import { choiceOf } from '../types/dispute-types'
import { findSame, type About, type Candidate } from './find.server'
import type { Someone } from './score'

type Typed = Pick<Registration, 'areaId' | 'parties'> & Partial<Pick<Registration, 'typeCode' | 'happenedAt'>>

const someone = ({ name, idNumber, phone, addressText, door, helpers }: PartyForm): Someone => ({
  name,
  idHash: idNumber ? identityHash(idNumber) : null,
  phoneHashes: [phone, ...helpers.map((helper) => helper.phone)].flatMap((typed) => (typed ? [phoneHash(typed)] : [])),
  addressHash: addressText || door ? addressHash(`${addressText ?? ''}${door ?? ''}`) : null,
})

/** What is being registered, as it is compared with what is registered already. */
function aboutForm({ areaId, parties, typeCode = '99', happenedAt }: Typed, now: Date): About {
  const type = choiceOf(typeCode)
  return {
    villageId: areaId,
    type: type?.type ?? '99',
    subtype: type?.subtype ?? null,
    at: happenedAt ?? now,
    people: parties.map(someone),
  }
}

/** Disputes that may be the one that is being registered, the likeliest first, five at most. */
export async function possibleDuplicates(tx: Reading, actor: Actor, form: Typed, now: Date): Promise<Candidate[]> {
  const found = await findSame(tx, actor, aboutForm(form, now), now)
  return found.map(({ score: _score, ...candidate }) => candidate)
}

import { createHmac } from 'node:crypto'
import { keyRing } from './key-ring.server'
import { normaliseAddress } from './address'
import { normaliseIdentityNumber } from './identity-number'
import { normalisePhone } from './phone'

/** What a hash may be searched for. Equal values of two purposes have nothing in common. */
export type HashPurpose =
  'identityNumber' | 'phone' | 'accountPhone' | 'queryCode' | 'attemptFrom' | 'oneTimePassword' | 'openForm' | 'address'

/** HMAC-SHA-256 under the ring's search key, base64url (43 characters). The caller has normalised the value. */
export function keyedHash(purpose: HashPurpose, value: string): string {
  return createHmac('sha256', keyRing().hashKey).update(`${purpose}\u0000${value}`, 'utf8').digest('base64url')
}

/** How a number of an identity paper is found again, however it was typed. */
export const identityHash = (typed: string): string => keyedHash('identityNumber', normaliseIdentityNumber(typed))

/** How a party's telephone is found again, however it was typed. */
export const phoneHash = (typed: string): string => keyedHash('phone', normalisePhone(typed))

/** How a household is found again by its whole address, door included, however it was typed; null where it names no door. */
export function addressHash(typed: string): string | null {
  const address = normaliseAddress(typed)
  return address === null ? null : keyedHash('address', address)
}

/** How an account is found by the telephone that its owner signs in with. */
export const accountPhoneHash = (typed: string): string => keyedHash('accountPhone', normalisePhone(typed))

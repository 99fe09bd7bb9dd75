import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyRing, type Key } from './key-ring.server'

/** Where a value stands. It is authenticated with the value, so that no value opens in another row or column. */
export type Place = { table: string; column: string; rowId: string }

/** A value that does not open: not one of ours, made with a key we do not have, or changed or moved since. */
export class SecretUnreadable extends Error {
  constructor(readonly reason: 'format' | 'unknownKey' | 'tampered') {
    super(`encrypted value does not open: ${reason}`)
    this.name = 'SecretUnreadable'
  }
}

const FORMAT = '1'
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD = /^1\.([A-Za-z0-9_-]{1,32})\./
// 2 characters of format and dot, at most 32 of key id, one dot.
const HEAD_LIMIT = 35

function authenticated({ table, column, rowId }: Place): Buffer {
  const parts = [table, column, rowId]
  if (parts.some((part) => part === '' || part.includes('|'))) throw new TypeError('a place needs table, column and row id')
  return Buffer.from(parts.join('|'), 'utf8')
}

function seal(plain: Buffer, key: Key, place: Place): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(authenticated(place))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function open(sealed: Buffer, key: Key, place: Place): Buffer {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new SecretUnreadable('format')
  const tagAt = IV_BYTES + TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(authenticated(place)).setAuthTag(sealed.subarray(IV_BYTES, tagAt))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(tagAt)), decipher.final()])
  } catch {
    throw new SecretUnreadable('tampered')
  }
}

type FindKey = (id: string) => Key | undefined

function keyOfHead(head: string, findKey: FindKey): { key: Key; length: number } {
  const match = HEAD.exec(head)
  if (!match?.[1]) throw new SecretUnreadable('format')
  const key = findKey(match[1])
  if (!key) throw new SecretUnreadable('unknownKey')
  return { key, length: match[0].length }
}

const only =
  (key: Key): FindKey =>
  (id) =>
    id === key.id ? key : undefined
const anyOfRing: FindKey = (id) => keyRing().byId.get(id)

function sealText(plain: Buffer, key: Key, place: Place): string {
  return `${FORMAT}.${key.id}.${seal(plain, key, place).toString('base64url')}`
}

function openText(value: string, findKey: FindKey, place: Place): Buffer {
  const { key, length } = keyOfHead(value, findKey)
  const text = value.slice(length)
  const sealed = Buffer.from(text, 'base64url')
  // Buffer.from drops what is no base64url; a value has one spelling only.
  if (sealed.toString('base64url') !== text) throw new SecretUnreadable('format')
  return open(sealed, key, place)
}

/** Encrypts a text for its place: `1.<key id>.<base64url of iv, tag, ciphertext>`. */
export const encrypt = (text: string, key: Key, place: Place): string => sealText(Buffer.from(text, 'utf8'), key, place)

/** Opens what `encrypt` made with this key for this place; throws SecretUnreadable. */
export const decrypt = (value: string, key: Key, place: Place): string => openText(value, only(key), place).toString('utf8')

/** For values that belong to no dispute (an account's telephone): under the ring's current key. */
export const encryptUnderRing = (text: string, place: Place): string => encrypt(text, keyRing().current, place)

/** Opens what `encryptUnderRing` made, under a former key of the ring too; throws SecretUnreadable. */
export const decryptUnderRing = (value: string, place: Place): string => openText(value, anyOfRing, place).toString('utf8')

/** Wraps key material under the ring's current key. */
export const wrapUnderRing = (bytes: Buffer, place: Place): string => sealText(bytes, keyRing().current, place)

/** Opens what `wrapUnderRing` made; throws SecretUnreadable. */
export const unwrapUnderRing = (value: string, place: Place): Buffer => openText(value, anyOfRing, place)

/** Encrypts a file's content: the same head, then iv, tag and ciphertext as bytes. */
export const encryptBytes = (bytes: Buffer, key: Key, place: Place): Buffer =>
  Buffer.concat([Buffer.from(`${FORMAT}.${key.id}.`, 'latin1'), seal(bytes, key, place)])

/** Opens what `encryptBytes` made with this key for this place; throws SecretUnreadable. */
export function decryptBytes(bytes: Buffer, key: Key, place: Place): Buffer {
  const { length } = keyOfHead(bytes.subarray(0, HEAD_LIMIT).toString('latin1'), only(key))
  return open(bytes.subarray(length), key, place)
}

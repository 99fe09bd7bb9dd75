import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import * as cipher from '#app/domain/privacy/cipher.server'
import { newDataKey, openDataKey, rewrapDataKey } from '#app/domain/privacy/data-key.server'
import { accountPhoneHash, identityHash, keyedHash, phoneHash } from '#app/domain/privacy/hash.server'
import { keyRing, KeyRingMissing, parseKeyRing } from '#app/domain/privacy/key-ring.server'
import { ringText, useRing } from './keys'

const { encrypt, decrypt, encryptBytes, decryptBytes, encryptUnderRing, decryptUnderRing, SecretUnreadable } = cipher
const dispute = '0198a2f0-0000-7000-8000-000000000001'
const other = '0198a2f0-0000-7000-8000-000000000002'
const place = { table: 'party', column: 'phone', rowId: 'p1' }

const reasonOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof SecretUnreadable) return error.reason
    throw error
  }
  return 'opened'
}

beforeEach(() => {
  useRing()
})

describe('a value', () => {
  test('comes back as it was, whatever was written', () => {
    const { key } = newDataKey(dispute)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const value = encrypt(text, key, place)
        expect(value.startsWith(`1.${key.id}.`)).toBe(true)
        expect(decrypt(value, key, place)).toBe(text)
      }),
    )
  })

  test('of a file comes back byte by byte', () => {
    const { key } = newDataKey(dispute)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
        const kept = encryptBytes(Buffer.from(content), key, place)
        expect(decryptBytes(kept, key, place).equals(Buffer.from(content))).toBe(true)
      }),
    )
  })

  test('never looks the same twice', () => {
    const { key } = newDataKey(dispute)
    expect(encrypt('13800000000', key, place)).not.toBe(encrypt('13800000000', key, place))
  })

  test('does not open in another row, column or table', () => {
    const { key } = newDataKey(dispute)
    const value = encrypt('13800000000', key, place)
    const elsewhere = [{ rowId: 'p2' }, { column: 'account_number' }, { table: 'agent' }]
    expect(elsewhere.map((change) => reasonOf(() => decrypt(value, key, { ...place, ...change })))).toEqual([
      'tampered',
      'tampered',
      'tampered',
    ])
  })

  test('does not open after any change of one character', () => {
    const { key } = newDataKey(dispute)
    const value = encrypt('阿依家的电话', key, place)
    fc.assert(
      fc.property(fc.nat(value.length - 1), fc.constantFrom(...'A9_-.é'), (at, character) => {
        fc.pre(value[at] !== character)
        expect(reasonOf(() => decrypt(value.slice(0, at) + character + value.slice(at + 1), key, place))).not.toBe('opened')
      }),
    )
  })

  test('does not open cut short, lengthened, or when it is nothing of ours', () => {
    const { key } = newDataKey(dispute)
    const value = encrypt('x', key, place)
    const wrong = ['', 'x', '13800000000', '2' + value.slice(1), value.slice(0, -1), value + 'AAAA', value + '=', `1.${key.id}.`]
    for (const text of wrong)
      expect(
        reasonOf(() => decrypt(text, key, place)),
        text,
      ).not.toBe('opened')
    expect(reasonOf(() => decryptBytes(Buffer.alloc(0), key, place))).toBe('format')
  })

  test("does not open with another dispute's key", () => {
    const value = encrypt('x', newDataKey(dispute).key, place)
    expect(reasonOf(() => decrypt(value, newDataKey(other).key, place))).toBe('unknownKey')
  })

  test('has a place without a separator in it', () => {
    const { key } = newDataKey(dispute)
    expect(() => encrypt('x', key, { table: 'a|b', column: 'c', rowId: 'd' })).toThrow(TypeError)
    expect(() => encrypt('x', key, { table: 'a', column: 'b', rowId: '' })).toThrow(TypeError)
  })
})

describe('a data key', () => {
  test('opens for its own dispute only', () => {
    const { key, wrapped } = newDataKey(dispute)
    expect(wrapped).toMatch(/^1\.k1\.[A-Za-z0-9_-]{80}$/)
    expect(openDataKey(wrapped, dispute)).toEqual(key)
    expect(reasonOf(() => openDataKey(wrapped, other))).toBe('tampered')
  })

  test('still opens when the ring has turned, and moves under the new key without its values being written again', () => {
    const before = useRing('k1')
    const { key, wrapped } = newDataKey(dispute)
    const value = encrypt('530702', key, place)
    const account = encryptUnderRing('13800000000', place)
    useRing('k2', before.keys, before.hashKey)
    expect(decrypt(value, openDataKey(wrapped, dispute), place)).toBe('530702')
    expect(decryptUnderRing(account, place)).toBe('13800000000')
    const moved = rewrapDataKey(wrapped, dispute) ?? ''
    expect(moved.startsWith('1.k2.')).toBe(true)
    expect(rewrapDataKey(moved, dispute)).toBeNull()
    expect(decrypt(value, openDataKey(moved, dispute), place)).toBe('530702')
    expect(newDataKey(dispute).wrapped.startsWith('1.k2.')).toBe(true)
    useRing('k2', { k2: JSON.parse(process.env.YIZHAN_KEYS ?? '').keys.k2 }, before.hashKey)
    expect(reasonOf(() => openDataKey(wrapped, dispute))).toBe('unknownKey')
    expect(openDataKey(moved, dispute)).toEqual(key)
  })
})

describe('the ring', () => {
  test('says what is missing, and never a part of a key', () => {
    const { keys, hashKey } = ringText('k1')
    const wrong = [
      undefined,
      '',
      'k1',
      '{}',
      JSON.stringify({ current: 'k2', keys, hashKey }),
      JSON.stringify({ current: 'k1', keys: { k1: 'c2hvcnQ=' }, hashKey }),
      JSON.stringify({ current: 'k.1', keys: { 'k.1': keys.k1 }, hashKey }),
      JSON.stringify({ current: 'k1', keys, hashKey: keys.k1 }),
    ]
    for (const text of wrong) {
      expect(() => parseKeyRing(text)).toThrow(KeyRingMissing)
      expect(() => parseKeyRing(text)).not.toThrow(String(keys.k1))
    }
    expect(() => parseKeyRing(wrong[5])).toThrow(/keys\.k1/)
  })

  test('is that of the environment', () => {
    useRing('k9')
    expect(keyRing().current.id).toBe('k9')
    delete process.env.YIZHAN_KEYS
    expect(() => keyRing()).toThrow(/YIZHAN_KEYS is not set/)
  })
})

describe('a hash for exact search', () => {
  test('finds a number however it was typed', () => {
    expect(identityHash(' ５３０７０２ 19900101 001x ')).toBe(identityHash('53070219900101001X'))
    expect(phoneHash('+86 138-0000-0000')).toBe(phoneHash('１３８００００００００'))
  })

  test('is another for another purpose and under another key', () => {
    const hashes = [keyedHash('phone', '13800000000'), accountPhoneHash('13800000000'), keyedHash('queryCode', '13800000000')]
    useRing()
    hashes.push(phoneHash('13800000000'))
    expect(new Set(hashes).size).toBe(4)
    expect(hashes.every((hash) => /^[A-Za-z0-9_-]{43}$/.test(hash))).toBe(true)
  })
})

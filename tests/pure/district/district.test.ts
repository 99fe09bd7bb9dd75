import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { choiceOf, coversType } from '#app/domain/types/dispute-types'
import { bodyKinds, channelOf } from '#app/domain/words/body-kinds'
import { languages } from '#app/domain/words/parties'
import { accounts, areas, bodies, bodyByKey, district, featuredAccounts, townships, triagePosts, villages } from '../../../prisma/district'
import { inventedName } from '../../../prisma/district/names'

const unique = (values: readonly string[]) => expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([])
const areaCodes = areas.map(({ code }) => code)
const bodyKeys = bodies.map(({ key }) => key)

test('the list of places is the one that came with the design', () => {
  const hash = createHash('sha256').update(readFileSync('prisma/district/places.json')).digest('hex')
  expect(hash).toBe('1f65a139884e108772375f894809c0555dac294d786e4d8a782a3586e05b66ca')
})

test('one district, 11 townships and streets, 65 villages and communities, parents first', () => {
  expect([district.code, townships.length, villages.length]).toEqual(['530702000000', 11, 65])
  unique(areaCodes)
  for (const [i, { parentCode, name }] of areas.entries()) if (parentCode) expect(areaCodes.indexOf(parentCode), name).toBeLessThan(i)
})

describe('the network', () => {
  test('every township and village has its committee', () => {
    for (const { code, name } of [...townships, ...villages])
      expect(
        bodies.filter((body) => body.areaCode === code && /Committee$/.test(body.kind)),
        name,
      ).toHaveLength(1)
  })
  test('every kind of body is there, in the channel of its kind', () => {
    expect(Object.keys(bodyKinds).filter((kind) => !bodies.some((body) => body.kind === kind))).toEqual([])
    for (const body of bodies) expect(body.channel, body.key).toBe(channelOf(body.kind))
  })
  test('keys, names, numbers and telephones stand once', () => {
    unique(bodyKeys)
    unique(bodies.map(({ name }) => name))
    unique(bodies.map(({ phone }) => phone))
    unique(bodies.flatMap(({ shortNumber }) => shortNumber ?? []))
    for (const { phone } of bodies) expect(phone).toMatch(/^0888-000\d{4}$/)
  })
  test('what belongs to another comes after it', () => {
    for (const [i, { key, parentKey, sealOfKey }] of bodies.entries())
      for (const other of [parentKey, sealOfKey])
        if (other) {
          expect(bodyKeys, key).toContain(other)
          expect(bodyKeys.indexOf(other), key).toBeLessThan(i)
        }
  })
  test("people's mediation has one seal: its own number, or that of a committee with one", () => {
    for (const body of bodies.filter(({ channel }) => channel === 'people')) {
      const keeper = body.sealOfKey ? bodyByKey(body.sealOfKey) : body
      expect(keeper.shortNumber, body.key).toBeTruthy()
      expect(keeper.kind, body.key).toMatch(/Committee$/)
      if (body.sealOfKey) expect(body.shortNumber, body.key).toBeNull()
    }
  })
  test('the rooms that people know', () => {
    for (const key of ['room-pengrenjie', 'room-maguotou'])
      expect(bodyByKey(key)).toMatchObject({ kind: 'namedRoom', areaCode: '530702004000', sealOfKey: 'township-530702004000' })
    expect(bodyByKey('township-530702004000').shortNumber).toBe('束河')
    expect(bodyByKey('village-530702005001').shortNumber).toBe('金山社区')
  })
  test('areas, types and languages exist, and whatever a type is, the district has somebody for it', () => {
    for (const body of bodies) {
      expect(areaCodes, body.key).toContain(body.areaCode)
      for (const code of body.types) expect(choiceOf(code), code).not.toBeNull()
      for (const code of body.languages) expect(Object.keys(languages)).toContain(code)
    }
    const districtBodies = bodies.filter((body) => body.areaCode === district.code && body.channel === 'people')
    for (const type of ['01', '10', '11', '13', '14', '15', '99'])
      expect(
        districtBodies.some((body) => coversType(body.types, type)),
        type,
      ).toBe(true)
    expect(coversType(bodyByKey('industry-tourism').types, '04', '0401')).toBe(true)
    expect(coversType(bodyByKey('industry-tourism').types, '04', '0402')).toBe(false)
  })
  test('somebody who is invited by the court takes what it entrusts', () => {
    expect(bodies.filter(({ courtInvited }) => courtInvited).every(({ channel }) => channel === 'people')).toBe(true)
    expect(bodyByKey('stationed-court').courtInvited).toBe(true)
  })
})

describe('triage posts', () => {
  test('the district and every township have one, staffed by at least one unit', () => {
    expect(triagePosts.map(({ areaCode }) => areaCode).sort()).toEqual([district.code, ...townships.map(({ code }) => code)].sort())
    for (const { units } of triagePosts) expect(units.length).toBeGreaterThan(0)
  })
})

describe('demo people', () => {
  const holding = (role: string) => accounts.filter(({ posts }) => posts.some((post) => post.role === role))
  test('keys, names and telephones stand once, in forms that are plainly invented', () => {
    unique(accounts.map(({ key }) => key))
    unique(accounts.map(({ name }) => name))
    unique(accounts.map(({ phone }) => phone))
    for (const { name, phone } of accounts) {
      expect(name).toMatch(/^\p{Script=Han}{3}$/u)
      expect(phone).toMatch(/^13800530\d{3}$/)
    }
  })
  test('eight hundred names are eight hundred people', () => {
    unique(Array.from({ length: 800 }, (_, n) => inventedName(n)))
  })
  test('every role is held and shown on the sign-in page', () => {
    const roles = ['grid', 'mediator', 'head', 'triage', 'duty', 'bureau', 'court', 'organ', 'leader', 'admin']
    for (const role of roles) {
      expect(holding(role).length, role).toBeGreaterThan(0)
      expect(
        featuredAccounts.some(({ posts }) => posts.some((post) => post.role === role)),
        role,
      ).toBe(true)
    }
    expect(featuredAccounts[0]?.posts[0]?.role).toBe('grid')
    expect(featuredAccounts.length).toBeLessThanOrEqual(16)
  })
  test('every post is of an area or a body that exists', () => {
    for (const { key, posts } of accounts)
      for (const post of posts) {
        expect(Number('areaCode' in post) + Number('bodyKey' in post), key).toBe(1)
        if (post.areaCode) expect(areaCodes, key).toContain(post.areaCode)
        if (post.bodyKey) expect(bodyKeys, key).toContain(post.bodyKey)
      }
  })
  test('every body has who answers for it, and every committee who mediates, in Naxi where it is spoken', () => {
    for (const { key, channel, kind, languages: spoken } of bodies) {
      const staff = accounts.filter(({ posts }) => posts.some((post) => post.bodyKey === key))
      const roles = staff.flatMap(({ posts }) => posts.map((post) => post.role))
      const answers = { people: 'head', judicial: 'court', administrative: 'organ' }[channel]
      expect(
        roles.filter((role) => role === answers),
        key,
      ).toHaveLength(1)
      if (channel !== 'people') continue
      expect(roles.filter((role) => role === 'mediator').length, key).toBeGreaterThanOrEqual(kind === 'villageCommittee' ? 1 : 3)
      if (spoken.includes('naxi'))
        expect(
          staff.some((one) => one.languages.includes('naxi') && one.posts.some((post) => post.role === 'mediator')),
          key,
        ).toBe(true)
    }
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { addressHash, identityHash, phoneHash } from '#app/domain/privacy/hash.server'
import { kinForm } from '#app/domain/roll/forms'
import { addKin, removeKin } from '#app/domain/roll/kin.server'
import { saveRegistrant } from '#app/domain/roll/registrants.server'
import { accountByKey } from '../../../prisma/district'
import { areaId, dayan, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { aRegistrant, identityNumber, registrantOf } from '../../support/roll'

let cast: Record<Part, Person>
let township: Person
let other: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  other = await person(`admin-${dayan}`)
})

const save = async (actor: Person, id: string | null, more: Record<string, unknown> = {}) =>
  saveRegistrant({ actor, key: newId() }, id, await registrantOf(more))

describe('somebody entered in the register', () => {
  test('has telephone, identity number and address encrypted, and hashes under which a party is found', async () => {
    const number = identityNumber(1980, 'female')
    const home = '云南省丽江市古城区束河街道龙泉社区仁里路12号'
    const id = await aRegistrant({ phone: '138 8888 0001', identityNumber: number, home })
    const row = await db.registrant.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({
      sex: 'female',
      birthYear: 1980,
      phoneHash: phoneHash('13888880001'),
      idHash: identityHash(number),
      homeHash: addressHash('束河街道龙泉社区仁里路12号'),
      accountId: null,
      demo: true,
    })
    expect(JSON.stringify(row)).not.toMatch(/13888880001|仁里/)
    expect(JSON.stringify(row)).not.toContain(number)
    const audits = await db.audit.findMany({ where: { subjectId: id } })
    expect(audits.map(({ act }) => act)).toEqual(['registrant.make'])
    expect(JSON.stringify(audits)).not.toMatch(/1388888|仁里/)
  })

  test('keeps what a change leaves empty, and loses what it wipes', async () => {
    const id = await aRegistrant({ phone: '13888880002', home: '束河街道龙泉社区仁里路13号' })
    await save(township, id, { name: '和改名', wipe: ['home'] })
    const row = await db.registrant.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ name: '和改名', phoneHash: phoneHash('13888880002'), homeHash: null, homeCipher: null })
  })

  test('is the account that signs in with the telephone, once', async () => {
    const { phone } = accountByKey('mediator-room-maguotou-3')
    const { accountId } = await person('mediator-room-maguotou-3')
    await db.registrant.updateMany({ where: { accountId }, data: { accountId: null } })
    const id = await aRegistrant({ phone })
    expect((await db.registrant.findUniqueOrThrow({ where: { id } })).accountId).toBe(accountId)
    expect(await refusalOf(save(township, null, { phone }))).toEqual([
      400,
      '有几处没有填对，请看红字',
      { phone: '用这个手机号登录的人已经在名册里了' },
    ])
  })

  test('is not the account of somebody whom the administrator does not look after', async () => {
    const id = await aRegistrant({ phone: accountByKey(`admin-${dayan}`).phone })
    expect((await db.registrant.findUniqueOrThrow({ where: { id } })).accountId).toBeNull()
  })

  test('posted twice under one key is entered once', async () => {
    const [key, form] = [newId(), await registrantOf()]
    const [first, second] = [
      await saveRegistrant({ actor: township, key }, null, form),
      await saveRegistrant({ actor: township, key }, null, form),
    ]
    expect([first !== undefined, second]).toEqual([true, undefined])
    expect(await db.registrant.count({ where: { name: form.name } })).toBe(1)
  })
})

describe('it is refused beside its field', () => {
  const twice = identityNumber(1975)
  test.each([
    ['phone', { phone: '12' }, '电话号码不对，请核对；固定电话写上区号'],
    ['identityNumber', { identityNumber: '530702198001010011' }, '证件号码校验不通过，多半有一位输错，请对照证件再核对一遍'],
    ['identityNumber', { identityNumber: "'; drop table registrant; --" }, '证件号码的位数或字符不对，请对照证件再核对一遍'],
    ['sex', { identityNumber: identityNumber(1980, 'male'), sex: 'female' }, '和身份证号上的性别不一致，请核对'],
    ['birthYear', { identityNumber: identityNumber(1980), birthYear: 1990 }, '和身份证号上的出生年份不一致，请核对'],
    ['validTo', { validFrom: '2026-02-01', validTo: '2026-01-01' }, '最后一天不能早于开始的一天'],
    ['identityNumber', { identityNumber: twice }, '名册里已经有这个身份证号的人'],
  ])('%s of %o', async (field, more, sentence) => {
    if ('identityNumber' in more && more.identityNumber === twice) await aRegistrant({ identityNumber: twice })
    expect(await refusalOf(save(township, null, more))).toEqual([400, '有几处没有填对，请看红字', { [field]: sentence }])
  })

  test('over a card that somebody else has changed since', async () => {
    const id = await aRegistrant()
    const stale = saveRegistrant({ actor: township, seen: 'x'.repeat(32) }, id, await registrantOf())
    expect((await refusalOf(stale))[0]).toBe(409)
  })
})

test('for another township, a mediator, the bureau the card cannot be written; for a stranger it is not there', async () => {
  const id = await aRegistrant()
  const at = { areaId: await areaId(longquan) }
  expect(await refusalOf(save(other, id, at))).toEqual([404, '名册里没有这个人，或者不归您管'])
  expect((await refusalOf(save(other, null, at)))[0]).toBe(404)
  for (const actor of [cast.mediator, cast.head, cast.bureau, cast.triage, cast.grid, cast.court])
    expect((await refusalOf(save(actor, id)))[0], actor.name).toBe(404)
  expect((await refusalOf(save(township, 'no-id')))[0]).toBe(404)
})

test('near family is kept by name, relation and hashes; a wrong number is refused, and a row goes once', async () => {
  const id = await aRegistrant()
  const number = identityNumber(2001)
  const kin = await addKin(
    { actor: township },
    id,
    kinForm.parse({ relation: 'child', name: '和小雪', identityNumber: number, phone: '13888880009', sameHousehold: true }),
  )
  expect(await db.registrantKin.findUniqueOrThrow({ where: { id: kin! } })).toMatchObject({
    idHash: identityHash(number),
    phoneHash: phoneHash('13888880009'),
    sameHousehold: true,
  })
  const bad = kinForm.parse({ relation: 'child', name: '和小雪', identityNumber: '1' })
  expect((await refusalOf(addKin({ actor: township }, id, bad)))[2]).toHaveProperty('identityNumber')
  expect((await refusalOf(removeKin({ actor: other }, id, kin!)))[0]).toBe(404)
  await removeKin({ actor: township }, id, kin!)
  expect((await refusalOf(removeKin({ actor: township }, id, kin!)))[0]).toBe(409)
})

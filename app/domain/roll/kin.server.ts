import { dayIn } from '../calendar/days'
import { newId } from '../id'
import { identityHash, phoneHash } from '../privacy/hash.server'
import { identityProblem, identityProblemText } from '../privacy/identity-number'
import { isPhone } from '../privacy/phone'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import type { KinForm } from './forms'
import { holdRegistrant } from './subject.server'

const most = 30

/** 近亲属, as the mediator declared it: kept by hashes alone, to find a tie to a party. Throws Refusal beside its field. */
export const addKin = (setting: Setting, registrantId: string, { relation, name, identityNumber, phone, sameHousehold }: KinForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    await holdRegistrant(tx, actor, 'write', registrantId)
    if (phone && !isPhone(phone)) throw wrong('phone', '电话号码不对，请核对；固定电话写上区号')
    const problem = identityNumber ? identityProblem('residentId', identityNumber, dayIn(now)) : null
    if (problem) throw wrong('identityNumber', identityProblemText[problem])
    if ((await tx.registrantKin.count({ where: { registrantId } })) >= most) throw wrong('name', `最多登记 ${most} 人`)
    const id = newId()
    const hashes = {
      idHash: identityNumber ? identityHash(identityNumber) : null,
      phoneHash: phone ? phoneHash(phone) : null,
    }
    await tx.registrantKin.create({ data: { id, registrantId, relation, name, sameHousehold, ...hashes } })
    await record('registrant.kin', { kind: 'registrant', id: registrantId }, { relation })
    return id
  })

/** A declaration that was wrong. Throws Refusal notNow where it is gone already. */
export const removeKin = (setting: Setting, registrantId: string, kinId: string) =>
  change(setting, async ({ tx, actor, record }) => {
    await holdRegistrant(tx, actor, 'write', registrantId)
    const { count } = await tx.registrantKin.deleteMany({ where: { id: kinId, registrantId } })
    if (!count) throw new Refusal('notNow', '这一行已经删掉了')
    await record('registrant.kinRemove', { kind: 'registrant', id: registrantId }, {})
  })

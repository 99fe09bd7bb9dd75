import { dateOf, dayIn } from '../calendar/days'
import { newId } from '../id'
import { isDemo } from '../people/demo.server'
import { encryptUnderRing } from '../privacy/cipher.server'
import { accountPhoneHash, addressHash, identityHash, phoneHash } from '../privacy/hash.server'
import { birthdayOf, identityProblem, identityProblemText, sexOf } from '../privacy/identity-number'
import { isMobile, isPhone, normalisePhone } from '../privacy/phone'
import { wrong } from '../refusal'
import { soundKey } from '../search/tokens'
import { change, demandFresh, type Change, type Setting } from '../settings/act.server'
import { areaRow } from '../settings/areas-rows.server'
import { demandAdministrator, demandSetting } from '../settings/permissions'
import { covered, reachOf } from '../staff/reach.server'
import type { RegistrantForm } from './forms'
import { givePosts } from './posts.server'
import { holdRegistrant, type RegistrantRow } from './subject.server'

export const secretPlace = (column: 'phone_cipher' | 'id_cipher' | 'home_cipher', rowId: string) => ({ table: 'registrant', column, rowId })

/** Telephone, identity number and address as their columns; undefined leaves what stands, null wipes it. */
function secrets(id: string, { phone, identityNumber, home, wipe }: RegistrantForm, today: string) {
  if (phone && !isPhone(phone)) throw wrong('phone', '电话号码不对，请核对；固定电话写上区号')
  const problem = identityNumber ? identityProblem('residentId', identityNumber, today) : null
  if (problem) throw wrong('identityNumber', identityProblemText[problem])
  return {
    ...(wipe.includes('phone') && { phoneCipher: null, phoneHash: null }),
    ...(wipe.includes('identityNumber') && { idCipher: null, idHash: null }),
    ...(wipe.includes('home') && { homeCipher: null, homeHash: null }),
    ...(phone && { phoneCipher: encryptUnderRing(normalisePhone(phone), secretPlace('phone_cipher', id)), phoneHash: phoneHash(phone) }),
    ...(identityNumber && {
      idCipher: encryptUnderRing(identityNumber, secretPlace('id_cipher', id)),
      idHash: identityHash(identityNumber),
    }),
    ...(home && { homeCipher: encryptUnderRing(home, secretPlace('home_cipher', id)), homeHash: addressHash(home) }),
  }
}

/** Sex and year of birth by the identity number where the form leaves them open; beside the field where they differ. */
function personal({ sex, birthYear, identityNumber }: RegistrantForm) {
  const said = identityNumber ? { sex: sexOf(identityNumber), year: Number(birthdayOf(identityNumber)?.slice(0, 4)) || null } : null
  if (sex && said?.sex && sex !== said.sex) throw wrong('sex', '和身份证号上的性别不一致，请核对')
  if (birthYear && said?.year && birthYear !== said.year) throw wrong('birthYear', '和身份证号上的出生年份不一致，请核对')
  return { sex: sex ?? said?.sex ?? null, birthYear: birthYear ?? said?.year ?? null }
}

/** The account that signs in with this telephone, where it is this administrator's to give posts to. */
async function accountOf({ tx, actor, now }: Change, phone: string, registrantId: string): Promise<string | undefined> {
  if (!isMobile(phone)) return undefined
  const reach = await reachOf(actor, tx)
  const [account] = await tx.$queryRaw<{ id: string; taken: boolean }[]>`
    select a.id, exists (select 1 from registrant r where r.account_id = a.id and r.id <> ${registrantId}::uuid) as taken
    from account a where a.phone_hash = ${accountPhoneHash(phone)} and ${covered(reach, now)}`
  if (account?.taken) throw wrong('phone', '用这个手机号登录的人已经在名册里了')
  return account?.id
}

/** What the form alone cannot know; each sentence beside its field. */
async function check({ tx }: Change, id: string, form: RegistrantForm, row: RegistrantRow | null) {
  const number = form.identityNumber ? identityHash(form.identityNumber) : null
  const [same] = await tx.$queryRaw<unknown[]>`
    select 1 from registrant r where r.id <> ${id}::uuid and r.valid_to is null and r.id_hash = ${number} limit 1`
  if (same) throw wrong('identityNumber', '名册里已经有这个身份证号的人')
  if (!form.validTo) return
  if (form.validTo < form.validFrom) throw wrong('validTo', '最后一天不能早于开始的一天')
  const open = row ? await tx.appointment.count({ where: { registrantId: row.id, endedOn: null } }) : 0
  if (open) throw wrong('validTo', `还有 ${open} 项任职没有结束，先解聘`)
}

const columnsOf = (form: RegistrantForm) => ({
  name: form.name,
  soundKey: soundKey(form.name),
  kind: form.kind,
  areaId: form.areaId,
  ethnicity: form.ethnicity ?? null,
  education: form.education ?? null,
  profession: form.profession ?? null,
  employer: form.employer ?? null,
  salaried: form.salaried,
  qualifications: form.qualifications,
  languages: form.languages,
  cap: form.cap ?? null,
  provinceCode: form.provinceCode ?? null,
  note: form.note ?? null,
  validFrom: dateOf(form.validFrom),
  validTo: form.validTo ? dateOf(form.validTo) : null,
})

/** The row in a transaction that is open already, as the import writes many. Answers the id. */
export async function saveRegistrantWithin(all: Change, id: string | null, form: RegistrantForm, seen?: string): Promise<string> {
  const { tx, actor, now, record } = all
  demandAdministrator(actor)
  const row = id ? await holdRegistrant(tx, actor, 'write', id) : null
  const area = await areaRow(tx, form.areaId)
  if (form.areaId !== row?.areaId) {
    if (area?.ended) throw wrong('areaId', '这个地方已经并入别处，请重新选')
    demandSetting(actor, 'body', area)
  }
  if (row) demandFresh(seen, row.print)
  const registrantId = row?.id ?? newId()
  await check(all, registrantId, form, row)
  const accountId = form.phone ? await accountOf(all, form.phone, registrantId) : undefined
  const data = { ...columnsOf(form), ...personal(form), ...secrets(registrantId, form, dayIn(now)), ...(accountId && { accountId }) }
  if (row) await tx.registrant.update({ where: { id: registrantId }, data })
  else await tx.registrant.create({ data: { ...data, id: registrantId, recordedAt: now, demo: await isDemo(tx) } })
  if (accountId && accountId !== row?.accountId) await givePosts(all, registrantId)
  await record(row ? 'registrant.change' : 'registrant.make', { kind: 'registrant', id: registrantId }, { kind: form.kind })
  return registrantId
}

/**
 * 登记、改动 somebody of the register. The account that signs in with the telephone is theirs. Throws Refusal: notFound, forbidden,
 * stale, or beside its field. Answers the id; undefined where the form was answered before.
 */
export const saveRegistrant = (setting: Setting, id: string | null, form: RegistrantForm) =>
  change(setting, (all) => saveRegistrantWithin(all, id, form, setting.seen))

type DemoRegistrant = {
  name: string
  kind: string
  phone: string
  areaId: string
  accountId: string | null
  languages: string[]
  qualifications: string[]
}

/** A row of the demo's register, for the seed alone; its telephone is invented. */
export function demoRegistrantRow<Person extends DemoRegistrant>({ phone, ...person }: Person, now: Date) {
  const id = newId()
  const phoneCipher = encryptUnderRing(normalisePhone(phone), secretPlace('phone_cipher', id))
  const dates = { validFrom: dateOf('2020-01-01'), recordedAt: now }
  return { ...person, ...dates, id, soundKey: soundKey(person.name), phoneCipher, phoneHash: phoneHash(phone), demo: true }
}

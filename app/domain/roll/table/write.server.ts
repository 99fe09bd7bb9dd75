import type { Prisma, Tx } from '#app/db/client.server'
import type { Person } from '../../actor'
import { instantOf } from '../../calendar/days'
import { newId } from '../../id'
import { isDemo } from '../../people/demo.server'
import { encryptUnderRing } from '../../privacy/cipher.server'
import { addressHash, identityHash, phoneHash } from '../../privacy/hash.server'
import { soundKey } from '../../search/tokens'
import type { Does, Made } from '../../table/batch/batch'
import { imagesOf, insertRows, updateRows, type BatchTable, type Image, type Written } from '../../table/batch/rows.server'
import { offices, type Office } from '../../words/roll'
import { secretPlace } from '../registrants.server'
import type { RollPlan } from './judge'

type Planned = { row: number; does: Does; plan: RollPlan }
type Made1 = NonNullable<RollPlan['person']>
type Office1 = NonNullable<RollPlan['office']>
type Before = Readonly<Record<string, string | number | boolean | null>>

const secret = (column: Parameters<typeof secretPlace>[0], id: string, text: string | null) =>
  text ? encryptUnderRing(text, secretPlace(column, id)) : null

/** Numbers and address as their columns: written anew where they are new, as they stood otherwise. */
function secrets(id: string, { record, changed, make }: Made1, before: Before) {
  const isNew = (field: string) => make || changed.includes(field)
  const { phone, identityNumber, home } = record
  const phones = isNew('phone')
    ? { phone_cipher: secret('phone_cipher', id, phone), phone_hash: phone ? phoneHash(phone) : null }
    : { phone_cipher: before.phone_cipher ?? null, phone_hash: before.phone_hash ?? null }
  const numbers = isNew('identityNumber')
    ? { id_cipher: secret('id_cipher', id, identityNumber), id_hash: identityNumber ? identityHash(identityNumber) : null }
    : { id_cipher: before.id_cipher ?? null, id_hash: before.id_hash ?? null }
  const homes = isNew('home')
    ? { home_cipher: secret('home_cipher', id, home), home_hash: home ? addressHash(home) : null }
    : { home_cipher: before.home_cipher ?? null, home_hash: before.home_hash ?? null }
  return { ...phones, ...numbers, ...homes }
}

const personRow = (id: string, person: Made1, before: Before): Written => {
  const { record, accountId } = person
  return {
    id,
    account_id: accountId,
    name: record.name,
    sound_key: soundKey(record.name),
    kind: record.kind,
    sex: record.sex,
    ethnicity: record.ethnicity,
    birth_year: record.birthYear,
    education: record.education,
    profession: record.profession,
    qualifications: record.qualifications,
    languages: record.languages,
    employer: record.employer,
    salaried: record.salaried,
    area_id: record.areaId || null,
    cap: record.cap,
    province_code: record.provinceCode,
    note: record.note,
    valid_from: record.validFrom,
    ...secrets(id, person, before),
  }
}

const officeRow = ({ id, record }: Office1): Written => ({
  id,
  how: record.how,
  paper: record.paper,
  valid_from: record.validFrom,
  valid_to: record.validTo,
})

type Missing = { registrantId: string; accountId: string; bodyId: string; office: Office; from: string; roles: string[] }

/** The posts that the offices give to accounts, where they are missing: as the page gives them, for many at once. */
async function missingPosts(tx: Tx, ids: readonly string[], now: Date) {
  const held = await tx.$queryRaw<Missing[]>`
    select r.id as "registrantId", r.account_id as "accountId", p.body_id as "bodyId", p.office, to_char(max(p.valid_from), 'YYYY-MM-DD') as from,
      array(select x.role::text from post x where x.account_id = r.account_id and x.body_id = p.body_id
        and (x.valid_to is null or x.valid_to > ${now})) as roles
    from registrant r join appointment p on p.registrant_id = r.id and p.ended_on is null
    where r.id = any(${ids}::uuid[]) and r.account_id is not null group by r.id, r.account_id, p.body_id, p.office`
  const given = new Map<string, { registrantId: string; row: Written; accountId: string; role: string }>()
  for (const { registrantId, accountId, bodyId, office, from, roles } of held) {
    const { post: role } = offices[office]
    if (roles.includes(role)) continue
    const row = { id: newId(), account_id: accountId, body_id: bodyId, role, valid_from: instantOf(from).toISOString() }
    given.set(accountId + bodyId + role, { registrantId, row, accountId, role })
  }
  return [...given.values()]
}

const audit = (actor: Person, act: string, subjectKind: string, subjectId: string, detail: Prisma.InputJsonObject, recordedAt: Date) => ({
  ...{ id: newId(), recordedAt, actorKind: 'account', actorId: actor.accountId, act },
  ...{ subjectKind, subjectId, detail },
})

/** Makes and changes people and offices of a table in a few statements; accounts get their posts; an audit row each. */
export async function writeRoll(tx: Tx, actor: Person, plans: readonly Planned[], sheetId: string, now: Date): Promise<Map<number, Made>> {
  const people = plans.flatMap(({ row, plan: { registrantId: id, person } }) => (person ? [{ row, id, person }] : []))
  const held = plans.flatMap(({ row, plan: { registrantId, office } }) => (office ? [{ row, registrantId, office }] : []))
  const idsOf = (of: readonly { id: string }[]) => of.map(({ id }) => id)
  const wereIn = {
    registrant: await imagesOf(tx, 'registrant', idsOf(people.filter(({ person }) => !person.make))),
    appointment: await imagesOf(tx, 'appointment', idsOf(held.flatMap(({ office }) => (office.make ? [] : office)))),
  }
  const before = (id: string) => JSON.parse(wereIn.registrant.get(id) ?? '{}') as Before
  const demo = await isDemo(tx)
  const recorded = { recorded_at: now.toISOString() }
  const row = ({ id, person }: (typeof people)[number]) => personRow(id, person, before(id))
  await insertRows(tx, 'registrant', people.filter(({ person }) => person.make).map((one) => ({ ...row(one), demo, ...recorded }))) // prettier-ignore
  await updateRows(tx, 'registrant', people.filter(({ person }) => !person.make).map(row)) // prettier-ignore
  const makes = held.filter(({ office }) => office.make)
  await insertRows(tx, 'appointment', makes.map(({ registrantId, office }) => ({
    ...officeRow(office), registrant_id: registrantId, body_id: office.bodyId, office: office.office, recorded_by_id: actor.accountId, ...recorded,
  }))) // prettier-ignore
  await updateRows(tx, 'appointment', held.flatMap(({ office }) => (office.make ? [] : officeRow(office)))) // prettier-ignore
  const posts = await missingPosts(tx, [...new Set(plans.map(({ plan }) => plan.registrantId))], now)
  await insertRows(tx, 'post', posts.map((post) => post.row)) // prettier-ignore
  const rows = [
    ...people.map(({ id, person }) => audit(actor, person.make ? 'registrant.make' : 'registrant.change', 'registrant', id, { sheetId }, now)),
    ...makes.map(({ registrantId, office }) => audit(actor, 'registrant.appoint', 'registrant', registrantId, { bodyId: office.bodyId, office: office.office, sheetId }, now)),
    ...posts.map((post) => audit(actor, 'post.give', 'account', post.accountId, { postId: post.row.id, role: post.role, sheetId }, now)),
  ] // prettier-ignore
  await tx.audit.createMany({ data: rows })
  const firstRow = new Map(plans.toReversed().map(({ row: at, plan }) => [plan.registrantId, at]))
  const written: { row: number; table: BatchTable; id: string }[] = [
    ...people.map(({ row: at, id }) => ({ row: at, table: 'registrant' as const, id })),
    ...held.map(({ row: at, office }) => ({ row: at, table: 'appointment' as const, id: office.id })),
    ...posts.map((post) => ({ row: firstRow.get(post.registrantId) ?? 0, table: 'post' as const, id: post.row.id })),
  ]
  return madeBy(tx, plans, written, new Map([...wereIn.registrant, ...wereIn.appointment]))
}

async function madeBy(
  tx: Tx,
  plans: readonly Planned[],
  written: readonly { row: number; table: BatchTable; id: string }[],
  before: ReadonlyMap<string, string>,
): Promise<Map<number, Made>> {
  const after = new Map<string, string>()
  for (const table of ['registrant', 'appointment', 'post'] as const) {
    const ids = written.flatMap((one) => (one.table === table ? one.id : []))
    for (const [id, image] of await imagesOf(tx, table, ids)) after.set(id, image)
  }
  const images = new Map<number, Image[]>()
  for (const { row, table, id } of written)
    images.set(row, [...(images.get(row) ?? []), { table, id, before: before.get(id) ?? null, after: after.get(id) ?? '' }])
  return new Map(plans.map(({ row, plan }) => [row, { href: `/roll/${plan.registrantId}`, images: images.get(row) ?? [] }]))
}

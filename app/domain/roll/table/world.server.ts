import type { Reading } from '#app/db/client.server'
import { areasOf, type Person } from '../../actor'
import { dayIn, type LegalDay } from '../../calendar/days'
import { decryptUnderRing } from '../../privacy/cipher.server'
import { covered, reachOf } from '../../staff/reach.server'
import type { AreaAt } from '../../table/places'
import type { Office } from '../../words/roll'
import { secretPlace } from '../registrants.server'
import type { OfficeRecord, PersonRecord } from './kinds'

export type HeldOffice = { id: string; bodyId: string; office: Office; record: OfficeRecord }

/** Somebody in the register. Of those of other areas there is no more than what tells that they are there. */
export type PersonAt = {
  id: string
  mine: boolean
  accountId: string | null
  phoneHash: string | null
  idHash: string | null
  record: PersonRecord
  held: HeldOffice[]
}

export type StaffedBody = { id: string; name: string; mine: boolean; areaId: string; termEnd: LegalDay | null }
export type RollNow = {
  self: string
  areas: Map<string, AreaAt>
  choosable: AreaAt[]
  bodies: StaffedBody[]
  people: PersonAt[]
  today: LegalDay
}

type Secrets = { phoneCipher: string | null; idCipher: string | null; homeCipher: string | null }
type PersonRow = Omit<PersonAt, 'record'> & Secrets & Omit<PersonRecord, 'phone' | 'identityNumber' | 'home'>

const open = (cipher: string | null, column: 'phone_cipher' | 'id_cipher' | 'home_cipher', id: string) =>
  cipher ? decryptUnderRing(cipher, secretPlace(column, id)) : null

function personAt({ id, mine, accountId, phoneHash, idHash, held, phoneCipher, idCipher, homeCipher, ...record }: PersonRow): PersonAt {
  const secrets = {
    phone: mine ? open(phoneCipher, 'phone_cipher', id) : null,
    identityNumber: mine ? open(idCipher, 'id_cipher', id) : null,
    home: mine ? open(homeCipher, 'home_cipher', id) : null,
  }
  return { id, mine, accountId, phoneHash, idHash, held, record: { ...record, ...secrets } }
}

/** Everybody in the register, the bodies that have offices, and the areas. Three statements. */
export async function rollNow(from: Reading, actor: Person, now: Date): Promise<RollNow> {
  const [own, today] = [areasOf(actor, 'admin'), dayIn(now)]
  const areas = await from.$queryRaw<(AreaAt & { choosable: boolean })[]>`
    select r.id, r.name, r.level::text as level, r.parent_id as "parentId",
      r.valid_to is null and exists (select 1 from area o where o.id = any(${own}::uuid[]) and r.path like o.path || '%') as choosable
    from area r order by r.code nulls last, r.name`
  const bodies = await from.$queryRaw<StaffedBody[]>`
    select b.id, b.name, b.area_id as "areaId", (select to_char(max(t.ends_on), 'YYYY-MM-DD') from committee_term t where t.body_id = b.id) as "termEnd",
      exists (select 1 from area o where o.id = any(${own}::uuid[]) and r.path like o.path || '%') as mine
    from body b join area r on r.id = b.area_id where b.channel = 'people' and (b.valid_to is null or b.valid_to >= ${today}::date)`
  const people = await from.$queryRaw<PersonRow[]>`
    select g.id, g.account_id as "accountId", g.phone_hash as "phoneHash", g.id_hash as "idHash", g.phone_cipher as "phoneCipher",
      g.id_cipher as "idCipher", g.home_cipher as "homeCipher", g.name, g.kind, g.sex, g.ethnicity, g.birth_year as "birthYear",
      coalesce(g.area_id::text, '') as "areaId", g.education, g.profession, g.employer, g.salaried, g.qualifications, g.languages, g.cap,
      g.province_code as "provinceCode", g.note, to_char(g.valid_from, 'YYYY-MM-DD') as "validFrom",
      coalesce((select json_agg(json_build_object('id', p.id, 'bodyId', p.body_id, 'office', p.office, 'record', json_build_object('how', p.how,
          'paper', p.paper, 'validFrom', p.valid_from::text, 'validTo', p.valid_to::text)) order by p.valid_from, p.id)
        from appointment p where p.registrant_id = g.id and p.ended_on is null), '[]') as held,
      exists (select 1 from area o where o.id = any(${own}::uuid[]) and (
        exists (select 1 from area s where s.id = g.area_id and s.path like o.path || '%')
        or exists (select 1 from appointment p join body b on b.id = p.body_id join area s on s.id = b.area_id
          where p.registrant_id = g.id and p.ended_on is null and s.path like o.path || '%'))) as mine
    from registrant g where g.valid_to is null or g.valid_to >= ${today}::date order by g.name, g.id`
  return {
    self: actor.accountId,
    areas: new Map(areas.map((area) => [area.id, area])),
    choosable: areas.filter(({ choosable }) => choosable),
    bodies,
    people: people.map(personAt),
    today,
  }
}

/** Accounts that sign in with these telephones and are this administrator's to give posts to; `registrantId`: whose they are already. */
export async function accountsBy(from: Reading, actor: Person, accountHashes: string[], now: Date) {
  const reach = await reachOf(actor, from)
  const rows = await from.$queryRaw<{ id: string; phoneHash: string; registrantId: string | null }[]>`
    select a.id, a.phone_hash as "phoneHash", (select r.id from registrant r where r.account_id = a.id) as "registrantId"
    from account a where a.phone_hash = any(${accountHashes}::text[]) and ${covered(reach, now)}`
  return new Map(rows.map((row) => [row.phoneHash, row]))
}

import { reading, type Reading } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import { bodyStands } from '../body/standing.server'
import { typeLabel } from '../types/dispute-types'
import { rulesOf } from '../types/type-rules'
import { rank, type Applicant, type Candidate, type Sought } from './rank'

/** The dispute as its candidates are sought for. */
export type SoughtFor = {
  id: string
  areaId: string
  townshipId: string
  districtId: string
  typeCode: string
  subtypeCode: string | null
  source: string
  languages: readonly string[]
  parties: readonly { name: string; kind: string; side: string; willing: string; leftAt: string | null }[]
}

/** Every body of the district, or one of them, as it stands on this dispute. One statement. */
const readApplicants = (
  from: Reading,
  { id, areaId, townshipId, districtId, parties }: SoughtFor,
  now: Date,
  only: string | null = null,
): Promise<Applicant[]> =>
  from.$queryRaw<Applicant[]>`
    with staff as materialized (
      select distinct p.body_id, c.id, c.name, c.languages from post p join account c on c.id = p.account_id
      where p.body_id is not null and p.role in ('mediator', 'head') and c.stopped_at is null and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})),
    speakers as (
      select body_id, json_object_agg(code, n) as by_code from (select body_id, code, count(*)::int as n from staff, unnest(staff.languages) code group by body_id, code) s group by body_id),
    namesakes as (select body_id, array_agg(name) as names from staff where name = any(${parties.map(({ name }) => name)}) group by body_id),
    before as (
      select body_id, json_agg(json_build_object('result', result, 'code', result_code) order by ordinal desc) as legs
      from leg where dispute_id = ${id}::uuid and ended_at is not null group by body_id)
    select b.id, b.name, b.kind, b.channel, b.types, b.capacity, b.court_invited as "courtInvited",
      case when r.level = 'village' and v.id::text = any(string_to_array(r.path, '/')) then 'village'
        when v.path like r.path || '%' and r.level = 'village' then 'village'
        when b.area_id = ${townshipId}::uuid then 'township' when b.area_id = ${districtId}::uuid then 'district' else 'elsewhere' end as near,
      (select count(*)::int from leg l where l.body_id = b.id and l.ended_at is null) as load, coalesce(speakers.by_code, '{}') as speakers, coalesce(namesakes.names, '{}') as namesakes, coalesce(before.legs, '[]') as before
    from body b join area r on r.id = b.area_id join area w on w.id = ${areaId}::uuid join area v on v.id = coalesce(w.merged_into_id, w.id)
      left join speakers on speakers.body_id = b.id left join namesakes on namesakes.body_id = b.id
      left join before on before.body_id = b.id
    where ${bodyStands(dayIn(now))} and r.path like '/' || ${districtId} || '/%' and (${only}::uuid is null or b.id = ${only}::uuid) order by b.name limit 1000`

const sought = ({ typeCode, subtypeCode, source, languages, parties }: SoughtFor): Sought => {
  const present = parties.filter(({ leftAt, side }) => !leftAt && side !== 'third')
  return {
    typeCode,
    subtypeCode,
    typeWords: typeLabel(typeCode, subtypeCode),
    languages: languages.filter((code) => code !== 'chinese' && code !== 'other'),
    entrustedByCourt: source === 'court',
    unwilling: present.filter(({ willing }) => willing === 'unwilling').map(({ name }) => name),
    awaitsConsent: rulesOf(typeCode, subtypeCode).consentOfAll !== undefined && present.some(({ willing }) => willing !== 'willing'),
    organisations: present.filter(({ kind }) => kind === 'organisation').map(({ name }) => name),
  }
}

/** Who could take a dispute, the fittest first, each with its reasons (see rank.ts for the rules). */
export const candidatesFor = async (dispute: SoughtFor, now = new Date()): Promise<Candidate[]> =>
  rank(await readApplicants(reading, dispute, now), sought(dispute))

/** One body as the triage post would see it on this dispute; undefined where it does not come into question at all. */
export const candidateOf = async (from: Reading, bodyId: string, dispute: SoughtFor, now: Date): Promise<Candidate | undefined> =>
  rank(await readApplicants(from, dispute, now, bodyId), sought(dispute))[0]

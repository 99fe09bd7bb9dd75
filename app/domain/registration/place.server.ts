import type { Tx } from '#app/db/client.server'
import { wrong } from '../refusal'

/** An area with the township and district that it lies in. A district stands for its own township where nobody knows more. */
export type Placed = {
  level: 'district' | 'township' | 'village' | 'grid'
  townshipId: string
  districtId: string
  districtCode: string
  path: string
  /** The next number of the register, taken with it. */
  serial: bigint
  rulesVersion: number
}

type Row = { id: string; level: Placed['level']; name: string; code: string | null; serial: bigint; rulesVersion: number }

/** Where a place lies, and what else a registration begins with; throws Refusal invalid beside `areaId` when there is no such area in force. */
export async function placeOf(tx: Pick<Tx, '$queryRaw'>, areaId: string): Promise<Placed> {
  const line = await tx.$queryRaw<Row[]>`
    with next as materialized (
      select nextval('dispute_number_seq') as serial, coalesce((select (value)::int from setting where key = 'rulesVersion'), 0) as "rulesVersion"
    )
    select up.id, up.level::text as level, up.name, up.code, next.serial, next."rulesVersion"
    from next, area a join area up on up.id = any (string_to_array(trim(both '/' from a.path), '/')::uuid[])
    where a.id = ${areaId}::uuid and a.valid_to is null order by length(up.path)`
  const own = line.find(({ id }) => id === areaId)
  const district = line.find(({ level }) => level === 'district')
  if (!own || !district) throw wrong('areaId', '没有这个地方，请重新选')
  const township = line.find(({ level }) => level === 'township') ?? district
  const path = line.map(({ name }) => name).join('')
  return {
    level: own.level,
    townshipId: township.id,
    districtId: district.id,
    districtCode: district.code ?? '000000',
    path,
    serial: own.serial,
    rulesVersion: own.rulesVersion,
  }
}

/** 龙泉社区居委会 is the office; the place is 龙泉社区. */
export const placeWord = (name: string): string => name.replace(/(居委会|委会)$/, '')

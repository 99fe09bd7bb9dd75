import { read } from '#app/db/client.server'
import { bodyStands } from '../body/standing.server'
import { ownApplication } from '../recommend/law-first'
import { coversType } from '../types/dispute-types'
import { bodyKinds, channelLabels } from '../words/body-kinds'
import type { Channel } from '#machines/dispute.events'
import { isCode } from '../words/words'
import type { OpenDispute } from './define'
import type { Option, OptionGroup } from './field-data'

export type FormBody = {
  id: string
  name: string
  kind: string
  channel: Channel
  types: string[]
  capacity: number | null
  courtInvited: boolean
  /** 3 the village's own, 2 the township's, 1 the district's, 0 elsewhere in the district. */
  near: number
  load: number
}

/** Every body of the district as it stands today, the nearest first. */
export const bodiesFor = ({
  areaId,
  townshipId,
  districtId,
}: Pick<OpenDispute, 'areaId' | 'townshipId' | 'districtId'>): Promise<FormBody[]> =>
  read<FormBody[]>`
    select b.id, b.name, b.kind, b.channel, b.types, b.capacity, b.court_invited as "courtInvited",
      case b.area_id when coalesce((select m.merged_into_id from area m where m.id = ${areaId}::uuid), ${areaId}::uuid) then 3 when ${townshipId}::uuid then 2 when ${districtId}::uuid then 1 else 0 end as near,
      (select count(*)::int from leg l where l.body_id = b.id and l.ended_at is null) as load
    from body b join area r on r.id = b.area_id
    where ${bodyStands()} and r.path like '%/' || ${districtId} || '/%' order by near desc, b.name limit 1000`

const wordOf = (kind: string) => (isCode(bodyKinds, kind) ? bodyKinds[kind] : bodyKinds.other)

/** It begins with the party's own application: the office only guides there (U23). */
export const beginsWithParty = ({ kind }: Pick<FormBody, 'kind'>): boolean => isCode(bodyKinds, kind) && ownApplication(kind)

/** Only a committee that the court invited takes what a court entrusts (U3). */
export const mayTakeEntrusted = ({ channel, courtInvited }: FormBody, { source }: Pick<OpenDispute, 'source'>): boolean =>
  source !== 'court' || channel !== 'people' || courtInvited

const nearWords = ['区内其他地方', '区级', '本乡镇（街道）', '本村（社区）'] as const

/** Why it fits and what speaks against it, in one line. */
export function hintOf(body: FormBody, dispute: OpenDispute): string {
  const full = body.capacity !== null && body.load >= body.capacity
  const load = body.capacity === null ? `在办 ${body.load} 件` : `在办 ${body.load} 件，上限 ${body.capacity} 件${full ? '，已满' : ''}`
  const type = coversType(body.types, dispute.typeCode, dispute.subtypeCode) ? '受理这个类型' : '受理范围没有这个类型'
  return [
    wordOf(body.kind).way,
    nearWords[body.near] ?? '',
    type,
    load,
    ...(mayTakeEntrusted(body, dispute) ? [] : ['不是特邀调解组织']),
  ].join('，')
}

/** The few that fit best: near, in scope, with room. */
export const bestFor = (bodies: FormBody[], dispute: OpenDispute, most = 6): FormBody[] =>
  bodies
    .filter(
      (body) =>
        body.channel === 'people' &&
        body.near > 0 &&
        coversType(body.types, dispute.typeCode, dispute.subtypeCode) &&
        mayTakeEntrusted(body, dispute),
    )
    .sort(
      (a, b) =>
        Number(a.capacity !== null && a.load >= a.capacity) - Number(b.capacity !== null && b.load >= b.capacity) || b.near - a.near,
    )
    .slice(0, most)

const option = ({ id, name, kind }: FormBody): Option => ({ value: id, label: `${name}·${wordOf(kind).way}` })

/** All of them by channel, for a list to choose from. */
export const bodyGroups = (bodies: FormBody[]): OptionGroup[] =>
  (Object.keys(channelLabels) as Channel[]).map((channel) => ({
    label: channelLabels[channel].label,
    options: bodies.filter((body) => body.channel === channel).map(option),
  }))

import { roleLabels, type Role } from '../actor'
import type { AreaLevel } from '../words/areas'

type At = { levels: readonly AreaLevel[] } | { channel: 'people' | 'judicial' | 'administrative' }

/** Where each post can be held: an area of a level, or a body of a channel. */
export const heldAt: Record<Role, At> = {
  grid: { levels: ['township', 'village', 'grid'] },
  mediator: { channel: 'people' },
  head: { channel: 'people' },
  triage: { levels: ['district', 'township'] },
  duty: { levels: ['district', 'township'] },
  bureau: { levels: ['district'] },
  court: { channel: 'judicial' },
  organ: { channel: 'administrative' },
  leader: { levels: ['district', 'township', 'village'] },
  admin: { levels: ['district', 'township'] },
}

const areaWords: Record<AreaLevel, string> = { district: '区', township: '乡镇（街道）', village: '村（社区）', grid: '网格' }
const channelWords = { people: '人民调解组织', judicial: '法院、检察院', administrative: '行政部门' }

/** The posts that an administrator of the district gives, and one of a township: none of the district, no administrator. */
export const rolesOf = (whole: boolean): Role[] =>
  (Object.keys(heldAt) as Role[]).filter((role) => whole || (role !== 'admin' && role !== 'bureau'))

/** What is wrong with such a post at such a place, as the sentence beside the field; null when it may be. */
export function misplaced(role: Role, place: { level: AreaLevel } | { channel: string }): string | null {
  const at = heldAt[role]
  if ('levels' in at)
    return 'level' in place && at.levels.includes(place.level)
      ? null
      : `${roleLabels[role]}管的是地方，请选${at.levels.map((level) => areaWords[level]).join('、')}`
  return 'channel' in place && place.channel === at.channel
    ? null
    : `${roleLabels[role]}是组织里的岗位，请选一个${channelWords[at.channel]}`
}

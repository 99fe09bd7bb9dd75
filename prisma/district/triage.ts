import { district, townships, townshipWord } from './areas'

/** Which units staff a triage post: 综治中心, 司法所, or both on one queue. A post, not an institution (design 1). */
export type TriagePostSeed = { areaCode: string; name: string; units: readonly string[]; demo: true }

/** Where one unit alone sits: as a demo, since no list is published. */
const alone: Readonly<Record<string, '综治中心' | '司法所'>> = { 大东乡: '司法所', 金江白族乡: '司法所', 祥和街道: '综治中心' }

/** The district's post and one in each township and street. */
export const triagePosts: readonly TriagePostSeed[] = [
  {
    areaCode: district.code,
    name: '古城区分流岗',
    units: ['古城区综治中心', '古城区司法局'],
    demo: true,
  },
  ...townships.map(({ code, name }) => {
    const both = { 综治中心: `${name}综治中心`, 司法所: `${townshipWord(name)}司法所` }
    const only = alone[name]
    return { areaCode: code, name: `${name}分流岗`, units: only ? [both[only]] : Object.values(both), demo: true as const }
  }),
]

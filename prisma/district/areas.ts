import places from './places.json'

export type AreaSeed = {
  code: string
  name: string
  level: 'district' | 'township' | 'village'
  parentCode: string | null
  /** First day on which it stands under this name and parent. */
  validFrom: string
}

/** The reference date of the published list of codes (2023-06-30): what is older is not known, what is newer is entered. */
const listedOn = '2023-06-30'

const levels: Readonly<Record<string, AreaSeed['level']>> = { district: 'district', township: 'township', village: 'village' }

/** The district, its 11 townships and streets and its 65 villages and communities, parents first. */
export const areas: readonly AreaSeed[] = places.map(({ code, name, level, parent }) => {
  const known = levels[level]
  if (!known) throw new Error(`places.json: ${name} has an unknown level ${level}`)
  return { code, name, level: known, parentCode: parent, validFrom: listedOn }
})

export const district = areas.find((area) => area.level === 'district') as AreaSeed
export const townships = areas.filter((area) => area.level === 'township')
export const villages = areas.filter((area) => area.level === 'village')

/** 束河街道 → 束河; 金江白族乡 → 金江 */
export const townshipWord = (name: string): string => name.replace(/(街道|镇|白族乡|乡)$/, '')

/** 龙泉社区居委会 → 龙泉社区; 龙山村委会 → 龙山村 */
export const villageWord = (name: string): string => name.replace(/(居委会|委会)$/, '')

export const areaByCode = (code: string): AreaSeed => {
  const area = areas.find((one) => one.code === code)
  if (!area) throw new Error(`no area ${code}`)
  return area
}

/** Languages of a township beside Chinese, as a demo: the district has no published list. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  金山街道: ['naxi', 'bai'],
  金安镇: ['naxi', 'lisu'],
  七河镇: ['naxi', 'bai'],
  大东乡: ['naxi', 'yi'],
  金江白族乡: ['bai', 'lisu', 'yi'],
}

/** Languages spoken at a desk of the area: Chinese, and the township's own. */
export function languagesOf(code: string): string[] {
  const area = areaByCode(code)
  const township = area.level === 'village' ? areaByCode(area.parentCode ?? code) : area
  return ['chinese', ...(spoken[township.name] ?? ['naxi'])]
}

import type { AreaLevel } from '../words/areas'
import { named } from './cells'

/** An area as a table names it: by its township, its village and its grid. */
export type AreaAt = { id: string; name: string; level: AreaLevel; parentId: string | null }

export const placeHeadings = ['乡镇街道', '村社区', '网格'] as const

/** The three cells of an area; the whole district stands in the first. */
export function placeShown(areas: ReadonlyMap<string, AreaAt>, id: string | null): readonly [string, string, string] {
  const at = (levels: readonly AreaLevel[]): string => {
    for (let one = id ? areas.get(id) : undefined; one; one = one.parentId ? areas.get(one.parentId) : undefined)
      if (levels.includes(one.level)) return one.name
    return ''
  }
  const own = id ? areas.get(id) : undefined
  return own?.level === 'district' ? [own.name, '', ''] : [at(['township']), at(['village']), at(['grid'])]
}

const found = (name: string, of: AreaAt[], where: string): { area: AreaAt } | { problem: string } => {
  const [area, second] = named(name, of)
  if (!area) return { problem: `${where}没有“${name}”，或者不归您管` }
  return second ? { problem: `${where}叫“${name}”的不止一个，请把上一级写明` } : { area }
}

/** The area that the three cells mean, among those that may be chosen. */
export function placeTyped([town = '', village = '', grid = '']: readonly string[], areas: readonly AreaAt[]) {
  const tops = areas.filter(({ level }) => level === 'township' || level === 'district')
  const towns = tops.filter(({ level }) => level === 'township')
  const top = town ? found(town, tops, '') : towns.length === 1 && towns[0] ? { area: towns[0] } : null
  if (top && 'problem' in top) return top
  if (!village && grid) return { problem: '写了网格，没有写村社区' }
  if (!village) return top ?? { problem: '没有写乡镇街道' }
  const under = (level: AreaLevel, parent: AreaAt | undefined) =>
    areas.filter((one) => one.level === level && (!parent || parent.level === 'district' || one.parentId === parent.id))
  const place = found(village, under('village', top?.area), top?.area.name ?? '')
  if ('problem' in place || !grid) return place
  return found(grid, under('grid', place.area), place.area.name)
}

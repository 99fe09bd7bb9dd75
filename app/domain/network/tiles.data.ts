/** Where a township's tile stands on the map of tiles: columns from the west, rows from the north, both from 1. */
export type Tile = { column: number; row: number }

/**
 * 本区设定: the eleven townships and streets laid out by direction as on the district's map, not to scale. The old town and the
 * streets around it are in the middle, 束河 north-west, 大东 in the north-east on the river, 金安 and 金江 east and south-east, 七河 south.
 */
const tiles: Readonly<Record<string, Tile>> = {
  束河街道: { column: 1, row: 1 },
  大东乡: { column: 4, row: 1 },
  西安街道: { column: 1, row: 2 },
  大研街道: { column: 2, row: 2 },
  文化街道: { column: 3, row: 2 },
  祥和街道: { column: 2, row: 3 },
  金山街道: { column: 3, row: 3 },
  金安镇: { column: 4, row: 3 },
  开南街道: { column: 2, row: 4 },
  金江白族乡: { column: 4, row: 4 },
  七河镇: { column: 2, row: 5 },
}

/** How many columns and rows the map has. */
export const mapSize = { columns: 4, rows: 5 } as const

/** The source, as it stands under the map. */
export const tilesNote = '本区设定：按方位排列的示意图，不按比例；隔几格只表示大概远近'

/** The tile of a township or street by its name; null for the district, for another level and for a name that is not on the map. */
export const tileOf = (township: string): Tile | null => (Object.hasOwn(tiles, township) ? (tiles[township] ?? null) : null)

/** How many tiles apart two townships are, across corners too (0: the same; neighbours 1; at most 4). Null where one is not on the map. */
export function tileDistance(a: string, b: string): number | null {
  const [from, to] = [tileOf(a), tileOf(b)]
  return from && to ? Math.max(Math.abs(from.column - to.column), Math.abs(from.row - to.row)) : null
}

/** Every township on the map, from the north-west on. */
export const tiledTownships: readonly string[] = Object.keys(tiles)

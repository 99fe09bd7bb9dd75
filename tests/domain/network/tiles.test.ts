import { describe, expect, it } from 'vitest'
import { mapSize, tileDistance, tiledTownships, tileOf } from '#app/domain/network/tiles.data'
import { district, townships } from '../../../prisma/district/areas'

const names = townships.map(({ name }) => name)

describe('the map of tiles', () => {
  it('has a tile for each township of the district and for nothing else', () => {
    expect([...tiledTownships].sort()).toEqual([...names].sort())
    expect(tileOf(district.name)).toBeNull()
    expect(tileOf('toString')).toBeNull()
  })

  it('puts no two on the same tile, and none off the map', () => {
    const tiles = names.map((name) => tileOf(name))
    expect(new Set(tiles.map((tile) => `${tile?.column},${tile?.row}`)).size).toBe(11)
    for (const tile of tiles) {
      expect(tile?.column).toBeGreaterThanOrEqual(1)
      expect(tile?.column).toBeLessThanOrEqual(mapSize.columns)
      expect(tile?.row).toBeLessThanOrEqual(mapSize.rows)
    }
  })

  it('counts tiles between two: the same both ways, nothing to itself, never shorter round a third', () => {
    for (const a of names) {
      expect(tileDistance(a, a)).toBe(0)
      for (const b of names) {
        const there = tileDistance(a, b) ?? NaN
        expect(there).toBe(tileDistance(b, a))
        expect(there).toBeLessThanOrEqual(4)
        for (const c of names) expect(there).toBeLessThanOrEqual((tileDistance(a, c) ?? NaN) + (tileDistance(c, b) ?? NaN))
      }
    }
    expect(tileDistance('大研街道', '西安街道')).toBe(1)
    expect(tileDistance('大研街道', '没有这个乡')).toBeNull()
  })

  it('keeps the directions: 束河 west and north of the old town, 七河 south of it, 金安 east', () => {
    const old = tileOf('大研街道')
    expect(tileOf('束河街道')?.row).toBeLessThan(old?.row ?? 0)
    expect(tileOf('七河镇')?.row).toBeGreaterThan(old?.row ?? 9)
    expect(tileOf('金安镇')?.column).toBeGreaterThan(old?.column ?? 9)
  })
})

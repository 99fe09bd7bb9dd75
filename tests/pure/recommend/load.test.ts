import { expect, test } from 'vitest'
import { bodies, townships, villages } from '../../../prisma/district'
import { tileDistance } from '#app/domain/network/tiles.data'
import type { Applicant, Sought } from '#app/domain/recommend/inputs'
import { recommend } from '#app/domain/recommend/recommend'
import { routingVersions } from '#app/domain/recommend/versions'
import { gini } from '#app/domain/recommend/what-if'
import { applicant, sought } from '../../support/routing'

const rules = routingVersions[0]!
const nameOf = (code: string) => townships.find((one) => one.code === code)?.name ?? ''
const townshipOf = (areaCode: string) => villages.find(({ code }) => code === areaCode)?.parentCode ?? areaCode
const types = ['01', '02', '02', '03', '04', '06', '07', '10', '11', '12', '14', '15']
/** A case takes so many others to be done: some six hundred are open at a time. */
const open = 600

/** Every body of the district as it stands on a dispute in one village. */
const standing = (load: Map<string, number>, village: string): Applicant[] =>
  bodies.map((body) => {
    const [own, there] = [townshipOf(village), townshipOf(body.areaCode)]
    const local = body.kind === 'villageCommittee'
    const near =
      body.areaCode === village
        ? 'village'
        : body.areaCode === own && !local
          ? 'township'
          : townships.some(({ code }) => code === there)
            ? 'elsewhere'
            : 'district'
    return applicant({
      id: body.key,
      kind: body.kind,
      channel: body.channel,
      types: [...body.types],
      capacity: body.capacity,
      courtInvited: body.courtInvited,
      stationedWith: body.stationedWith,
      near,
      tiles: tileDistance(nameOf(own), nameOf(there)) ?? 0,
      load: load.get(body.key) ?? 0,
    })
  })

/** Ten thousand disputes, one after the other, each to the first that is recommended; how many each body got. `blind`: nobody looks at the load. */
function run(blind: boolean) {
  const [load, got, queue] = [new Map<string, number>(), new Map<string, number>(), [] as string[]]
  for (let n = 0; n < 10_000; n += 1) {
    // A few villages have most of the quarrels, as they do.
    const village = villages[(n * n * 7) % (n % 3 ? 20 : villages.length)]!.code
    const of: Sought = sought({ disputeId: `dispute ${n}`, typeCode: types[n % types.length]!, people: n % 17 === 0 ? 14 : 2 })
    const first = recommend(rules, { sought: of, applicants: standing(blind ? new Map() : load, village) }).ranked[0]!.bodyId
    got.set(first, (got.get(first) ?? 0) + 1)
    load.set(first, (load.get(first) ?? 0) + 1)
    queue.push(first)
    const done = queue.length > open ? queue.shift() : undefined
    if (done) load.set(done, (load.get(done) ?? 1) - 1)
  }
  const share = bodies
    .filter(({ channel, capacity }) => channel === 'people' && capacity)
    .map(({ key, capacity }) => (got.get(key) ?? 0) / (capacity ?? 1))
  return gini(share)
}

test('looking at the load makes it more even: the Gini of cases by capacity over ten thousand disputes', { timeout: 120_000 }, () => {
  const [blind, seeing] = [run(true), run(false)]
  console.log(`在办按上限的基尼系数：不看在办 ${blind.toFixed(3)}，照分流规则 ${seeing.toFixed(3)}`)
  expect(seeing).toBeLessThan(blind)
})

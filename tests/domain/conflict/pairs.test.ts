import { beforeAll, expect, test } from 'vitest'
import { countStatements, reading } from '#app/db/client.server'
import { standings, type Standing } from '#app/domain/conflict/links.server'
import { people } from '../../support/people'
import { alike, blocking, warning, write, type Plant } from './pairs'

/** Two hundred pairs: ten blocking links and ten look-alikes eight times over, eight warning ones five times. */
const plants: Plant[] = [
  ...Array.from({ length: 8 }, () => [...blocking, ...alike]).flat(),
  ...Array.from({ length: 5 }, () => warning).flat(),
]

let pairs: { plant: Plant; accountId: string; disputeId: string }[]
let found: Map<string, Standing>
const of = (accountId: string, disputeId: string) => found.get(`${accountId} ${disputeId}`)!

beforeAll(async () => {
  await people()
  pairs = []
  for (const [n, plant] of plants.entries()) pairs.push({ plant, ...(await write(plant, n)) })
  const accountIds = pairs.map(({ accountId }) => accountId)
  const disputeIds = pairs.map(({ disputeId }) => disputeId)
  let rows: Standing[] = []
  const { statements } = await countStatements(async () => {
    rows = await standings(reading, { accountIds }, disputeIds)
  })
  expect(statements).toHaveLength(1)
  found = new Map(rows.map((row) => [`${row.mediatorId} ${row.disputeId}`, row]))
}, 600_000)

test('every planted blocking link of 200 pairs is caught, and at most 2 % of the rest are blocked', () => {
  expect(pairs).toHaveLength(200)
  const planted = pairs.filter(({ plant }) => plant.level === 'block')
  const missed = planted.filter(({ accountId, disputeId }) => of(accountId, disputeId).verdict !== 'block').map(({ plant }) => plant.kind)
  const rest = pairs.filter(({ plant }) => plant.level !== 'block')
  const wronged = rest.filter(({ accountId, disputeId }) => of(accountId, disputeId).verdict === 'block').map(({ plant }) => plant.kind)
  console.log(`利害关系 200 对：应拦 ${planted.length}，拦住 ${planted.length - missed.length}；误拦 ${wronged.length} / ${rest.length}`)
  expect(missed).toEqual([])
  expect(wronged.length / rest.length).toBeLessThanOrEqual(0.02)
})

test('what is to be told is found and blocks nobody; what only looks alike is clear, a name apart', () => {
  for (const { plant, accountId, disputeId } of pairs.filter(({ plant: { level } }) => level !== 'block')) {
    const { verdict } = of(accountId, disputeId)
    expect(verdict, plant.kind).toBe(plant.level === 'warn' ? 'warn' : plant.kind === '同名' ? 'verify' : 'clear')
  }
})

test('none of these mediators is tied to the disputes of the others: 40,000 pairs, and who is blocked there', () => {
  const own = new Set(pairs.map(({ accountId, disputeId }) => `${accountId} ${disputeId}`))
  const others = [...found].filter(([key]) => !own.has(key))
  const blocked = others.filter(([, { verdict }]) => verdict === 'block')
  console.log(`交叉 ${others.length} 对：误拦 ${blocked.length}`)
  expect(blocked.length).toBe(0)
})

import { beforeAll, expect, test } from 'vitest'
import { pool } from '#app/db/client.server'
import { worthComparing } from '#app/domain/duplicates/find.server'
import { generateDisputes } from '../../../app/commands/bench/generate'
import { areaId, longquan, person } from '../../support/people'

beforeAll(() => generateDisputes(10_000))

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

test('among ten thousand disputes no table of people or disputes is read from end to end', async () => {
  const someone = (name: string) => ({ name, idHash: `${name}0`, phoneHashes: [`${name}1`], addressHash: `${name}2` })
  const about = {
    villageId: await areaId(longquan),
    type: '02',
    subtype: null,
    at: new Date(),
    people: [someone('木得胜'), someone('李顺才')],
  }
  const { text, values } = worthComparing(await person('triage-530702000000-1'), about, new Date())
  const bound = values.map((value) => (value instanceof Date ? value.toISOString() : value))
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] }>(
    `explain (analyze, format json) ${text}`,
    bound,
  )
  const [{ Plan: plan, 'Execution Time': ms }] = rows[0]!['QUERY PLAN']
  console.log(`可能相同的：${Math.round(ms)} 毫秒`)
  const whole = nodes(plan).filter((one) => one['Node Type'] === 'Seq Scan' && ['party', 'dispute'].includes(one['Relation Name'] ?? ''))
  expect(whole).toEqual([])
})

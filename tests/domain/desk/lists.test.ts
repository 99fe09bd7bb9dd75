import { beforeAll, describe, expect, test, vi } from 'vitest'
vi.hoisted(() => (process.env.DATABASE_POOL = '1'))
import { countStatements, pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { bodyDesk } from '#app/domain/body/desk.server'
import { listBodies } from '#app/domain/body/list.server'
import { showBody } from '#app/domain/body/show.server'
import { firstPage } from '#app/domain/desk/first-page.server'
import { noticesOf } from '#app/domain/notice/notices.server'
import { shellOf } from '#app/domain/people/shell.server'
import { listDisputes } from '#app/domain/search/list.server'
import { listPage } from '#app/domain/search/page.server'
import { listQueryOf } from '#app/domain/search/query.server'
import { queueOf } from '#app/domain/triage/queue.server'
import { triageDesk } from '#app/domain/triage/desk.server'
import { bodyId, people, person, type Part } from '../../support/people'
import { manyDisputes, wholeReads } from './many'

let cast: Record<Part, Person>
let mediator: Person
beforeAll(async () => {
  await manyDisputes(20_000)
  cast = await people()
  mediator = await person('mediator-village-530702004001-1')
}, 120_000)

const params = (text: string) => new URLSearchParams(text)
const list = (actor: Person, text: string) => listPage(actor, params(text))

describe('over twenty thousand disputes', () => {
  const asked = [
    '',
    'state=all',
    'state=ended',
    'state=late',
    'state=mediating',
    'sort=new',
    'risk=red',
    'mine=1',
    'type=02',
    'q=王伟',
    'q=王',
    'q=2025000123',
    'sealed=1',
  ]
  const whose: Part[] = ['triage', 'districtTriage', 'bureau', 'duty', 'leader', 'villageHead', 'grid', 'court']

  test.each(whose.flatMap((part) => asked.map((text) => [part, text] as const)))(
    'the list of %s for "%s" reads no table from end to end, in three statements',
    async (part, text) => {
      const { statements } = await countStatements(() => list(cast[part], text))
      expect(statements.length).toBeLessThanOrEqual(3)
      expect(await wholeReads(() => list(cast[part], text))).toEqual({})
    },
  )

  test.each(whose)('the first page of %s reads none either, in five statements with the bar', async (part) => {
    const page = () => Promise.all([firstPage(cast[part]), shellOf(cast[part])])
    const { statements } = await countStatements(page)
    expect(statements.length).toBeLessThanOrEqual(5)
    expect(await wholeReads(page)).toEqual({})
  })

  test('nor does a mediator’s, the triage desk, a body’s page and desk, the bodies, the notices', async () => {
    const head = await bodyId('village-530702004001')
    const pages = [
      () => firstPage(mediator),
      () => queueOf(cast.triage),
      () => queueOf(cast.districtTriage),
      () => triageDesk(cast.triage, null),
      () => bodyDesk(cast.villageHead, head),
      () => showBody(cast.grid, head),
      () => listBodies(),
      () => noticesOf(cast.triage, new URLSearchParams()),
    ]
    for (const [at, page] of pages.entries()) {
      const { statements } = await countStatements(page as () => Promise<unknown>)
      // The triage desk is a list and a dispute with its recommendation beside it (P17: eight for a dispute page).
      expect(statements.length, `page ${at}`).toBeLessThanOrEqual(at === 3 ? 8 : 6)
      expect(await wholeReads(page), `page ${at}`).toEqual({})
    }
  })

  test('pages go by key and meet each dispute once, in the order they promise', async () => {
    const seen: string[] = []
    const dates: number[] = []
    for (let after = ''; ;) {
      const page = await listDisputes(cast.triage, listQueryOf(params(`risk=yellow&state=open${after && `&after=${after}`}`)))
      seen.push(...page.rows.map(({ id }) => id))
      if (!page.next) break
      dates.push(Date.parse(page.next.split('_')[0]!))
      after = page.next
    }
    const { rows } = await pool.query<{
      n: number
    }>(`select count(*)::int as n from dispute where township_id = (select id from area where name = '束河街道') and not sealed
      and risk = 'yellow' and due_at is not null`)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(rows[0]!.n)
    expect(dates).toEqual([...dates].sort((a, b) => a - b))
  })

  test('counts stop at a thousand', async () => {
    expect((await list(cast.bureau, 'state=all')).list.total).toBe('1000+')
  })

  test('the statuses that the partial indexes name are the machine’s own', async () => {
    const { statesOnDesk } = await import('#machines/step')
    const { disputeMachine } = await import('#machines/dispute.machine')
    const { working } = await import('#app/domain/desk/states.server')
    const { rows } = await pool.query<{ name: string; def: string }>(
      `select indexname as name, indexdef as def from pg_indexes where indexname like 'dispute_%' and indexdef like '%WHERE%status%'`,
    )
    const statesIn = (name: string) =>
      [...rows.find((row) => row.name === name)!.def.matchAll(/'(\w+)'::/g)]
        .map(([, state]) => state!)
        .filter((state) => state in disputeMachine.states)
        .sort()
    const open = working.flatMap((desk) => statesOnDesk(disputeMachine, desk)).sort()
    for (const name of [
      'dispute_open_district_idx',
      'dispute_open_township_idx',
      'dispute_open_danger_district_idx',
      'dispute_open_danger_township_idx',
      'dispute_wall_idx',
    ])
      expect(statesIn(name), name).toEqual(open)
    for (const name of ['dispute_keeper_idx', 'dispute_unkept_idx', 'dispute_unkept_district_idx'])
      expect(statesIn(name), name).toEqual([...statesOnDesk(disputeMachine, 'keeper')].sort())
    for (const name of ['dispute_triage_idx', 'dispute_triage_district_idx'])
      expect(statesIn(name), name).toEqual([...statesOnDesk(disputeMachine, 'triage')].sort())
  })
})

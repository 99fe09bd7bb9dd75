import { db, pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { mergeInto, splitBack } from '#app/domain/merge/merge.server'
import type { FormInput, Story } from '../../support/disputes'

export type PartyInput = NonNullable<FormInput['parties']>[number]

/** Who quarrels, unless a test says otherwise: names of nobody else in the same file of tests. */
let last = 0
export const strangers = (): PartyInput[] => {
  last += 1
  return [
    { side: 'applicant', kind: 'person', name: `木文${'甲乙丙丁戊己庚辛'[last % 8]}${last}`, willing: 'willing' },
    { side: 'respondent', kind: 'person', name: `何春${'甲乙丙丁戊己庚辛'[last % 8]}${last}`, willing: 'willing' },
  ]
}

const why = '两份登记说的是同一条沟'

/** Merges over what both are now. */
export async function merges(
  actor: Person,
  own: Story,
  main: Story,
  now = new Date(Math.max(own.now.getTime(), main.now.getTime()) + 60_000),
) {
  await mergeInto(await own.sent(actor, { now }), { intoId: main.id, why })
  main.now = now
}

export const splits = async (actor: Person, own: Story, now = new Date(own.now.getTime() + 60_000)) =>
  splitBack(await own.sent(actor, { now }), { why: '核实了，是两件事' })

const rowsOf = async (statement: string, id: string) => (await pool.query<Record<string, unknown>>(statement, [id])).rows

/** Every row of a dispute but its events and their words, as it stands now; the version counts the events. */
export async function snapshot(id: string) {
  const { version: _, ...dispute } = await db.dispute.findUniqueOrThrow({ where: { id } })
  return {
    dispute,
    parties: await rowsOf('select * from party where dispute_id = $1 order by ordinal', id),
    helpers: await rowsOf('select h.* from party_helper h join party p on p.id = h.party_id where p.dispute_id = $1 order by h.id', id),
    members: await rowsOf('select * from roster_member where dispute_id = $1 order by id', id),
    legs: await rowsOf('select * from leg where dispute_id = $1 order by id', id),
    mediators: await rowsOf('select m.* from leg_mediator m join leg l on l.id = m.leg_id where l.dispute_id = $1 order by m.id', id),
    deadlines: await rowsOf('select * from deadline where dispute_id = $1 order by id', id),
    sights: await rowsOf('select * from sight where dispute_id = $1 and valid_to is null order by id', id),
    requests: await rowsOf('select * from request where dispute_id = $1 order by id', id),
    agreements: await rowsOf('select * from agreement where dispute_id = $1 order by id', id),
    files: await rowsOf('select * from file where dispute_id = $1 order by id', id),
  }
}

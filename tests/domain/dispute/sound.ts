import { expect } from 'vitest'
import { disputeMachine } from '#machines/dispute.machine'
import { outlives, type Period } from '#machines/periods'
import { deskOf, metaOf } from '#machines/step'
import { db, inTransaction } from '#app/db/client.server'
import { clock } from '#app/domain/actor'
import { ruleBook } from '#app/domain/calendar/rule-book.server'
import { countEntry, ledgerOf, type LedgerMove } from '#app/domain/deadline/ledger'
import { loadDispute } from '#app/domain/dispute/load.server'

/** What must be true of a dispute after any act: the lines that a random walk holds, and every story too. */
export async function expectSound(id: string, now = new Date()) {
  const dispute = await db.dispute.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { version: 'asc' } }, legs: true },
  })
  const running = await db.deadline.findMany({ where: { disputeId: id, stoppedAt: null } })
  const audits = await db.audit.count({ where: { disputeId: id, subjectKind: 'event' } })
  const { status, events } = dispute

  expect(
    events.map(({ version }) => version),
    'the path has a gap',
  ).toEqual(events.map((_, place) => place + 1))
  expect(dispute.version, 'version is not the number of events').toBe(events.length)
  expect(audits, 'an event without its audit line').toBe(events.length)
  expect(events.at(-1)!.toStatus, 'the row is not where its path led').toBe(status)
  events.slice(1).forEach((event, place) => expect(event.fromStatus, `event ${event.version}`).toBe(events[place]!.toStatus))

  const open = dispute.legs.filter(({ endedAt }) => endedAt === null)
  expect(open.length, 'two open legs').toBeLessThanOrEqual(1)
  const desk = deskOf(disputeMachine, status)
  if (['receiver', 'mediator', 'court', 'organ'].includes(desk)) expect(open, `${status} without a body`).toHaveLength(1)
  if (['triage', 'none'].includes(desk)) expect(open, `${status} with a body`).toHaveLength(0)

  const { deadline } = metaOf(disputeMachine, status)
  const own = running.filter(({ period }) => !outlives(period as Period)).map(({ period }) => period)
  const wanted = 'period' in deadline && !outlives(deadline.period) ? [deadline.period] : []
  // A look-again date that an extension set by hand stands beside the clock it does not move.
  const byHand = status === 'mediating' && own.includes('lookAgain') ? ['lookAgain'] : []
  expect(own.sort(), `what runs in ${status}`).toEqual([...wanted, ...byHand].sort())
  const mediates = ['assigning', 'mediating', 'suspended'].includes(status)
  expect(
    running.filter(({ period }) => period === 'mediation'),
    `mediation in ${status}`,
  ).toHaveLength(mediates ? 1 : 0)

  const counted = running.filter(({ pausedSince, period }) => !pausedSince && period !== 'answer').sort((a, b) => +a.dueAt - +b.dueAt)
  expect(dispute.dueAt?.toISOString() ?? null, 'due is not the earliest running').toBe(counted[0]?.dueAt.toISOString() ?? null)
  expect(dispute.dueDay?.toISOString() ?? null).toBe(counted[0]?.lastDay.toISOString() ?? null)

  const loaded = (await inTransaction((tx) => loadDispute(tx, { actor: clock, disputeId: id, seen: 0, now })))!
  await expectCountedAgain(id, loaded.rulesVersion)
  expect(loaded.facts).toMatchObject({ level: dispute.level, kept: dispute.kept, objected: dispute.objected })
  expect(loaded.facts.channel !== 'none', 'a channel without a leg').toBe(open.length === 1)
  return loaded
}

/** Every period, counted again from the events alone, is what its row says: when it ends, and whether it still runs. */
async function expectCountedAgain(id: string, rulesVersion: number) {
  const events = await db.disputeEvent.findMany({ where: { disputeId: id }, orderBy: { version: 'asc' } })
  const rows = await db.deadline.findMany({ where: { disputeId: id } })
  const logged = events.map(({ version, recordedAt, ledger }) => ({
    version,
    recordedAt: recordedAt.toISOString(),
    moves: (ledger ?? []) as LedgerMove[],
  }))
  const book = await ruleBook(db, rulesVersion)
  const entries = ledgerOf(logged)
  expect(entries.map((entry) => entry.id).sort(), 'the ledger and the rows name the same periods').toEqual(rows.map((row) => row.id).sort())
  for (const row of rows) {
    const entry = entries.find((one) => one.id === row.id)!
    expect(entry.stopped === null, `${row.period} runs, by its row and its events`).toBe(row.stoppedAt === null)
    const counted = countEntry(book, entry)
    if (!counted || counted.standing) {
      expect(row.pausedSince, `${row.period} stands still`).not.toBeNull()
      continue
    }
    expect(counted.lastDay, `${row.period} ends`).toBe(row.lastDay.toISOString().slice(0, 10))
    expect(counted.due.getTime(), `${row.period} is due`).toBe(row.dueAt.getTime())
  }
}

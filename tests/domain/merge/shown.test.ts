import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { askedOf } from '#app/domain/export/asked'
import { exportDisputes } from '#app/domain/export/export.server'
import { newId } from '#app/domain/id'
import { splitOff } from '#app/domain/merge/split-off.server'
import { doAsParty } from '#app/domain/party-page/acts.server'
import { openCase } from '#app/domain/party-page/open-case.server'
import { formToken } from '#app/domain/party-page/own.server'
import { caseOf } from '#app/domain/party-page/page.server'
import { reveal } from '#app/domain/party/reveal.server'
import { openDataKey } from '#app/domain/privacy/data-key.server'
import { queryCodeOf } from '#app/domain/query-code'
import { listQueryOf } from '#app/domain/search/query.server'
import { listDisputes } from '#app/domain/search/list.server'
import { readTable } from '#app/services/xlsx.server'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { merges, splits, strangers } from './files'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})

async function together() {
  const main = await aMediation({ parties: strangers(), facts: '主件的经过。' })
  const [one, other] = strangers()
  const own = await aReport({
    parties: [{ ...one!, phone: '13908881234' }, other!],
    facts: '并入那件的经过。',
    forParty: 0,
    by: cast.otherGrid,
  })
  await merges(cast.triage, own, main)
  own.now = main.now
  return { main, own }
}

const overview = async (actor: Person, story: Story) => overviewOf(await openPage(actor, story.id, story.now))
const ticketOf = async (story: Story) => {
  const { number, dataKey } = await story.row()
  return openCase({ number, code: queryCodeOf(openDataKey(dataKey, story.id).bytes), from: newId() })
}

describe('on the page of the main file', () => {
  test('who handles it reads the merged one: number, facts, who reported, people; one number at a time', async () => {
    const { main, own } = await together()
    const { number } = await own.row()
    for (const part of ['mediator', 'head', 'triage', 'duty', 'bureau'] as const) {
      const [merged] = (await overview(cast[part], main)).merged
      expect(merged, part).toMatchObject({ number, facts: '并入那件的经过。' })
      expect(JSON.stringify(merged)).not.toContain('13908881234')
    }
    const page = await openPage(cast.mediator, main.id, main.now)
    const party = page.rows.merged[0]!.parties.find(({ phone }) => phone)!
    expect(await reveal(page, { of: 'party', id: party.id, field: 'phone' }, { purpose: 'contact' })).toBe('13908881234')
  })

  test('who only registered one of them reads nothing of the other but its state', async () => {
    const { main, own } = await together()
    for (const actor of [cast.grid, cast.otherGrid]) {
      const shown = await overview(actor, main)
      expect(shown.merged).toEqual([])
      expect(JSON.stringify(shown)).not.toMatch(/主件的经过|并入那件的经过/)
    }
    await splits(cast.triage, own)
    expect((await refusalOf(overview(cast.otherGrid, main)))[0]).toBe(404)
    expect((await overview(cast.mediator, main)).merged).toEqual([])
  })
})

describe('on the page of a party', () => {
  test('the own code opens the plain state of the main file without its number; after the split the own again', async () => {
    const { main, own } = await together()
    const [{ number }, { number: mainNumber }] = [await own.row(), await main.row()]
    const shown = await caseOf(await ticketOf(own))
    expect(shown).toMatchObject({ number, now: '与另一件同一纠纷并在一起办理：正在调解' })
    expect(shown?.contact?.name).toContain('马锅头')
    const names = (await main.row()).parties.filter(({ fromDisputeId }) => !fromDisputeId).map(({ name }) => name)
    for (const secret of [mainNumber, ...names, '主件的经过']) expect(JSON.stringify(shown)).not.toContain(secret)
    await splits(cast.triage, own)
    expect((await caseOf(await ticketOf(own)))?.now).toBe('已经登记，正在安排由谁来调解')
  })

  test('what is sent from there reaches whoever has the main file', async () => {
    const { main, own } = await together()
    const ticket = await ticketOf(own)
    await doAsParty({ ticket, token: formToken(ticket), key: newId(), act: 'chase', from: newId() })
    const event = await db.disputeEvent.findFirstOrThrow({ where: { disputeId: main.id, type: 'note' } })
    expect(event.actorKind).toBe('party')
    expect(await db.disputeEvent.count({ where: { disputeId: own.id, type: 'note' } })).toBe(0)
  })
})

test('lists say where it rests; an export and its count leave it out', async () => {
  const { main, own } = await together()
  const [{ number }, { number: mainNumber }] = [await own.row(), await main.row()]
  const { rows } = await listDisputes(cast.triage, listQueryOf(new URLSearchParams({ state: 'merged' })))
  expect(rows.find(({ id }) => id === own.id)?.state).toBe(`已并案，在 ${mainNumber} 号一起办`)
  const { bytes } = await exportDisputes(cast.bureau, askedOf(new URLSearchParams({ state: 'all' })))
  const table = await readTable(bytes, { rows: 30_000, needs: ['登记编号'] })
  const numbers = 'problem' in table ? [] : table.rows.map(({ cells }) => cells['登记编号'])
  expect(numbers).toContain(mainNumber)
  expect(numbers).not.toContain(number)
})

describe('split off', () => {
  const off = { typeCode: '0203', title: '另一条沟', facts: '下面还有一条沟。', why: '是两件事' }

  test('a new registration with its own number, the chosen people under its own key, source and time of asking; linked both ways', async () => {
    const asked = new Date('2026-03-01T02:00:00Z')
    const main = await aReport({ parties: [{ ...strangers()[0]!, phone: '13908884321' }, strangers()[1]!], askedAt: asked })
    const [first] = (await main.row()).parties
    const id = (await splitOff({ ...(await main.sent(cast.grid)), actor: cast.grid }, { ...off, partyIds: [first!.id] }))!
    const made = await db.dispute.findUniqueOrThrow({ where: { id }, include: { parties: true } })
    expect(made).toMatchObject({ status: 'reported', title: '另一条沟', askedAt: asked, source: 'applied' })
    expect(made.number).not.toBe((await main.row()).number)
    expect(made.parties).toMatchObject([{ name: first!.name, fromDisputeId: main.id, phoneHash: first!.phoneHash }])
    const page = await openPage(cast.triage, id, main.now)
    expect(await reveal(page, { of: 'party', id: made.parties[0]!.id, field: 'phone' }, { purpose: 'contact' })).toBe('13908884321')
    const there = (await openPage(cast.triage, main.id, main.now)).rows.links
    expect(there.map(({ text }) => text)).toEqual([`拆出 ${made.number}`])
    expect(page.rows.links.map(({ text }) => text)).toEqual([`拆自 ${(await main.row()).number}`])
    expect((await main.row()).parties).toHaveLength(2)
  })

  test('not by a stranger, not without people, not with another case’s', async () => {
    const [main, other] = [await aReport({ parties: strangers() }), await aReport({ parties: strangers() })]
    const [theirs] = (await other.row()).parties
    const by = async (actor: Person, partyIds: string[]) =>
      (await refusalOf(splitOff({ ...(await main.sent(actor)), actor }, { ...off, partyIds })))[0]
    expect(await by(cast.grid, [])).toBe(400)
    expect(await by(cast.grid, [theirs!.id])).toBe(400)
    expect(await by(cast.bureau, [theirs!.id])).toBe(403)
    expect(await by(cast.mediator, [theirs!.id])).toBe(404)
    expect(await db.disputeLink.count({ where: { disputeId: main.id } })).toBe(0)
  })
})

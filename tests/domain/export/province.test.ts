import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { forms } from '#app/domain/forms/forms.server'
import { newId } from '#app/domain/id'
import { fillProvince, provinceOf } from '#app/domain/province/fields.server'
import { guessedFields, missingColumns } from '#app/domain/province/fields'
import { codeHeadings, importCodes, openCodeSheet, sendCodes } from '#app/domain/province/import.server'
import { provincePanel } from '#app/domain/province/panel.server'
import { listPage } from '#app/domain/search/page.server'
import { writeTable } from '#app/services/xlsx.server'
import { aClosed, aFailure, aKeptPromise, aMediation, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})

const answers = { difficulty: 'major', death: 'no', nature: 'folk', migrant: 'no', conversion: 'none', special: [] }
const fill = (actor: Person, story: Story, more: Partial<Parameters<typeof fillProvince>[0]> = {}) =>
  fillProvince({ actor, disputeId: story.id, key: newId(), fields: null, ...more })
const unentered = async (actor: Person) => (await listPage(actor, new URLSearchParams('province=1'))).list.rows.map(({ id }) => id)

describe('what nothing implies', () => {
  test('is asked with the closing of the case, in the same transaction, and only kept when it was asked', async () => {
    const story = await aKeptPromise()
    await story.does(cast.mediator, { type: 'visit', result: 'kept' })
    const form = { result: 'settled', ...answers, special: ['elderly'], said: '1' }
    await forms.close.open(async (schema, run) => run({ ...(await story.sent(cast.mediator)), actor: cast.mediator }, schema.parse(form)))
    const { fields, code } = await provinceOf(cast.mediator, story.id)
    expect(fields).toEqual({ ...answers, special: ['elderly'] })
    expect(code).toBeNull()
    expect(missingColumns(fields)).toEqual([])
    const other = await aClosed()
    expect((await provincePanel(cast.mediator, other.id)).missing).toContain('案件难度级别')
  })

  test('begins with what the case suggests', () => {
    const given = {
      typeCode: '10',
      amountFen: 60_000_000,
      heads: 3,
      minor: true,
      entrusted: false,
      bodyKind: 'townshipCommittee',
      signs: [],
    }
    expect(guessedFields(given)).toMatchObject({ difficulty: 'major', migrant: 'wages', special: ['minor'], nature: 'folk' })
    expect(guessedFields({ ...given, typeCode: '02', amountFen: 30_000, heads: 2, minor: false, entrusted: true })).toMatchObject({
      difficulty: 'simple',
      migrant: 'no',
      nature: 'entrusted',
    })
  })

  test('is filled in by who handles it, the area’s post and the bureau, with an audit row, and moves nothing', async () => {
    const story = await aMediation()
    const { version } = await story.row()
    for (const part of ['mediator', 'head', 'triage', 'districtTriage', 'bureau'] as const)
      await fill(cast[part], story, { fields: answers })
    for (const [part, code] of [
      ['grid', 'forbidden'],
      ['duty', 'forbidden'],
      ['otherHead', 'notFound'],
      ['otherTriage', 'notFound'],
    ] as const)
      await expect(fill(cast[part], story, { fields: answers }), part).rejects.toMatchObject({ code })
    expect(await db.audit.count({ where: { disputeId: story.id, act: 'province' } })).toBe(5)
    expect((await story.row()).version).toBe(version)
  })

  test('the grading for 以奖代补 is the bureau’s', async () => {
    const story = await aMediation()
    await fill(cast.mediator, story, { fields: { ...answers, award: '一档' } })
    expect((await provinceOf(cast.bureau, story.id)).fields.award).toBeUndefined()
    await fill(cast.bureau, story, { fields: { ...answers, award: '一档' } })
    expect((await provinceOf(cast.bureau, story.id)).fields.award).toBe('一档')
  })
})

describe('the province’s number', () => {
  test('takes a received case off the list of what is still to be entered', async () => {
    const [story, reported] = [await aMediation(), await aReport()]
    expect(await unentered(cast.mediator)).toContain(story.id)
    expect(await unentered(cast.triage)).not.toContain(reported.id)
    const key = newId()
    await fill(cast.mediator, story, { code: ' 5307 0220260001 ', key })
    await fill(cast.mediator, story, { code: 'ANOTHER-1', key })
    expect((await story.row()).provinceCode).toBe('53070220260001')
    expect(await unentered(cast.mediator)).not.toContain(story.id)
    await expect(fill(cast.mediator, story, { code: '=1+1' })).rejects.toMatchObject({ fields: { code: expect.any(String) } })
  })

  test('comes back by a table: an answer for each row, then once', async () => {
    const [good, other, foreign] = [await aMediation(), await aMediation(), await aMediation({}, { to: 'room-pengrenjie' })]
    await fill(cast.mediator, other, { code: 'OLD-0001' })
    const numbers = await Promise.all([good, other, foreign].map(async (story) => (await story.row()).number))
    const rows = [
      [numbers[0], 'YN-2026-0001'],
      [numbers[1], 'YN-2026-0002'],
      [numbers[2], 'YN-2026-0003'],
      [numbers[0], 'YN-2026-0004'],
      ['530702-2026-999999', 'YN-2026-0005'],
      ['', 'YN-2026-0006'],
    ].map((row) => row.map(String))
    const sheetId = await sendCodes(cast.mediator, await writeTable('编码', codeHeadings, rows))
    const { rows: answered } = await openCodeSheet(cast.mediator, sheetId)
    expect(answered.map(({ answer }) => answer.tone)).toEqual(['good', 'look', 'bad', 'bad', 'bad', 'bad'])
    expect(answered[1]?.answer.words).toContain('OLD-0001')
    // Not to be told from one that is not there.
    expect(answered[2]?.answer).toEqual(answered[4]?.answer)
    expect((await good.row()).provinceCode).toBeNull()

    expect(await importCodes(cast.mediator, sheetId, newId())).toBe(2)
    expect(await importCodes(cast.mediator, sheetId, newId())).toBe(0)
    expect((await good.row()).provinceCode).toBe('YN-2026-0001')
    expect((await other.row()).provinceCode).toBe('YN-2026-0002')
    expect((await foreign.row()).provinceCode).toBeNull()
    const [audit] = await db.audit.findMany({ where: { disputeId: other.id, act: 'provinceCode' }, orderBy: { id: 'desc' } })
    expect(audit?.detail).toEqual({ before: 'OLD-0001', code: 'YN-2026-0002' })
    await expect(openCodeSheet(cast.head, sheetId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(sendCodes(cast.grid, new Uint8Array())).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('stands on one dispute: a second is told on which, or only that it is taken where it may not be seen', async () => {
    const [first, second, foreign] = [await aMediation(), await aMediation(), await aMediation({}, { to: 'room-pengrenjie' })]
    await fill(cast.mediator, first, { code: 'TAKEN-0001' })
    const { number } = await first.row()
    await expect(fill(cast.mediator, second, { code: 'TAKEN-0001' })).rejects.toMatchObject({
      fields: { code: `这个编码已经写在 ${number} 上，请核对` },
    })
    await expect(fill(cast.otherMediator, foreign, { code: 'TAKEN-0001' })).rejects.toMatchObject({
      fields: { code: '这个编码已经写在另一件纠纷上，请核对' },
    })
    // Its own number again changes nothing and is refused by nobody.
    await fill(cast.mediator, first, { code: 'TAKEN-0001' })
    expect((await second.row()).provinceCode).toBeNull()
  })

  test('that is taken is no row of a table either; two that change places are', async () => {
    const [first, second, third] = [await aMediation(), await aMediation(), await aMediation()]
    await fill(cast.mediator, first, { code: 'PLACE-0001' })
    await fill(cast.mediator, second, { code: 'PLACE-0002' })
    const [a, b, c] = await Promise.all([first, second, third].map(async (story) => (await story.row()).number))
    const send = async (rows: string[][]) => sendCodes(cast.mediator, await writeTable('编码', codeHeadings, rows))
    const taken = await openCodeSheet(cast.mediator, await send([[c!, 'PLACE-0001']]))
    expect(taken.rows[0]?.answer).toEqual({ tone: 'bad', words: `这个编码已经写在 ${a} 上，请核对` })
    const swapped = await send([
      [a!, 'PLACE-0002'],
      [b!, 'PLACE-0001'],
    ])
    expect(await importCodes(cast.mediator, swapped, newId())).toBe(2)
    expect((await first.row()).provinceCode).toBe('PLACE-0002')
    // Looked at, then taken by somebody else before it was confirmed.
    const late = await send([[c!, 'PLACE-0003']])
    await fill(cast.mediator, first, { code: 'PLACE-0003' })
    await expect(importCodes(cast.mediator, late, newId())).rejects.toThrow(/已经写在/)
    expect((await third.row()).provinceCode).toBeNull()
  })

  test('typed for two disputes at once is written on one', async () => {
    const two = [await aMediation(), await aMediation()]
    const results = await Promise.allSettled(two.map((story) => fill(cast.mediator, story, { code: 'RACE-0001' })))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.dispute.count({ where: { provinceCode: 'RACE-0001' } })).toBe(1)
  })
})

test('what a committee gave up is the triage post’s to enter, until somebody takes it again', async () => {
  const story = await aFailure()
  expect(await unentered(cast.mediator)).not.toContain(story.id)
  expect(await unentered(cast.triage)).toContain(story.id)
  const closed = await aClosed()
  expect(await unentered(cast.mediator)).toContain(closed.id)
  expect(await unentered(cast.head)).toContain(closed.id)
})

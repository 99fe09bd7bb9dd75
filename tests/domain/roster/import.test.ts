import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { fileRoster } from '#app/domain/dispute/annotate.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { partiesOf } from '#app/domain/dispute/show/parties.server'
import { newId } from '#app/domain/id'
import { hiddenIn, reveal } from '#app/domain/party/reveal.server'
import { checkCharacter } from '#app/domain/privacy/identity-number'
import { identityHash } from '#app/domain/privacy/hash.server'
import { importRoster, openRosterSheet, rosterTemplate, sendRoster } from '#app/domain/roster/import.server'
import { membersOf } from '#app/domain/roster/members.server'
import { rosterHeadings } from '#app/domain/roster/rows'
import { listPage } from '#app/domain/search/page.server'
import { readTable, writeTable } from '#app/services/xlsx.server'
import { aMediation, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
let story: Story
let partyId: string
beforeAll(async () => {
  cast = await people()
  story = await aMediation()
  await fileRoster(await story.sent(cast.mediator), { side: 'applicant', name: '工地三十人', count: 30, unit: 'person', estimated: true })
  partyId = (await db.party.findFirstOrThrow({ where: { disputeId: story.id, kind: 'roster' } })).id
})

const numberOf = (at: number) => {
  const digits = `53070219${70 + (at % 30)}0101${String(at).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}
const mobile = (at: number) => `138${String(10_000_000 + at)}`
const family = '欧阳司马上官诸葛东方皇甫尉迟公孙慕容令狐'
const nameOf = (at: number) => `${family.slice((at % 10) * 2, (at % 10) * 2 + 2)}${String.fromCodePoint(0x4e00 + at * 7)}`

/** A hundred rows, of which six are wrong, each in its own way. */
const hundred = () =>
  Array.from({ length: 100 }, (_, at): string[] => [nameOf(at), numberOf(at), mobile(at), '1500.50', at < 3 ? '是' : '', '']).map(
    (row, at) => {
      const wrong: Record<number, Partial<Record<number, string>>> = {
        10: { 0: '' },
        20: { 1: numberOf(20).slice(0, 17) + (numberOf(20).endsWith('1') ? '2' : '1') },
        30: { 2: '13800' },
        40: { 3: '很多' },
        50: { 0: nameOf(49), 1: numberOf(49), 2: mobile(49) },
        60: { 1: '530702199913011234' },
      }
      return row.map((cell, column) => wrong[at]?.[column] ?? cell)
    },
  )
const table = (rows: string[][]) => writeTable('名册', rosterHeadings, rows)
const send = async (rows: string[][]) => sendRoster(cast.mediator, story.id, partyId, await table(rows))
const confirm = async (sheetId: string, key = newId()) =>
  importRoster({ ...(await story.sent(cast.mediator)), actor: cast.mediator, key }, partyId, sheetId)
const members = () => db.rosterMember.findMany({ where: { partyId }, orderBy: { ordinal: 'asc' } })

describe('a list of a hundred', () => {
  let sheetId: string

  test('is answered row by row before anything counts', async () => {
    sheetId = await send(hundred())
    const { rows } = await openRosterSheet(cast.mediator, sheetId, partyId)
    expect(rows).toHaveLength(100)
    const said = (at: number) => rows.find(({ row }) => row === at + 2)?.answer
    expect(said(0)).toEqual({ tone: 'good', words: '可以导入' })
    expect(said(10)?.words).toContain('没有姓名')
    expect(said(20)?.words).toContain('校验不通过')
    expect(said(30)?.words).toContain('手机号不对')
    expect(said(40)?.words).toContain('金额没有填对')
    expect(said(50)?.words).toBe('和第 51 行是同一个人，只算一次')
    expect(said(60)?.words).toContain('出生日期不对')
    expect(rows.filter(({ answer }) => answer.tone === 'bad')).toHaveLength(6)
    expect(await members()).toEqual([])
  })

  test('is kept encrypted until then, and is nobody else’s', async () => {
    const { content } = await db.importSheet.findUniqueOrThrow({ where: { id: sheetId } })
    expect(content).not.toContain(mobile(1))
    await expect(openRosterSheet(cast.head, sheetId, partyId)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('counts once confirmed: the good rows, the sums, the path', async () => {
    await confirm(sheetId)
    const rows = await members()
    expect(rows).toHaveLength(94)
    expect(rows[1]).toMatchObject({ name: nameOf(1), idHash: identityHash(numberOf(1)), amountFen: 150_050n, representative: true })
    expect(JSON.stringify({ ...rows[1], amountFen: '' })).not.toContain(numberOf(1))
    expect(await db.party.findUniqueOrThrow({ where: { id: partyId } })).toMatchObject({
      rosterCount: 94,
      rosterEstimated: false,
      rosterRepresentatives: 3,
    })
    const event = await story.lastEvent()
    expect(event).toMatchObject({ type: 'roster', subjectId: partyId })
    expect(event.texts).toMatchObject([{ audience: 'handlers', text: '导入名册“工地三十人” 94 人，推选代表 3 人' }])
    expect(await db.audit.count({ where: { disputeId: story.id, act: 'roster' } })).toBe(2)
  })

  test('a second confirmation changes nothing, whatever its key, and its rows are forgotten', async () => {
    const events = (await story.events()).length
    const before = await members()
    await confirm(sheetId)
    await Promise.all([confirm(sheetId), confirm(sheetId)])
    expect(await members()).toEqual(before)
    expect(await story.events()).toHaveLength(events)
    expect((await openRosterSheet(cast.mediator, sheetId, partyId)).rows).toEqual([])
  })

  test('finds the dispute by anybody on it, and what it was found by before', async () => {
    for (const words of [nameOf(77), nameOf(3), '和丽江', (await story.row()).number])
      expect(
        (await listPage(cast.mediator, new URLSearchParams({ q: words }))).list.rows.map(({ id }) => id),
        words,
      ).toContain(story.id)
  })

  test('is shown under its party with the numbers masked and the sum, to who is shown the parties', async () => {
    const shown = (await membersOf(await openPage(cast.mediator, story.id)))[partyId]
    expect(shown).toMatchObject({ count: 94, sum: '141,047.00 元' })
    expect(shown?.rows[0]).toMatchObject({ name: nameOf(0), phone: { masked: '138****0000' }, amount: '1,500.50', about: '推选代表' })
    expect(shown?.rows[0]?.idNumber?.masked).toMatch(/^530\*+/)
    const party = partiesOf(await openPage(cast.mediator, story.id)).find(({ id }) => id === partyId)
    expect(party?.about).toContain('94 人，推选代表 3 人')
    expect(await membersOf(await openPage(cast.grid, story.id))).toEqual({})
  })

  test('gives one number of one person, for a purpose that stays on record', async () => {
    const [first] = await members()
    const hidden = hiddenIn(new URLSearchParams({ of: 'roster_member', id: first!.id, field: 'phone' }))
    expect(await reveal(await openPage(cast.mediator, story.id), hidden, { purpose: 'contact' })).toBe(mobile(0))
    expect(await db.audit.findFirst({ where: { act: 'reveal', subjectId: first!.id } })).toMatchObject({
      actorId: cast.mediator.accountId,
      subjectKind: 'roster_member',
    })
    for (const part of ['grid', 'leader'] as const)
      await expect(
        openPage(cast[part], story.id).then((page) => reveal(page, hidden, { purpose: 'contact' })),
        part,
      ).rejects.toMatchObject({
        code: 'notFound',
      })
  })

  test('sent again, put right, takes the place of the first', async () => {
    const rows = hundred().filter((_, at) => ![10, 20, 30, 40, 50, 60].includes(at))
    await confirm(await send([...rows, ['补上的人', '', '', '', '', '']]))
    expect(await members()).toHaveLength(95)
    expect((await story.lastEvent()).texts[0]?.text).toContain('换掉原来的 94 人')
  })
})

describe('what is no list', () => {
  test('is refused with what to do', async () => {
    const refused = { code: 'invalid', fields: { table: expect.any(String) } }
    await expect(sendRoster(cast.mediator, story.id, partyId, new TextEncoder().encode('姓名,电话'))).rejects.toMatchObject(refused)
    await expect(sendRoster(cast.mediator, story.id, partyId, await rosterTemplate())).rejects.toMatchObject(refused)
    const many = Array.from({ length: 501 }, (_, at) => [`某${at}`, '', '', '', '', ''])
    await expect(send(many)).rejects.toMatchObject({ fields: { table: expect.stringContaining('500') } })
  })

  test('a list of wrong rows alone is shown and imports nothing', async () => {
    const sheetId = await send([['', '1', '', '', '', '']])
    await expect(confirm(sheetId)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is not taken from who has nothing to do with it', async () => {
    const bytes = await table([['某人', '', '', '', '', '']])
    await expect(sendRoster(cast.otherHead, story.id, partyId, bytes)).rejects.toMatchObject({ code: 'notFound' })
    await expect(sendRoster(cast.bureau, story.id, partyId, bytes)).rejects.toMatchObject({ code: 'forbidden' })
    const person = await db.party.findFirstOrThrow({ where: { disputeId: story.id, kind: 'person' } })
    await expect(sendRoster(cast.mediator, story.id, person.id, bytes)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('the template has the headings that are read', async () => {
    const read = await readTable(await rosterTemplate(), { rows: 10, needs: rosterHeadings })
    expect(read).toMatchObject({ headings: rosterHeadings })
  })
})

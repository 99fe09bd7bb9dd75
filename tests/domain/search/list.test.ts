import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { listPage } from '#app/domain/search/page.server'
import { anOffer, aClosed, aMediation, aReport, type Story } from '../../support/disputes'
import { areaId, people, type Part } from '../../support/people'

let cast: Record<Part, Person>
let rent: Story
let medical: Story
beforeAll(async () => {
  cast = await people()
  rent = await aReport({
    facts: '铺面续租涨价谈不拢。',
    placeText: '四方街东边第三间',
    typeCode: '0401',
    parties: [{ side: 'applicant', kind: 'person', name: '欧阳春生', willing: 'willing' }],
  })
  medical = await aMediation(
    {
      facts: '术后感染要求赔偿。',
      typeCode: '1301',
      parties: [
        { side: 'applicant', kind: 'person', name: '段玉兰', willing: 'willing' },
        { side: 'respondent', kind: 'organisation', name: '人民医院', willing: 'willing' },
      ],
    },
    { to: 'industry-medical' },
  )
})

const found = async (actor: Person, query: string) => (await listPage(actor, new URLSearchParams(query))).list.rows.map(({ id }) => id)
const sealed = async (actor: Person, query: string) => (await listPage(actor, new URLSearchParams(query))).sealed?.rows

describe('searching', () => {
  test('any two characters of a name, of the place, or part of the number find it', async () => {
    const { number } = await rent.row()
    for (const words of ['阳春', '欧阳', '四方', '涨价', number, number.slice(-6), '欧阳 四方', '歐陽'.normalize('NFKC') && '欧阳春生'])
      expect(await found(cast.triage, `q=${encodeURIComponent(words)}`), words).toContain(rent.id)
  })

  test('what stands nowhere, or only across two fields, finds nothing', async () => {
    for (const words of ['春阳', '欧阳 不在', '%', '生四', "'; drop table dispute; --"])
      expect(await found(cast.triage, `q=${encodeURIComponent(words)}`), words).toEqual([])
  })

  test('nobody finds by a name what they may not see', async () => {
    expect(await found(cast.otherTriage, 'q=欧阳')).toEqual([])
    expect(await found(cast.mediator, 'q=欧阳')).toEqual([])
    expect(await found(cast.grid, 'q=欧阳')).toEqual([rent.id])
  })

  test('a strange address is read as far as it can be', async () => {
    for (const query of [
      'state=nonsense',
      'after=x',
      'after=2026_1',
      'type=zz',
      'township=1',
      `q=${'长'.repeat(400)}`,
      'risk=constructor',
      'state=constructor',
    ])
      await expect(listPage(cast.triage, new URLSearchParams(query)), query).resolves.toBeDefined()
  })
})

describe('a sealed dispute', () => {
  test('is found by name only by those who handle it and the duty officer', async () => {
    const q = `q=${encodeURIComponent('段玉')}`
    for (const part of ['medicalHead', 'medicalMediator', 'duty'] as const) expect(await found(cast[part], q), part).toEqual([medical.id])
    for (const part of ['triage', 'bureau', 'leader', 'grid', 'mediator'] as const) {
      expect(await found(cast[part], q), part).toEqual([])
      expect(await sealed(cast[part], q), part).toBeUndefined()
    }
  })

  test('is known by number, area and level to the others of its area, and to who wrote it down', async () => {
    const { number } = await medical.row()
    for (const part of ['triage', 'bureau', 'grid'] as const)
      expect(await sealed(cast[part], `q=${number}`), part).toEqual([{ number, township: '束河街道', level: 'green' }])
    for (const part of ['otherTriage', 'mediator', 'leader', 'duty', 'medicalHead'] as const)
      expect(await sealed(cast[part], `q=${number}`), part).toEqual([])
    expect(await sealed(cast.bureau, 'sealed=1')).toHaveLength(1)
  })

  test('does not show by a filter of what kind it is', async () => {
    const { number } = await medical.row()
    expect(await sealed(cast.bureau, `q=${number}&type=13`)).toBeUndefined()
    expect(await found(cast.bureau, 'type=13&state=all')).toEqual([])
  })
})

describe('filters', () => {
  test('by state, type, township, danger and what is one’s own', async () => {
    const closed = await aClosed({ facts: '马队收费不清。', typeCode: '1104' })
    const red = await aReport({ facts: '堵路，扬言伤人。', dangerSigns: ['threat'] })
    const township = await areaId('530702004000')
    expect(await found(cast.triage, '')).not.toContain(closed.id)
    expect(await found(cast.triage, 'state=ended')).toContain(closed.id)
    expect(await found(cast.triage, 'state=closed&type=1104')).toEqual([closed.id])
    expect(await found(cast.triage, 'type=11')).not.toContain(rent.id)
    expect(await found(cast.bureau, `risk=red&township=${township}`)).toEqual([red.id])
    expect(await found(cast.leader, 'state=all')).toEqual([red.id])
    expect(await found(cast.mediator, 'mine=1&state=all')).toEqual([closed.id])
    expect(await found(cast.triage, 'state=late')).toEqual(await found(cast.triage, 'overdue=1'))
    expect(await found(cast.triage, 'state=late')).toContain(red.id)
  })

  test('a body that gave it back no longer lists it; one whose part is over is told no more than that', async () => {
    const story = await anOffer({ facts: '退回的一件。' })
    await story.does(cast.head, { type: 'return', reason: 'full' })
    expect(await found(cast.head, 'state=all')).not.toContain(story.id)
    const failed = await aMediation({ facts: '没有谈成的一件。' })
    await failed.does(cast.mediator, { type: 'fail', code: 'noAgreement' })
    const { list } = await listPage(cast.head, new URLSearchParams('state=all'))
    const row = list.rows.find(({ id }) => id === failed.id)
    expect(row).toMatchObject({ state: '本方已办完' })
    expect(row).not.toHaveProperty('due')
    expect(row).not.toHaveProperty('desk')
  })
})

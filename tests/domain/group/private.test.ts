import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { agree } from '#app/domain/agreement/agree.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { paperOf } from '#app/domain/paper/paper.server'
import { openCase } from '#app/domain/party-page/open-case.server'
import { caseOf } from '#app/domain/party-page/page.server'
import { openDataKey } from '#app/domain/privacy/data-key.server'
import { queryCodeOf } from '#app/domain/query-code'
import { newId } from '#app/domain/id'
import { aMediation, term, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

const given = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千'] as const
const workers = given.map((word, at) => ({
  name: `木工${word}`,
  phone: `1390888${String(3000 + at)}`,
  addressText: `五台村${at + 21}号院`,
  amount: `${3100 + at * 7}.00`,
}))
const boss = { name: '何老板', phone: '13908887777', addressText: '四方街77号' }

let cast: Record<Part, Person>
let story: Story
beforeAll(async () => {
  cast = await people()
  story = await aMediation({
    title: `${workers[3]!.name}等12人讨要工钱`,
    facts: '十二个人的工钱没有结清。',
    forParty: 0,
    parties: [
      ...workers.map(({ amount: _, ...one }) => ({
        side: 'applicant' as const,
        kind: 'person' as const,
        willing: 'willing' as const,
        ...one,
      })),
      { side: 'respondent' as const, kind: 'person' as const, willing: 'willing' as const, ...boss },
    ],
  })
  const terms = workers.map(({ name, amount }) =>
    term({ who: boss.name, to: name, what: '付工钱', amountFen: BigInt(amount.replace('.', '')) }),
  )
  await agree(await story.sent(cast.mediator), {
    form: 'oral',
    terms: [...terms, term({ who: boss.name, to: workers[0]!.name, what: `先付给${workers[1]!.name}定金 55 元，再送来收条`, kind: 'do' })],
    oralWhy: '当场说好',
  })
})

/** What belongs to one of them alone. Yuan as papers and pages write them. */
const money = (amount: string) => amount.replace(/^(\d)(\d{3})/, '$1,$2')
const own = ({ phone, addressText, amount }: (typeof workers)[number]) => [
  phone,
  `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  addressText,
  money(amount),
]

describe('of twelve with own amounts, what one party is given holds nothing of another', () => {
  test('the page behind the code: the own amount, no other name, amount, telephone or address', async () => {
    const { number, dataKey } = await story.row()
    const ticket = await openCase({ number, code: queryCodeOf(openDataKey(dataKey, story.id).bytes), from: newId() })
    const shown = JSON.stringify(await caseOf(ticket))
    const [me, ...others] = workers
    expect(shown).toContain(money(me!.amount))
    for (const other of others) for (const secret of [other.name, ...own(other)]) expect(shown).not.toContain(secret)
    expect(shown).not.toContain('55 元')
    for (const secret of [boss.name, boss.phone, boss.addressText]) expect(shown).not.toContain(secret)
  })

  const paper = async (name: string, partyId?: string) =>
    JSON.stringify(paperOf(await openPage(cast.mediator, story.id, story.now), name, { party: partyId ?? null }))

  test.each(['agreement', 'registration', 'rights', 'ending', 'visit', 'session'])('its copy of %s', async (name) => {
    const { parties } = await story.row()
    for (const at of [0, 5, 11]) {
      const mine = parties.find((party) => party.name === workers[at]!.name)!
      const copy = await paper(name, mine.id)
      for (const other of workers.filter((_, place) => place !== at))
        for (const secret of own(other)) expect(copy, name).not.toContain(secret)
      expect(copy).not.toContain('55 元')
    }
  })

  test('its copy of the agreement holds the own amount; the one for the file holds all', async () => {
    const { parties } = await story.row()
    const mine = parties.find((party) => party.name === workers[5]!.name)!
    expect(await paper('agreement', mine.id)).toContain(money(workers[5]!.amount))
    const whole = await paper('agreement')
    for (const { amount } of workers) expect(whole).toContain(money(amount))
  })

  test('there is no copy for somebody who is no party of it', async () => {
    expect((await refusalOf(paper('agreement', newId())))[0]).toBe(404)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { openCase } from '#app/domain/party-page/open-case.server'
import { caseOf } from '#app/domain/party-page/page.server'
import { plainStates } from '#app/domain/party-page/words'
import { receiptOf } from '#app/domain/registration/receipt.server'
import { register } from '#app/domain/registration/register.server'
import { registrationForm } from '#app/domain/registration/form'
import type { Person } from '#app/domain/actor'
import { areaId, longquan, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { settleOnSpotWithin } from '#app/domain/agreement/agree.server'
import { term } from '../../support/disputes'

let cast: Record<Part, Person>
let village: string
beforeAll(async () => {
  cast = await people()
  village = await areaId(longquan)
})

const form = (more: object = {}) =>
  registrationForm.parse({
    areaId: village,
    facts: '杨正平改了水渠，和丽江家断水。',
    forParty: 0,
    parties: [
      { side: 'applicant', kind: 'person', name: '和丽江' },
      { side: 'respondent', kind: 'person', name: '杨正平', phone: '13900000000' },
    ],
    ...more,
  })

async function registered(more: object = {}, settled = false) {
  const { id } = await register(
    { actor: cast.grid, form: form(more) },
    settled
      ? (file) =>
          settleOnSpotWithin(file, {
            form: 'oral',
            content: '恢复水渠',
            mediatorId: cast.mediator.accountId,
            terms: [
              term(),
              term({ who: '杨正平', to: '和丽江', what: '杨正平把渠挖开', kind: 'do' }),
              term({ who: '杨正平', to: '木某某', what: '赔给别家', kind: 'do' }),
            ],
          })
      : undefined,
  )
  const { number, code } = await receiptOf(cast.grid, id)
  return { id, number, code: code! }
}

let address = 0
const from = () => `10.0.0.${++address}`

describe('opening the own case', () => {
  test('by number and code, however they are typed', async () => {
    const { number, code } = await registered()
    for (const [n, c] of [
      [number, code],
      [number.replaceAll('-', ''), code.toLowerCase()],
      [`${number}号`, code.replace('-', ' ')],
    ] as const)
      expect((await caseOf(await openCase({ number: n, code: c, from: from() })))?.number).toBe(number)
  })

  test('answers the same for a wrong code, an unknown number and nonsense', async () => {
    const { number } = await registered()
    const asked = [
      [number, 'AAAA-2222'],
      ['530702-2026-999999', 'AAAA-2222'],
      ["' or 1=1 --", '%'],
      ['0'.repeat(500), '\u0000'],
    ]
    const answers = await Promise.all(asked.map(([n = '', code = '']) => refusalOf(openCase({ number: n, code, from: from() }))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.[0]).toBe(400)
  })

  test('is limited by failures, for the right code too, until the time is over', async () => {
    const { number, code } = await registered()
    const where = from()
    for (let attempt = 0; attempt < 5; attempt++) await refusalOf(openCase({ number, code: 'AAAA-2222', from: where }))
    expect((await refusalOf(openCase({ number, code, from: where })))[0]).toBe(429)
    expect(await openCase({ number, code, from: from() })).toBeTruthy()
  })

  test('ends after half an hour, and a ticket made elsewhere opens nothing', async () => {
    const { number, code } = await registered()
    const ticket = await openCase({ number, code, from: from() })
    expect(await caseOf(ticket, new Date(Date.now() + 31 * 60_000))).toBeNull()
    for (const forged of [null, '', 'x', `${ticket}x`, ticket.slice(0, -2)]) expect(await caseOf(forged)).toBeNull()
  })
})

describe('the own page', () => {
  test('says where it is, who acts next, until when, and nothing of the other side', async () => {
    const { number, code } = await registered()
    const own = await caseOf(await openCase({ number, code, from: from() }))
    expect(own).toMatchObject({
      title: '对方改了水渠，您家断水',
      now: plainStates.reported.now,
      next: { who: '束河街道分流岗', until: { late: false } },
    })
    expect(own?.contact?.phone).toBeTruthy()
    expect(JSON.stringify(own)).not.toMatch(/杨正平|13900000000|和丽江/)
  })

  test('shows the own agreed terms, and no others', async () => {
    const { number, code } = await registered({}, true)
    const own = await caseOf(await openCase({ number, code, from: from() }))
    expect(own?.terms.map(({ who, what }) => `${who}：${what}`)).toEqual(['对方：退还房费，300.00 元', '对方：对方把渠挖开'])
    expect(JSON.stringify(own)).not.toMatch(/杨正平|木某某/)
  })

  test('says little of a sealed case', async () => {
    const { number, code } = await registered({ sealed: true }, true)
    const own = await caseOf(await openCase({ number, code, from: from() }))
    expect(own).toMatchObject({ title: '您的这件纠纷', terms: [] })
  })

  test('has words for every state', async () => {
    const statuses = await db.$queryRaw<{ status: string }[]>`select unnest(enum_range(null::"DisputeStatus"))::text as status`
    expect(Object.keys(plainStates).sort()).toEqual(statuses.map(({ status }) => status).sort())
  })
})

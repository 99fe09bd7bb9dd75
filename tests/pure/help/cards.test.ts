import { describe, expect, test } from 'vitest'
import { roleLabels, type Person, type Role } from '#app/domain/actor'
import { periodRules } from '#app/domain/calendar/rules.data'
import { maySplitOff } from '#app/domain/merge/split-off.server'
import { mayAskWilling } from '#app/domain/dispute/annotate.server'
import { mayDo, type Handling } from '#app/domain/dispute/permissions'
import { isNoEvent } from '#app/domain/forms/no-event'
import { actsOn, cards, spoken } from '#app/domain/help/cards/cards'
import { actTitle, type HelpedAct } from '#app/domain/help/help'
import type { Desk } from '#machines/state'

const roles = Object.keys(roleLabels) as Role[]
const ofBodies: readonly Role[] = ['mediator', 'head', 'court', 'organ']
const desks: readonly Desk[] = ['triage', 'receiver', 'mediator', 'keeper', 'court', 'organ', 'none']

const holder = (role: Role): Person => {
  const ofBody = ofBodies.includes(role)
  return {
    kind: 'account',
    accountId: 'me',
    name: '某人',
    posts: [{ role, areaId: ofBody ? null : 'area', bodyId: ofBody ? 'body' : null, title: roleLabels[role] }],
  }
}

/** Disputes that have something to do with whoever holds a role: on each desk, at the own body, asked of it, registered by oneself. */
const handlings = (role: Role): Handling[] =>
  desks.flatMap((desk) =>
    (['township', 'district'] as const).flatMap((level) =>
      [true, false].map((open): Handling => ({
        desk,
        level,
        townshipId: 'area',
        districtId: 'area',
        registeredById: 'me',
        keeperId: null,
        leg: open ? { bodyId: 'body', channel: 'people', mediatorIds: role === 'mediator' ? ['me'] : [], staffed: true } : null,
        askedBodyIds: ['body'],
      })),
    ),
  )

const may = (role: Role, act: HelpedAct): boolean =>
  handlings(role).some((of) =>
    act === 'splitOff' ? maySplitOff(holder(role), of) : isNoEvent(act) ? mayAskWilling(holder(role), of) : mayDo(holder(role), act, of),
  )

test('every role has a card of its own', () => {
  expect(Object.keys(cards).sort()).toEqual([...roles].sort())
  for (const role of roles) expect(cards[role].role).toBe(role)
})

describe.each(roles)('%s', (role) => {
  const card = cards[role]

  test('names only acts that this post may do', () => {
    for (const act of actsOn(card)) expect([act, may(role, act)]).toEqual([act, true])
  })

  test('names every button as it is called on the page', () => {
    const said = card.tasks.flatMap(({ steps }) => steps.map(spoken)).join('')
    expect(said).not.toMatch(/[{}]/u)
    for (const act of actsOn(card)) expect(said).toContain(actTitle(act))
  })

  test('five things, each in three to five steps', () => {
    expect(card.tasks).toHaveLength(5)
    for (const { steps } of card.tasks) expect(steps.length >= 3 && steps.length <= 5).toBe(true)
  })

  test('periods are rules that the calendar has', () => {
    const codes = new Set(periodRules.map(({ code }) => code))
    expect(card.periods.filter((code) => !codes.has(code))).toEqual([])
    expect(new Set(card.periods).size).toBe(card.periods.length)
  })

  test('says what must not be done, and whom to ask', () => {
    expect(card.cannot.length).toBeGreaterThanOrEqual(6)
    expect(new Set(card.cannot.map(({ say }) => say)).size).toBe(card.cannot.length)
    expect(card.ask.length).toBeGreaterThanOrEqual(3)
  })
})

test('who only watches is told of no act', () => {
  for (const role of ['bureau', 'leader', 'admin'] as const) expect(actsOn(cards[role])).toEqual([])
})

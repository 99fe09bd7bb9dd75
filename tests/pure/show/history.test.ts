import { describe, expect, test } from 'vitest'
import { eventLabels } from '#machines/dispute.labels'
import { sentenceOf, type Known } from '#app/domain/dispute/history'
import { labelOf, wayOf, whoActsNext } from '#app/domain/dispute/words'

/** What an id stands for when nobody knows it any more. */
const unknown: Known = {
  body: () => '承办单位',
  party: () => undefined,
  account: () => '调解员',
  term: () => undefined,
  sessionNo: () => undefined,
  agreementNumber: () => null,
  request: () => '协办单位',
  court: () => '人民法院',
  prior: () => '',
  link: () => '',
  other: () => '另一件',
  roster: () => undefined,
  deadline: () => '期限',
  station: () => undefined,
  leg: null,
  matter: () => '治安案件（束河派出所）',
  entruster: () => undefined,
  again: false,
}
const detail = {
  mediatorIds: ['x'],
  left: null,
  days: 3,
  unit: 'd',
  kind: 'joint',
  count: 1,
  step: 'ask',
  form: 'oral',
  result: 'settled',
  code: 'refused',
  reason: 'full',
  ground: 'refused',
  level: 'red',
  what: 'agreement',
  force: 'none',
  to: 'district',
  channel: 'people',
}

describe('every event is a sentence', () => {
  test.each(Object.keys(eventLabels))('%s', (type) => {
    const steps: Record<string, string> = {
      danger: 'handled',
      question: 'asked',
      partyChange: 'joined',
      matter: 'found',
      sitting: 'planned',
      alarm: 'raise',
    }
    const { title, what } = sentenceOf(type, { ...detail, ...(steps[type] && { step: steps[type] }) }, unknown)
    for (const words of [title, what]) {
      expect(words).toMatch(/[\u4e00-\u9fff]/)
      expect(words).not.toMatch(/undefined|null|NaN|\[object/)
    }
    expect(title.length).toBeLessThanOrEqual(9)
  })
  test('an event of a version that is no longer known is shown as it is', () => {
    expect(sentenceOf('vanished', {}, unknown)).toEqual({ title: 'vanished', what: 'vanished' })
  })
  test('a second offer is another try, a payment says its sum', () => {
    expect(sentenceOf('offer', { bodyId: 'x', channel: 'people' }, { ...unknown, again: true })).toEqual({
      title: '再分流',
      what: '分流给承办单位',
    })
    expect(sentenceOf('perform', { obligationId: 'x', amountFen: 30_000 }, { ...unknown, term: () => '第 2 项：退房费' }).what).toBe(
      '第 2 项：退房费，付 300.00 元',
    )
    expect(sentenceOf('fail', { code: 'noAgreement' }, unknown).what).toBe('调解不成')
  })
})

describe('a channel bears the word of its body', () => {
  test.each([
    [{ channel: 'people', bodyKind: 'namedRoom' }, '人民调解'],
    [{ channel: 'judicial', bodyKind: 'court' }, '诉前调解'],
    [{ channel: 'judicial', bodyKind: 'court', partyAsked: true }, '诉讼'],
    [{ channel: 'judicial', bodyKind: 'court', partyAsked: true, otherNumber: '（2026）云0702诉前调123号' }, '诉前调解'],
    [{ channel: 'administrative', bodyKind: 'labourArbitration' }, '仲裁'],
    [{ channel: 'administrative', bodyKind: 'administrativeReconsideration' }, '行政复议'],
    [{ channel: 'administrative', bodyKind: 'naturalResources' }, '行政处理'],
    [{ channel: 'administrative', bodyKind: 'health' }, '行政调解'],
  ])('%o is %s', (leg, word) => {
    expect(wayOf(leg)).toBe(word)
    expect(labelOf('inCourt', leg)).toBe(`${word}中`)
    expect(labelOf('performing', leg)).toBe('履行中')
  })
})

test('whose desk it is on is a unit, and nobody where nothing is to be done', () => {
  const of = { level: 'township' as const, townshipName: '束河街道', body: '马锅头调解室', mediators: ['木春燕'], keeper: null }
  expect(whoActsNext('triage', of)).toBe('束河街道分流岗')
  expect(whoActsNext('triage', { ...of, level: 'district' })).toBe('区分流岗')
  expect(whoActsNext('mediator', of)).toBe('马锅头调解室 木春燕')
  expect(whoActsNext('keeper', { ...of, mediators: [], keeper: '和学文' })).toBe('和学文')
  expect(whoActsNext('none', of)).toBeNull()
})

import { describe, expect, test } from 'vitest'
import type { Applicant, Sought } from '#app/domain/recommend/inputs'
import { recommend } from '#app/domain/recommend/recommend'
import { reasonsOf, sayExclusion, toldText, type Saying } from '#app/domain/recommend/say'
import { routingVersions } from '#app/domain/recommend/versions'
import { inputs, kindsOf, network, sought } from '../../support/routing'

const rules = routingVersions[0]!
const { village, room, township, industry, joint, court, arbitration, resources } = network

const order = (of: Partial<Sought> = {}, bodies?: readonly Applicant[]) => {
  const given = inputs(of, bodies)
  return kindsOf(recommend(rules, given).ranked, given)
}
const at = (of: Partial<Sought> = {}): Saying => ({ sought: sought(of), rules, partyName: () => '杨某' })
const reasons = (one: Applicant, of: Partial<Sought> = {}) =>
  recommend(rules, inputs(of, [one])).ranked.flatMap(({ parts }) =>
    reasonsOf(parts, at(of)).map(({ verdict, text }) => `${verdict} ${text}`),
  )
const against = (one: Applicant, of: Partial<Sought> = {}) =>
  recommend(rules, inputs(of, [one])).excluded.flatMap(({ why }) => why.map((each) => sayExclusion(each, at(of)).text))

describe('the fittest first', () => {
  test.each<[why: string, of: Partial<Sought>, first: string[]]>([
    [
      'a quarrel of neighbours: the village, the room of the type, the township',
      {},
      ['villageCommittee', 'namedRoom', 'townshipCommittee'],
    ],
    ['twelve households: who can bring several together', { people: 12 }, ['townshipCommittee', 'jointCommittee', 'villageCommittee']],
    ['wages: the committee that the law names', { typeCode: '10' }, ['industryCommittee', 'townshipCommittee', 'jointCommittee']],
    [
      'who owns a wood: who decides by law',
      { typeCode: '07', subtypeCode: '0702' },
      ['government', 'naturalResources', 'villageCommittee'],
    ],
    [
      'handed over by the court: its own room, then those it invited',
      { source: 'court', typeCode: '04' },
      ['stationedRoom', 'court', 'jointCommittee'],
    ],
    ['danger: not the village alone', { risk: 'red' }, ['townshipCommittee', 'villageCommittee', 'jointCommittee']],
    [
      'from the hotline: where several departments sit',
      { intake: 'hotline', typeCode: '99' },
      ['villageCommittee', 'jointCommittee', 'townshipCommittee'],
    ],
    [
      'a visitor who leaves: the room that sits the same day',
      { visitor: true, typeCode: '11' },
      ['namedRoom', 'villageCommittee', 'townshipCommittee'],
    ],
  ])('%s', (_, of, first) => {
    expect(order(of).slice(0, 3)).toEqual(first)
  })

  test('what the parties wish weighs more than who is nearest', () => {
    expect(order({}, [village, { ...township, wished: 2 }])[0]).toBe('townshipCommittee')
    expect(reasons({ ...township, wished: 2 })).toContain('yes 各方当事人都希望由它调解（人民调解法第19条）')
  })

  test('who had this one before and did not end it comes after the others of the place', () => {
    const again = { ...village, before: [{ result: 'returned', code: 'language' }] }
    expect(order({}, [again, room, township])).toEqual(['namedRoom', 'townshipCommittee', 'villageCommittee'])
    expect(reasons({ ...village, before: [{ result: 'failed', code: 'noAgreement' }] })).toContain('but 这件在它那里调过，没有调成')
  })

  test('a full body comes after all that are not, and one that is nearly full says so', () => {
    expect(order({}, [{ ...village, load: 10 }, township, joint])).toEqual(['townshipCommittee', 'jointCommittee', 'villageCommittee'])
    expect(reasons({ ...village, load: 8 })).toContain('but 在办 8 件，接近上限 10 件')
    expect(reasons({ ...village, load: 10 })).toContain('but 在办 10 件，上限 10 件，已满')
  })

  test('a village of the township, where nobody knows which, is behind the township and says what to find out', () => {
    const unsure = { ...village, near: 'inside' as const }
    expect(order({}, [unsure, township])).toEqual(['townshipCommittee', 'villageCommittee'])
    expect(reasons(unsure)).toContain('but 是本乡镇（街道）的村（社区），先弄清是不是纠纷所在的那个')
  })

  test('among equals the dispute decides whose turn it is, not the name', () => {
    const twins = ['a', 'b', 'c', 'd'].map((id) => ({ ...township, id }))
    const firsts = Array.from({ length: 200 }, (_, n) => recommend(rules, inputs({ disputeId: `dispute ${n}` }, twins)).ranked[0]!.bodyId)
    for (const { id } of twins) expect(firsts.filter((first) => first === id).length, id).toBeGreaterThan(25)
  })
})

describe('who cannot', () => {
  test('other villages, and organs that nothing names, do not come into question', () => {
    expect(recommend(rules, inputs({}, [{ ...village, near: 'elsewhere' }, resources, arbitration]))).toMatchObject({
      ranked: [],
      excluded: [],
    })
  })

  test.each<[one: Applicant, of: Partial<Sought>, why: string]>([
    [industry, {}, '受理范围里没有邻里纠纷'],
    [{ ...village, party: true }, {}, '它自己就是当事人'],
    [village, { unwilling: ['x'] }, '杨某不愿意调解，受理不了（《人民调解法》第17条）'],
    [township, { source: 'court' }, '不是特邀调解组织，接不了法院委派、委托的'],
    [{ ...village, before: [{ result: 'returned', code: 'outOfScope' }] }, {}, '退回过这件：不属本组织受理范围'],
    [{ ...village, staff: { clear: 0, verify: 0, warn: 0, blocked: 2, away: 0, full: 0 } }, {}, '它的 2 名调解员都要回避'],
    [
      { ...village, staff: { clear: 0, verify: 0, warn: 0, blocked: 1, away: 1, full: 2 } },
      {},
      '现在没有能派的调解员：1 名请假，2 名办满，1 名要回避',
    ],
  ])('%o %o: %s', (one, of, why) => {
    expect(order(of, [one])).toEqual([])
    expect(against(one, of).join()).toContain(why)
  })

  test('a side that refuses leaves the courts', () => {
    expect(order({ unwilling: ['x'] })).toEqual(['court'])
  })
})

test('a body whose people have no account can still be chosen; the post does it for them', () => {
  const unstaffed = { ...village, staff: { clear: 0, verify: 0, warn: 0, blocked: 0, away: 0, full: 0 } }
  expect(reasons(unstaffed)).toContain('but 还没有登记调解员的账号，由分流岗代为办理')
})

test('each reason has two faces: what is for the staff never goes on the path', () => {
  const one = { ...township, tiles: 2, dealt: 1, staff: { clear: 0, verify: 0, warn: 1, blocked: 0, away: 0, full: 0 } }
  const [ranked] = recommend(rules, inputs({}, [one])).ranked
  const said = reasonsOf(ranked!.parts, at())
  expect(said.filter(({ internal }) => internal).map(({ text }) => text)).toEqual([
    '办过同一些当事人的另外 1 件，熟悉情况',
    '隔着 2 个乡镇（街道）',
    '能派的 1 名，都要先把利害关系告知双方',
  ])
  const told = toldText(ranked!.parts, at())
  expect(told).toContain('在本乡镇（街道）')
  for (const words of ['另外 1 件', '隔着', '利害关系']) expect(told).not.toContain(words)
})

test('arbitration and court are only guided to: the party begins', () => {
  expect(reasons(arbitration, { typeCode: '10' })).toContain('but 要当事人自己申请：先引导，申请了再登记去向')
  expect(order({ typeCode: '10' }, [court, arbitration, township])[0]).toBe('townshipCommittee')
})

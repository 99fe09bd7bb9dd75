import { describe, expect, test } from 'vitest'
import { rank, reasonText, type Applicant, type Sought } from '#app/domain/triage/rank'

const body = (given: Partial<Applicant> & Pick<Applicant, 'kind'>): Applicant => ({
  id: given.kind,
  name: given.kind,
  channel: 'people',
  types: [],
  capacity: 10,
  courtInvited: false,
  near: 'district',
  load: 0,
  speakers: {},
  namesakes: [],
  before: [],
  ...given,
})
const village = body({ kind: 'villageCommittee', near: 'village', types: ['02', '0401'] })
const room = body({ kind: 'namedRoom', near: 'township', types: ['02', '0401'], speakers: { naxi: 2 } })
const township = body({ kind: 'townshipCommittee', near: 'township' })
const industry = body({ kind: 'industryCommittee', types: ['10'] })
const joint = body({ kind: 'jointCommittee', courtInvited: true })
const court = body({ kind: 'court', channel: 'judicial', capacity: null })
const arbitration = body({ kind: 'labourArbitration', channel: 'administrative', types: ['10'], capacity: null })
const government = body({ kind: 'government', channel: 'administrative', types: ['07'], capacity: null })
const resources = body({ kind: 'naturalResources', channel: 'administrative', types: ['07'], capacity: null })
const all = [court, joint, township, industry, room, arbitration, government, resources, village]

const seek = (given: Partial<Sought> = {}): Sought => ({
  typeCode: '02',
  subtypeCode: null,
  typeWords: '邻里纠纷',
  languages: [],
  entrustedByCourt: false,
  unwilling: [],
  awaitsConsent: false,
  organisations: [],
  ...given,
})
const order = (bodies: Applicant[], sought: Sought) =>
  rank(bodies, sought)
    .filter(({ unsuitable }) => !unsuitable)
    .map(({ body: { kind } }) => kind)
const reasons = (one: Applicant, sought: Sought) => rank([one], sought)[0]?.reasons.map(({ verdict, text }) => `${verdict} ${text}`) ?? []

describe('who could take a dispute', () => {
  test('the village first, then the room of the type, the township, the district, then the ways of law', () => {
    expect(order(all, seek())).toEqual(['villageCommittee', 'namedRoom', 'townshipCommittee', 'jointCommittee', 'court'])
  })

  test('who gave it back, though it may be asked again, comes after the others of the place', () => {
    const again = { ...village, before: [{ result: 'returned', code: 'language' }] }
    expect(order([again, room, township, joint], seek())).toEqual(['namedRoom', 'townshipCommittee', 'villageCommittee', 'jointCommittee'])
  })

  test('what the law gives to an authority first stands on top', () => {
    expect(
      order(all, seek({ typeCode: '07', subtypeCode: '0702' }))
        .slice(0, 2)
        .sort(),
    ).toEqual(['government', 'naturalResources'])
  })

  test('labour: its committee, and arbitration only as a way that the party begins', () => {
    const sought = seek({ typeCode: '10', typeWords: '劳动争议纠纷' })
    expect(order(all, sought)).toEqual(['industryCommittee', 'townshipCommittee', 'jointCommittee', 'labourArbitration', 'court'])
    expect(rank([arbitration], sought)[0]).toMatchObject({ guided: true, unsuitable: false })
  })

  test('other villages’ committees and organs that nothing names do not come into question', () => {
    expect(
      rank(
        [body({ kind: 'villageCommittee', near: 'elsewhere' }), body({ kind: 'police', channel: 'administrative', near: 'elsewhere' })],
        seek(),
      ),
    ).toEqual([])
    expect(rank([resources, arbitration], seek())).toEqual([])
  })

  test('a full body comes after all that are not, and one that is nearly full says so', () => {
    expect(order([{ ...village, load: 10 }, township, joint], seek())).toEqual(['townshipCommittee', 'jointCommittee', 'villageCommittee'])
    expect(reasons({ ...village, load: 8 }, seek())).toContain('but 在办 8 件，接近上限 10 件')
    expect(reasons({ ...village, load: 10 }, seek())).toContain('but 在办 10 件，上限 10 件，已满')
  })

  test('language: how many speak it, or that an interpreter is needed', () => {
    expect(reasons(room, seek({ languages: ['naxi'] }))).toContain('yes 有会纳西语的 2 名')
    expect(reasons(village, seek({ languages: ['naxi'] }))).toContain('but 没有会纳西语的调解员，要请翻译')
  })

  test('a side that refuses bars every people’s body; a court’s case only those that the court did not invite', () => {
    expect(order(all, seek({ unwilling: ['杨正平'] }))).toEqual(['court'])
    expect(order([village, joint], seek({ entrustedByCourt: true }))).toEqual(['jointCommittee'])
  })

  test('what it did on this dispute before: a lasting reason bars it, a passing one is said', () => {
    const back = (code: string) => [{ result: 'returned', code }]
    expect(order([{ ...village, before: back('outOfScope') }], seek())).toEqual([])
    expect(reasons({ ...village, before: back('full') }, seek())).toContain('but 退回过这件：在办已满')
    expect(reasons({ ...village, before: [{ result: 'failed', code: 'noAgreement' }] }, seek())).toContain('but 这件在它那里调过，没有调成')
  })

  test('a namesake among its people is for the staff to check, and never goes on the path', () => {
    const [one] = rank([{ ...village, namesakes: ['和丽江'] }], seek())
    expect(one!.reasons).toContainEqual({ verdict: 'but', text: '和丽江和一方当事人同名，指派前先核实是不是本人', internal: true })
    expect(reasonText(one!)).not.toContain('和丽江')
    expect(reasonText(one!)).toContain('就在本村（社区）')
  })

  test('a body that is itself a party cannot take it', () => {
    expect(order([{ ...village, name: '龙泉社区' }], seek({ organisations: ['龙泉社区'] }))).toEqual([])
  })
})

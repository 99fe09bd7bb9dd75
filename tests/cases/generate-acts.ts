/** A number from 0 up to, and not with, its sides. */
export type Dice = (sides: number) => number
type Fields = Record<string, unknown>

const maybe = (dice: Dice, fields: Fields): Fields => (dice(3) === 0 ? fields : {})
const of = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T

const kindsOf = {
  people: ['villageCommittee', 'townshipCommittee', 'namedRoom', 'industryCommittee', 'stationedRoom', 'jointCommittee', 'other'],
  judicial: ['court', 'procuratorate'],
  administrative: [
    'police',
    'labour',
    'marketSupervision',
    'naturalResources',
    'agriculture',
    'housing',
    'ecology',
    'health',
    'education',
    'water',
    'cultureTourism',
    'labourArbitration',
    'landArbitration',
    'administrativeReconsideration',
    'legalAid',
    'government',
    'other',
  ],
} as const
const names = ['“马锅头”调解室', '「彭仁杰」个人调解室', '某调解组织', '某单位', '古城区人民法院', '某地（联合）工作组']

/** One obligation in any shape that the case schema knows. */
function term(dice: Dice, day: number, place: number, count: number): Fields {
  const kind = of(dice, ['pay', 'pay', 'pay', 'do', 'handOver', 'apologise', 'refrain'])
  const amount =
    kind === 'pay'
      ? of<Fields>(dice, [
          { amountFen: 100 },
          { amountFen: 250_001 },
          { amountFen: null, formula: '斤数×单价' },
          { amountFen: null, amountText: '二十余万元' },
        ])
      : {}
  const every = of(dice, ['P1M', 'P2M', 'P1Y', 'P2W', 'P10D', 'P1Y6M', 'P1M3D', 'P1Y2M3W4D'])
  const others = Array.from({ length: count }, (_, n) => n).filter((n) => n !== place)
  return {
    who: of(dice, ['赵某', '某客栈', '村委会']),
    what: of(dice, ['付清', '修好水管', '赔礼道歉', '不再堆放']),
    kind,
    ...amount,
    dueDay: dice(2) ? null : day + dice(60),
    ...maybe(dice, { to: '钱某' }),
    ...maybe(dice, { every, ...maybe(dice, { times: 1 + dice(3) }) }),
    ...maybe(dice, { heads: 2 + dice(3) }),
    ...maybe(dice, { dueText: '农历九月初九前' }),
    ...maybe(dice, { until: '付清为止' }),
    ...(dice(6) === 0 && { standing: true }),
    ...maybe(dice, { condition: '验收以后' }),
    ...(others.length > 0 && maybe(dice, { dependsOn: [of(dice, others)] })),
    ...maybe(dice, { note: '未报道' }),
  }
}
const terms = (dice: Dice, day: number) => {
  const count = of(dice, [0, 1, 1, 1, 2, 3])
  return Array.from({ length: count }, (_, place) => term(dice, day, place, count))
}
const form = (dice: Dice) => of(dice, ['oral', 'written'])
const level = (dice: Dice) => ({ to: of(dice, ['township', 'district']), ...maybe(dice, { why: '案情重大' }) })
const reason = (text: string) => () => ({ why: text })

/** The fields of each act but its day, drawn at random; the checker says whether the act may come now. */
export const draw: Record<string, (dice: Dice, day: number) => Fields> = {
  prior: (dice, day) => ({
    what: of(dice, ['attempt', 'agreement', 'minutes', 'courtMediation', 'judgment', 'will']),
    by: '某村委会',
    on: of(dice, [null, '2019年']),
    force: of(dice, ['none', 'contract', 'court', 'other']),
    ...maybe(dice, { kept: of(dice, ['yes', 'partly', 'no', 'disputed']) }),
    ...maybe(dice, { terms: terms(dice, day) }),
  }),
  roster: (dice) => ({
    side: of(dice, ['申请人', '被申请方(某姓群众)', '周边商户']),
    count: 1 + dice(40),
    unit: of(dice, ['person', 'household']),
    ...maybe(dice, { estimated: true }),
    ...maybe(dice, { representatives: 2 }),
  }),
  risk: (dice) => ({ level: of(dice, ['green', 'yellow', 'red']), why: '情绪激动' }),
  escalate: level,
  deescalate: level,
  settleOnSpot: (dice, day) => ({ form: form(dice), terms: terms(dice, day) }),
  offer: (dice) => {
    const channel = of(dice, ['people', 'people', 'people', 'judicial', 'administrative'] as const)
    return { channel, to: of<string>(dice, kindsOf[channel]), ...maybe(dice, { name: of(dice, names) }) }
  },
  return: reason('不属本组织受理范围'),
  recall: reason('另行安排'),
  receive: () => ({}),
  invite: (dice) => ({ to: of(dice, Object.values(kindsOf).flat()), role: '联合调解', ...maybe(dice, { name: of(dice, names) }) }),
  assign: (dice) => ({ mediators: 1 + dice(4) }),
  object: (dice) => ({ by: of(dice, ['申请人', '某客栈', '谁也不是']), why: '与对方是亲戚' }),
  session: (dice) => ({ kind: of(dice, ['joint', 'separate', 'site', 'video', 'inquiry']), ...maybe(dice, { count: 2 }) }),
  extend: () => ({}),
  suspend: reason('等待鉴定'),
  resume: reason('鉴定已出'),
  agree: (dice, day) => ({ form: form(dice), terms: terms(dice, day) }),
  partial: (dice, day) => ({
    who: '六户中的三户',
    count: of(dice, [null, 3]),
    left: of(dice, [null, 0, 3]),
    form: form(dice),
    terms: terms(dice, day),
  }),
  amend: (dice, day) => ({ form: form(dice), why: '改为分期', terms: terms(dice, day) }),
  sign: () => ({}),
  fail: (dice) => ({ why: '分歧过大', ...maybe(dice, { told: '可以起诉' }) }),
  perform: (dice) => ({
    term: dice(4),
    ...(dice(2) && { amountFen: of(dice, [50, 100, 200, 250_001]) }),
    ...maybe(dice, { proof: '收条' }),
  }),
  breach: (dice) => ({ term: dice(4), why: '没有做到' }),
  contest: (dice) => ({ by: of(dice, ['被申请人', '谁也不是']), why: '认为显失公平' }),
  confirm: (dice) => ({
    step: of(dice, ['apply', 'granted', 'refused', 'withdrawn']),
    ...maybe(dice, { covers: [...new Set([dice(3), dice(3)])] }),
  }),
  outcome: (dice, day) => ({
    of: of(dice, ['court', 'organ']),
    result: of(dice, ['settled', 'decided', 'handedBack']),
    ...maybe(dice, { form: form(dice) }),
    ...(dice(2) && { terms: terms(dice, day) }),
  }),
  link: (dice) => ({ to: of(dice, ['H01', 'S99', '另一起纠纷']), why: '同一起因' }),
  visit: (dice) => ({ result: of(dice, ['kept', 'kept', 'partly', 'relapsed', 'unreachable']) }),
  close: (dice) => ({ result: of(dice, ['settled', 'settled', 'unresolved', 'referred']), ...maybe(dice, { withoutVisit: '当场履行' }) }),
  reopen: reason('又起争执'),
  decline: reason('已经起诉'),
  withdraw: reason('自行和解'),
  transferOut: reason('由外县办理'),
}

import fc from 'fast-check'
import { knownKinds } from '../support/kinds'
import { draw, type Dice } from './generate-acts'
import { walk } from './shared/check.mjs'

/** Random case files: acts one after the other, each picked from those that the shared checker takes next. */

export type Generated = { id: string; acts: GeneratedAct[]; actsEnd: string } & Record<string, unknown>
export type GeneratedAct = { day: number; act: string } & Record<string, unknown>

/** Small, fast and the same everywhere: one seed is one case, and a shorter length its beginning. */
function diceOf(seed: number): Dice {
  let state = seed | 0
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const ended = ['closed', 'declined', 'withdrawn', 'transferredOut']
const unsigned = /^the last written agreement/

/** What the checker says of these acts, but for how a whole file has to end. */
function look(acts: GeneratedAct[]) {
  const { errors, state } = walk({ acts, actsEnd: 'open' })
  return { taken: !errors.some((error) => error.startsWith('act ')), waits: errors.some((error) => unsigned.test(error)), state }
}

/** Acts that carry a case on come often, those that may stand anywhere seldom, those that end it hardly ever. */
const weights: Record<string, number> = {
  sign: 60,
  receive: 50,
  assign: 30,
  offer: 40,
  agree: 12,
  partial: 12,
  amend: 12,
  session: 10,
  outcome: 20,
  perform: 20,
  visit: 12,
  close: 25,
  confirm: 25,
  suspend: 8,
  resume: 25,
  extend: 8,
  object: 8,
  fail: 8,
  settleOnSpot: 6,
  reopen: 25,
  breach: 4,
  contest: 4,
  decline: 1,
  withdraw: 1,
  transferOut: 1,
}
const beside = 3
const bag = Object.keys(draw).flatMap((act) => Array.from({ length: weights[act] ?? beside }, () => act))

function next(acts: GeneratedAct[], dice: Dice): GeneratedAct | null {
  const day = (acts.at(-1)?.day ?? 0) + [0, 0, 0, 1, 2, 5, 12, 33][dice(8)]!
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const name = bag[dice(bag.length)]!
    const act = { day, act: name, ...draw[name]!(dice, day) }
    if (look([...acts, act]).taken) return act
  }
  return null
}

const parties = [
  { role: '申请人', name: '赵某', kind: 'person', count: 1, note: null },
  { role: '被申请人', name: '某客栈', kind: 'org', count: 1, note: '未报道' },
  { role: '被申请人', name: '钱某等6户', kind: 'group', count: 6, note: null },
  { role: '第三人', name: '某保险公司', kind: 'org', count: 1, note: null },
  { role: '甲方', name: '孙某、李某', kind: 'person', count: 2, note: null },
]

/** The case of a seed: up to `length` acts after registration, and a sign where a paper would be left waiting. */
export function generate(seed: number, length: number): Generated {
  const dice = diceOf(seed)
  const kinds = [...knownKinds, '医疗损害', '从未见过的类型']
  const by = ['grid', 'office', 'mediator', 'body', 'court', 'police', 'party'][dice(7)]
  const source = ['群众申请', '法院委派(诉前)', '从未见过的来源', '信访转办(市林业局)'][dice(4)]
  const acts: GeneratedAct[] = [{ day: 0, act: 'register', by, source, ...(dice(5) === 0 && { urgent: true }) }]
  const kind = kinds[dice(kinds.length)]
  const people = parties.filter((_, n) => n === dice(parties.length) || dice(2) === 0)
  while (acts.length <= length) {
    const act = next(acts, dice)
    if (!act) break
    acts.push(act)
  }
  if (look(acts).waits) acts.push({ day: acts.at(-1)!.day, act: 'sign' })
  const { state } = look(acts)
  return {
    id: 'H01',
    kind,
    source: { site: '随机', title: null, lead: null, date: null, coverage: 'partial' },
    place: { province: null, city: null, county: null, township: dice(2) ? '束河街道' : null, village: null },
    occurredOn: null,
    parties: people.length ? people : [parties[0]!],
    peopleAffected: dice(2) ? 3 : null,
    summary: '随机生成的案情。',
    amountInDispute: dice(2) ? 1234.56 : null,
    amountNote: null,
    disputeSource: '随机',
    route: [{ body: '某', bodyKind: '某', action: '某' }],
    steps: [],
    result: '随机',
    agreement: null,
    confirmation: { type: '无', by: null, date: null },
    followUp: null,
    riskSignals: [],
    softwareDemand: '随机',
    acts,
    actsEnd: ended.includes(state) ? state : 'open',
  }
}

/** For properties: shrinking makes a case shorter, act by act. */
export const generatedCase = (longest: number) =>
  fc.record({ length: fc.integer({ min: 1, max: longest }), seed: fc.integer() }).map(({ seed, length }) => generate(seed, length))

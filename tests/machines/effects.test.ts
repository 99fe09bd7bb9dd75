import { expect, test } from 'vitest'
import type { DisputeFacts } from '#machines/dispute.facts'
import { eventLabels } from '#machines/dispute.labels'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import type { Effect } from '#machines/effects'
import { statesOf, step } from '#machines/step'
import { actNames, acts, facts, type Act } from './events'

const word = ({ type, ...params }: Effect) => [type, ...Object.values(params)].join(' ')
const effectsOf = (status: DisputeStatus, act: Act, of: Partial<DisputeFacts> = {}) =>
  step(disputeMachine, status, facts(of), acts[act])?.effects.map(word)

/** Everything a guard asks for is there, so that each act that a state knows goes as far as it can. */
const ready = { receivedOnce: true, inForce: true, paper: true, kept: true, channel: 'people' } as const
/** No paper of ours waits while a court or an organ has it. */
const elsewhere: DisputeStatus[] = ['inCourt', 'inAdministration']
const written = ['prior', 'roster', 'link', 'risk', 'request', 'confirmation', 'note', 'correct', 'lapse'] as const

const lines = (status: DisputeStatus) =>
  actNames.flatMap((act) => {
    if ((written as readonly string[]).includes(act)) return []
    const paper = !elsewhere.includes(status)
    const next = step(disputeMachine, status, facts({ ...ready, paper }), acts[act])
    const said = next?.effects.map(word).join(', ')
    return next && said ? [`${status} ${act} → ${next.status}: ${said}`] : []
  })

test('what each act does beside the move: periods, legs, papers, who is told', () => {
  expect(statesOf(disputeMachine).flatMap(lines).join('\n')).toMatchInlineSnapshot(`
    "reported offer to a committee → offered: stop triage, start receipt, openLeg, tell receiver
    reported offer to the court → offered: stop triage, start receipt, openLeg, tell receiver
    reported offer to an organ → offered: stop triage, start receipt, openLeg, tell receiver
    reported escalate → reported: tell triage
    reported deescalate → reported: tell triage
    reported ask → reported: tell registrar
    reported decline → declined: stop triage, withdrawRequests
    reported transfer out → transferredOut: stop triage, withdrawRequests
    reported withdraw → withdrawn: stop triage, endLeg withdrawn, stop mediation, dropPapers, withdrawRequests
    reported settle on the spot, oral → performing: stop triage, start performance
    reported settle on the spot, oral, done at once → visiting: stop triage, start returnVisit
    reported settle on the spot, written → signing: stop triage, start signing
    reported kept after all → performing: stop triage, start performance
    reported kept after all, nothing owed → performing: stop triage, start performance
    reported close → closed: stop triage, withdrawRequests
    reported danger → reported: tell desk
    reported question → reported: tell registrar
    reported reply → reported: stop reply
    reported urge → reported: tell desk
    reported lapse that ends → reported: tell desk
    offered recall → reported: stop receipt, start triage, endLeg recalled, tell receiver
    offered withdraw → withdrawn: stop receipt, endLeg withdrawn, stop mediation, dropPapers, withdrawRequests
    offered receive → assigning: stop receipt, start assignment, receiveLeg, start mediation, tell parties
    offered return → reported: stop receipt, start triage, endLeg returned, dropPapers, tell triage
    offered danger → offered: tell desk
    offered question → offered: tell registrar
    offered reply → offered: stop reply
    offered urge → offered: tell desk
    offered lapse that ends → offered: tell desk
    assigning withdraw → withdrawn: stop assignment, endLeg withdrawn, stop mediation, dropPapers, withdrawRequests
    assigning return → reported: stop assignment, start triage, endLeg returned, stop mediation, tell triage
    assigning assign → mediating: stop assignment, tell mediator
    assigning danger → assigning: tell desk
    assigning question → assigning: tell registrar
    assigning reply → assigning: stop reply
    assigning urge → assigning: tell desk
    assigning declare a tie → assigning: tell receiver
    assigning step back → assigning: tell receiver
    assigning lapse that ends → failed: stop assignment, start triage, endLeg failed, stop mediation, dropPapers, tell parties, tell triage
    mediating withdraw → withdrawn: endLeg withdrawn, stop mediation, dropPapers, withdrawRequests
    mediating assign → mediating: tell mediator
    mediating object → mediating: tell receiver
    mediating extend → mediating: extend mediation
    mediating suspend → suspended: start lookAgain, pause mediation
    mediating agree, oral → performing: start performance, stop mediation
    mediating agree, oral, done at once → visiting: start returnVisit, stop mediation
    mediating agree, written → signing: start signing, stop mediation
    mediating last part, oral → performing: start performance, stop mediation
    mediating last part, written → signing: start signing, stop mediation
    mediating amend, oral → performing: start performance, stop mediation
    mediating amend, written → signing: start signing, stop mediation
    mediating fail → failed: start triage, endLeg failed, stop mediation, dropPapers, tell parties, tell triage
    mediating breach → mediating: tell mediator
    mediating danger → mediating: tell desk
    mediating question → mediating: tell registrar
    mediating reply → mediating: stop reply
    mediating urge → mediating: tell desk
    mediating sitting → mediating: tell parties
    mediating declare a tie → mediating: tell receiver
    mediating step back → mediating: tell receiver
    mediating lapse that ends → failed: start triage, endLeg failed, stop mediation, dropPapers, tell parties, tell triage
    suspended withdraw → withdrawn: stop lookAgain, endLeg withdrawn, stop mediation, dropPapers, withdrawRequests
    suspended resume → mediating: stop lookAgain, resume mediation
    suspended fail → failed: stop lookAgain, start triage, endLeg failed, stop mediation, dropPapers, tell parties, tell triage
    suspended danger → suspended: tell desk
    suspended question → suspended: tell registrar
    suspended reply → suspended: stop reply
    suspended urge → suspended: tell desk
    suspended sitting → suspended: tell parties
    suspended declare a tie → suspended: tell receiver
    suspended step back → suspended: tell receiver
    suspended lapse that ends → failed: stop lookAgain, start triage, endLeg failed, stop mediation, dropPapers, tell parties, tell triage
    signing withdraw → withdrawn: stop signing, endLeg withdrawn, stop mediation, dropPapers, withdrawRequests
    signing sign → performing: stop signing, start performance, tell parties
    signing sign, nothing owed → visiting: stop signing, start returnVisit, tell parties
    signing talk again → mediating: stop signing, dropPapers, start mediation
    signing fail → failed: stop signing, start triage, endLeg failed, stop mediation, dropPapers, tell parties, tell triage
    signing hand on → signing: tell keeper
    signing danger → signing: tell desk
    signing question → signing: tell registrar
    signing reply → signing: stop reply
    signing urge → signing: tell desk
    signing sitting → signing: tell parties
    signing declare a tie → signing: tell receiver
    signing step back → signing: tell receiver
    signing lapse that ends → signing: tell desk
    performing amend, oral → performing: recount performance
    performing sign → performing: recount performance
    performing sign, nothing owed → visiting: stop performance, start returnVisit
    performing perform → performing: recount performance
    performing perform the last → performing: recount performance
    performing breach → reported: stop performance, start triage, endLeg breached, dropPapers, tell triage
    performing contest → reported: stop performance, start triage, endLeg contested, dropPapers, tell triage
    performing visit: kept → performing: recount performance
    performing visit: partly → performing: recount performance
    performing visit: unreachable → performing: recount performance
    performing visit: relapsed → reported: stop performance, start triage, endLeg relapsed, dropPapers, tell triage
    performing hand on → performing: tell keeper
    performing danger → performing: tell desk
    performing question → performing: tell registrar
    performing reply → performing: stop reply
    performing urge → performing: tell desk
    performing sitting → performing: tell parties
    performing lapse that ends → performing: tell desk
    inCourt session → inCourt: recount lookAgain
    inCourt outcome settled → performing: stop lookAgain, start performance, tell triage
    inCourt outcome settled, nothing owed → visiting: stop lookAgain, start returnVisit, tell triage
    inCourt outcome decided → performing: stop lookAgain, start performance, tell triage
    inCourt outcome handed back → reported: stop lookAgain, start triage, endLeg handedBack, dropPapers, tell triage
    inCourt contest → reported: stop lookAgain, start triage, endLeg contested, dropPapers, tell triage
    inCourt danger → inCourt: tell desk
    inCourt question → inCourt: tell registrar
    inCourt reply → inCourt: stop reply
    inCourt urge → inCourt: tell desk
    inCourt sitting → inCourt: tell parties
    inCourt lapse that ends → inCourt: tell desk
    inAdministration session → inAdministration: recount lookAgain
    inAdministration outcome settled → performing: stop lookAgain, start performance, tell triage
    inAdministration outcome settled, nothing owed → visiting: stop lookAgain, start returnVisit, tell triage
    inAdministration outcome decided → performing: stop lookAgain, start performance, tell triage
    inAdministration outcome handed back → reported: stop lookAgain, start triage, endLeg handedBack, dropPapers, tell triage
    inAdministration contest → reported: stop lookAgain, start triage, endLeg contested, dropPapers, tell triage
    inAdministration danger → inAdministration: tell desk
    inAdministration question → inAdministration: tell registrar
    inAdministration reply → inAdministration: stop reply
    inAdministration urge → inAdministration: tell desk
    inAdministration sitting → inAdministration: tell parties
    inAdministration lapse that ends → inAdministration: tell desk
    failed offer to a committee → offered: stop triage, start receipt, openLeg, tell receiver
    failed offer to the court → offered: stop triage, start receipt, openLeg, tell receiver
    failed offer to an organ → offered: stop triage, start receipt, openLeg, tell receiver
    failed escalate → failed: tell triage
    failed deescalate → failed: tell triage
    failed transfer out → transferredOut: stop triage, withdrawRequests
    failed withdraw → withdrawn: stop triage, endLeg withdrawn, stop mediation, dropPapers, withdrawRequests
    failed close → closed: stop triage, withdrawRequests
    failed danger → failed: tell desk
    failed question → failed: tell registrar
    failed reply → failed: stop reply
    failed urge → failed: tell desk
    failed lapse that ends → failed: tell desk
    visiting amend, oral → performing: stop returnVisit, start performance
    visiting sign → performing: stop returnVisit, start performance
    visiting breach → reported: stop returnVisit, start triage, endLeg breached, dropPapers, tell triage
    visiting contest → reported: stop returnVisit, start triage, endLeg contested, dropPapers, tell triage
    visiting visit: relapsed → reported: stop returnVisit, start triage, endLeg relapsed, dropPapers, tell triage
    visiting close → closed: stop returnVisit, endLeg closed, withdrawRequests, dropPapers
    visiting close unvisited → closed: stop returnVisit, endLeg closed, withdrawRequests, dropPapers
    visiting hand on → visiting: tell keeper
    visiting danger → visiting: tell desk
    visiting question → visiting: tell registrar
    visiting reply → visiting: stop reply
    visiting urge → visiting: tell desk
    visiting lapse that ends → visiting: tell desk
    returning hand on → returning: tell keeper
    returning danger → returning: tell desk
    returning question → returning: tell registrar
    returning reply → closed: stop reply, endLeg failed, withdrawRequests, tell entruster
    returning urge → returning: tell desk
    returning lapse that ends → returning: tell desk
    closed reopen → reported: start triage, tell triage
    closed contest → reported: start triage, endLeg contested, dropPapers, tell triage
    closed visit: relapsed → reported: start triage, endLeg relapsed, dropPapers, tell triage
    closed danger → closed: tell desk
    closed question → closed: tell registrar
    closed reply → closed: stop reply
    closed lapse that ends → closed: tell desk
    archived reopen → reported: start triage, tell triage
    archived contest → reported: start triage, endLeg contested, dropPapers, tell triage
    archived visit: relapsed → reported: start triage, endLeg relapsed, dropPapers, tell triage
    archived danger → archived: tell desk
    archived question → archived: tell registrar
    archived reply → archived: stop reply
    archived lapse that ends → archived: tell desk
    declined reopen → reported: start triage, tell triage
    declined danger → declined: tell desk
    declined question → declined: tell registrar
    declined reply → declined: stop reply
    declined lapse that ends → declined: tell desk
    withdrawn reopen → reported: start triage, tell triage
    withdrawn danger → withdrawn: tell desk
    withdrawn question → withdrawn: tell registrar
    withdrawn reply → withdrawn: stop reply
    withdrawn lapse that ends → withdrawn: tell desk
    merged danger → merged: tell desk
    merged question → merged: tell registrar
    merged reply → merged: stop reply
    merged split → reported: start triage, tell triage
    merged lapse that ends → merged: tell desk"
  `)
})

test('mediation runs from 受理, through 中止 and 指派, until there is an agreement or none', () => {
  const people = { channel: 'people' } as const
  expect(effectsOf('offered', 'receive', people)).toContain('start mediation')
  expect(effectsOf('assigning', 'assign', people)).not.toContain('start mediation')
  expect(effectsOf('mediating', 'suspend', people)).toContain('pause mediation')
  expect(effectsOf('suspended', 'resume', people)).toContain('resume mediation')
  expect(effectsOf('mediating', 'extend', people)).toEqual(['extend mediation'])
  for (const act of [
    'agree, oral',
    'agree, written',
    'last part, oral',
    'last part, written',
    'fail',
    'withdraw',
    'lapse that ends',
  ] as const)
    expect(effectsOf('mediating', act, people), act).toContain('stop mediation')
  for (const act of ['part, oral', 'part, written', 'session', 'object', 'assign'] as const)
    expect(effectsOf('mediating', act, people), act).not.toContain('stop mediation')
})

test('a court’s or an organ’s own clock is never started', () => {
  for (const channel of ['judicial', 'administrative'] as const)
    expect(effectsOf('offered', 'receive', { channel })).toEqual(['stop receipt', 'start lookAgain', 'receiveLeg'])
})

test('a leg ends with its result, and only then', () => {
  const results = new Map<string, string[]>()
  for (const status of statesOf(disputeMachine))
    for (const act of actNames)
      for (const effect of effectsOf(status, act, ready) ?? [])
        if (effect.startsWith('endLeg')) results.set(effect, [...(results.get(effect) ?? []), acts[act].type])
  const kinds = Object.fromEntries([...results].map(([effect, types]) => [effect.slice(7), [...new Set(types)].sort()]))
  expect(kinds).toEqual({
    returned: ['return'],
    recalled: ['recall'],
    failed: ['fail', 'lapse', 'reply'],
    withdrawn: ['withdraw'],
    handedBack: ['outcome'],
    breached: ['breach'],
    contested: ['contest'],
    relapsed: ['visit'],
    closed: ['close', 'closeUnvisited'],
  })
})

test('a waiting paper is dropped with what it belonged to', () => {
  for (const [status, act] of [
    ['signing', 'talk again'],
    ['signing', 'fail'],
    ['signing', 'withdraw'],
    ['performing', 'breach'],
  ] as const) {
    const next = step(disputeMachine, status, facts(ready), acts[act])!
    expect(next.effects.map(word), act).toContain('dropPapers')
    expect(next.facts.paper, act).toBe(false)
  }
  expect(effectsOf('performing', 'amend, written', ready)).not.toContain('dropPapers')
})

test('the next due day is counted anew only while something is still to be performed', () => {
  const owed = { inForce: true, channel: 'people' } as const
  expect(effectsOf('performing', 'perform', owed)).toEqual(['recount performance'])
  expect(effectsOf('performing', 'perform the last', owed)).toEqual(['stop performance', 'start returnVisit'])
  expect(effectsOf('performing', 'sign, nothing owed', { ...owed, paper: true })).toEqual(['stop performance', 'start returnVisit'])
})

test('an outcome without a paper of its own puts nothing new in force', () => {
  const after = (act: Act) => step(disputeMachine, 'inCourt', facts({ channel: 'judicial' }), acts[act])!.facts
  expect(after('outcome settled, nothing owed')).toMatchObject({ inForce: false, owing: false })
  expect(step(disputeMachine, 'inCourt', facts(), { ...acts['outcome settled'], agreementId: acts.sign.agreementId })!.facts).toMatchObject(
    { inForce: true, owing: true },
  )
})

test('closing withdraws the requests that are still open', () => {
  for (const [status, act] of [
    ['reported', 'close'],
    ['failed', 'close'],
    ['visiting', 'close'],
    ['visiting', 'close unvisited'],
  ] as const)
    expect(effectsOf(status, act, ready), `${status} ${act}`).toContain('withdrawRequests')
})

test('every move has a name in the office’s words', () => {
  for (const { type } of Object.values(acts)) expect(eventLabels[type]).toMatch(/^[㐀-鿿]{2,}$/u)
})

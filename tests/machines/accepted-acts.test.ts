import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DisputeEvent } from '#machines/dispute.events'
import type { DisputeFacts } from '#machines/dispute.facts'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { deskOf, step, type Next } from '#machines/step'
import { readCase, type Act, type CaseTerm } from '../../app/commands/replay/case'
import { generatedCase } from '../cases/generate'
import { walk } from '../cases/shared/check.mjs'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'

type Debt = { term: CaseTerm; paid: number; whole: boolean }

const inAll = ({ amountFen, every, times, heads }: CaseTerm) =>
  amountFen == null || (every && !times) ? null : amountFen * (heads ?? 1) * (times ?? 1)
const isDone = ({ term, paid, whole }: Debt) => term.standing || whole || (inAll(term) !== null && paid === inAll(term))

/** What a database would remember between the acts: the list in force and the paper that waits. */
class Rows {
  debts: Debt[] = []
  paper: (() => void) | null = null
  bound = false

  take(terms: readonly CaseTerm[], { form, part = false }: { form: string; part?: boolean }) {
    const put = () => {
      const fresh = terms.map((term) => ({ term, paid: 0, whole: false }))
      this.debts = part ? [...this.debts, ...fresh] : fresh
      this.bound = true
    }
    if (form === 'written') this.paper = put
    else put()
    return this.owing
  }

  get owing() {
    return this.debts.some((debt) => !isDone(debt))
  }
}

/** The act as the event that the domain would hand to the machine, its rows written first. */
function eventOf(act: Exclude<Act, { act: 'register' }>, rows: Rows, unvisited: boolean): DisputeEvent {
  switch (act.act) {
    case 'prior':
      return { type: 'prior', priorId: id, what: act.what, force: act.force }
    case 'roster':
      return { type: 'roster', partyId: id }
    case 'risk':
      return { type: 'risk', level: act.level }
    case 'link':
      return { type: 'link', linkId: id }
    case 'invite':
      return { type: 'request', requestId: id, step: 'ask' }
    case 'escalate':
    case 'deescalate':
      return { type: act.act, to: act.to }
    case 'settleOnSpot':
    case 'agree':
    case 'amend':
      return { type: act.act, form: act.form, agreementId: id, owing: rows.take(act.terms, act) }
    case 'partial':
      return {
        type: 'partial',
        form: act.form,
        agreementId: id,
        left: act.left,
        owing: rows.take(act.terms, { form: act.form, part: true }),
      }
    case 'sign':
      rows.paper?.()
      rows.paper = null
      return { type: 'sign', agreementId: id, owing: rows.owing }
    case 'outcome': {
      if (act.terms && act.result !== 'handedBack') rows.take(act.terms, { form: 'oral' })
      return { type: 'outcome', result: act.result, owing: rows.owing }
    }
    case 'perform': {
      const debt = rows.debts[act.term]!
      if (act.amountFen === undefined) debt.whole = true
      else debt.paid += act.amountFen
      return { type: 'perform', obligationId: id, owing: rows.owing }
    }
    case 'offer':
      return { type: 'offer', channel: act.channel, bodyId: id }
    case 'recall':
    case 'receive':
    case 'resume':
    case 'reopen':
      return { type: act.act }
    case 'return':
    case 'suspend':
    case 'transferOut':
      return { type: act.act, reason: 'other' }
    case 'assign':
      return { type: 'assign', mediatorIds: [id] }
    case 'object':
    case 'withdraw':
    case 'contest':
      return { type: act.act }
    case 'breach':
      return { type: 'breach', obligationId: id }
    case 'session':
      return { type: 'session', sessionId: id, kind: act.kind, count: act.count ?? 1 }
    case 'extend':
      return { type: 'extend', days: 30, unit: 'd' }
    case 'fail':
      return { type: 'fail', code: 'noAgreement' }
    case 'decline':
      return { type: 'decline', ground: 'other' }
    case 'confirm':
      return { type: 'confirmation', confirmationId: id, step: act.step }
    case 'visit':
      return { type: 'visit', result: act.result }
    case 'close':
      return unvisited ? { type: 'closeUnvisited' } : { type: 'close', result: act.result }
  }
}

const fresh: DisputeFacts = {
  channel: 'none',
  ownDoor: false,
  receivedOnce: false,
  consented: true,
  objected: false,
  inForce: false,
  owing: false,
  paper: false,
  kept: false,
  returns: false,
  level: 'township',
}

test('whatever acts the checker takes, the machine takes, and ends where the file says', { timeout: 300_000 }, () => {
  const takes = fc.property(generatedCase(40), (file) => {
    const { acts, actsEnd } = readCase(JSON.stringify(file))
    const rows = new Rows()
    let status: DisputeStatus = 'reported'
    let facts = fresh
    for (const [n, act] of acts.entries()) {
      if (act.act === 'register') continue
      const event = eventOf(act, rows, act.act === 'close' && act.withoutVisit !== undefined && status === 'visiting')
      const next: Next<typeof disputeMachine> | null = step(disputeMachine, status, facts, event)
      if (!next) expect.fail(`act ${n} ${act.act} is refused while ${status}`)
      status = next.status
      // Read anew at the start of every act, as the domain does.
      facts = { ...next.facts, inForce: rows.bound, owing: rows.owing, paper: rows.paper !== null }
    }
    const { state } = walk(file)
    expect(status).toBe(state === 'extended' ? 'mediating' : state)
    expect(deskOf(disputeMachine, status) === 'none' ? status : 'open').toBe(actsEnd)
  })
  fc.assert(takes, { numRuns: Number(process.env.RUNS ?? 500) })
})

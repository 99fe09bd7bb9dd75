import type { z } from 'zod'
import type { DisputeEvent } from '#machines/dispute.events'
import { db } from '#app/db/client.server'
import type { Actor, Person } from '#app/domain/actor'
import { agree } from '#app/domain/agreement/agree.server'
import { perform } from '#app/domain/agreement/perform.server'
import { sign, type Signed } from '#app/domain/agreement/sign.server'
import { termForm, type Term } from '#app/domain/agreement/terms'
import { advanceDispute, type Sent } from '#app/domain/dispute/advance.server'
import type { Move } from '#app/domain/dispute/case-file.server'
import { registrationForm } from '#app/domain/registration/form'
import { register } from '#app/domain/registration/register.server'
import { dayOf, daysAfter, firstDay, minutesAfter, time } from './clock'
import { areaId, bodyId, longquan, person } from './people'

export type FormInput = Partial<z.input<typeof registrationForm>>

/** One obligation as a form would give it: 300元, owed by 杨正平, unless said otherwise. */
export const term = (given: Partial<z.input<typeof termForm>> = {}): Term =>
  termForm.parse({
    who: '杨正平',
    to: '和丽江',
    what: '退还房费',
    kind: 'pay',
    amountFen: given.kind && given.kind !== 'pay' ? undefined : 30_000n,
    ...given,
  })

const parties = [
  { side: 'applicant', kind: 'person', name: '和丽江', willing: 'willing' },
  { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' },
] as const

/** What a grid worker writes down on a phone, if nothing else is said: a guesthouse's deposit in 龙泉社区. */
export async function aForm(given: FormInput = {}) {
  return registrationForm.parse({
    areaId: await areaId(longquan),
    typeCode: '1101',
    facts: '客人退房，客栈不退三百元房费。',
    intake: 'grid',
    elsewhere: 'none',
    parties: [...parties],
    ...given,
  })
}

/**
 * A dispute on its way through the office. Each act is a minute after the one before and over the newest version, unless
 * a test says otherwise.
 */
export class Story {
  constructor(
    readonly id: string,
    public now: Date,
  ) {}

  /** What one form sends: who, over which version, when. */
  async sent(actor: Actor, more: Partial<Sent> = {}): Promise<Sent> {
    this.now = more.now ?? minutesAfter(this.now, 1)
    const { version } = await db.dispute.findUniqueOrThrow({ where: { id: this.id }, select: { version: true } })
    return { actor, disputeId: this.id, seen: version, now: this.now, ...more }
  }

  /** A plain act, with what stands beside it. */
  async does(actor: Actor, event: DisputeEvent, more: Partial<Move> = {}): Promise<this> {
    await advanceDispute(await this.sent(actor), { event, ...more })
    return this
  }

  waits(days: number): this {
    this.now = daysAfter(this.now, days)
    return this
  }

  get today() {
    return dayOf(this.now)
  }

  row() {
    return db.dispute.findUniqueOrThrow({
      where: { id: this.id },
      include: { parties: { orderBy: { ordinal: 'asc' } } },
    })
  }

  async status() {
    return (await this.row()).status
  }

  events() {
    return db.disputeEvent.findMany({
      where: { disputeId: this.id },
      orderBy: { version: 'asc' },
      include: { texts: { orderBy: { id: 'asc' } } },
    })
  }

  async lastEvent() {
    return (await this.events()).at(-1)!
  }

  legs() {
    return db.leg.findMany({
      where: { disputeId: this.id },
      orderBy: { ordinal: 'asc' },
      include: { mediators: { orderBy: { id: 'asc' } } },
    })
  }

  async lastLeg() {
    return (await this.legs()).at(-1)!
  }

  /** Running periods and their last days. */
  async running(): Promise<Record<string, string>> {
    const rows = await db.deadline.findMany({
      where: { disputeId: this.id, stoppedAt: null },
      orderBy: { period: 'asc' },
    })
    return Object.fromEntries(rows.map(({ period, lastDay }) => [period, lastDay.toISOString().slice(0, 10)]))
  }

  agreements() {
    return db.agreement.findMany({
      where: { disputeId: this.id },
      orderBy: { id: 'asc' },
      include: { obligations: { orderBy: { position: 'asc' } }, signatures: true },
    })
  }

  /** The obligations that bind now, in their order. */
  async owed() {
    const binding = (await this.agreements()).filter(({ status }) => status === 'inForce' || status === 'contested')
    return binding.flatMap(({ obligations }) => obligations)
  }

  /** Everybody's name, the mediator's and the seal, on the day given or today. */
  async allSign(signedOn = this.today): Promise<Signed[]> {
    const { parties: all } = await this.row()
    const names = all
      .filter(({ side }) => side !== 'third')
      .map(({ id, name }): Signed => ({ kind: 'party', partyId: id, name, how: 'signature', signedOn }))
    return [
      ...names,
      { kind: 'mediator', name: '调解员', how: 'signature', signedOn },
      { kind: 'seal', name: '印章', how: 'seal', signedOn },
    ]
  }
}

/** Registered by the grid worker of 龙泉社区, on the township's triage desk. */
export async function aReport({ by, now = time(firstDay), ...given }: FormInput & { by?: Person; now?: Date } = {}): Promise<Story> {
  const actor = by ?? (await person(`grid-${longquan}`))
  const { id } = await register({ actor, form: await aForm(given), now })
  return new Story(id, now)
}

type Given = Parameters<typeof aReport>[0]
type Way = { to?: string; channel?: 'people' | 'judicial' | 'administrative' }

const triage = () => person('triage-530702004000-1')
/** Who speaks for the room that has it, and who mediates there. */
const headOf = (to: string) => person(`head-${to}`)
const mediatorOf = (to: string) => person(`mediator-${to}-1`)

/** Offered by the township's triage post, to 马锅头调解室 if nothing else is said. */
export async function anOffer(given: Given = {}, { to = 'room-maguotou', channel = 'people' }: Way = {}) {
  const story = await aReport(given)
  return story.does(await triage(), { type: 'offer', channel, bodyId: await bodyId(to) })
}

export async function aReceived(given: Given = {}, { to = 'room-maguotou' }: Way = {}) {
  const story = await anOffer(given, { to })
  return story.does(await headOf(to), { type: 'receive' })
}

export async function aMediation(given: Given = {}, { to = 'room-maguotou' }: Way = {}) {
  const story = await aReceived(given, { to })
  const { accountId } = await mediatorOf(to)
  return story.does(await headOf(to), { type: 'assign', mediatorIds: [accountId] })
}

/** Before the court, or an organ: 古城区文化和旅游局 if nothing else is said. */
export async function elsewhere(channel: 'judicial' | 'administrative', given: Given = {}) {
  const to = channel === 'judicial' ? 'court' : 'cultureTourism'
  const story = await anOffer(given, { to, channel })
  return story.does(await person(`liaison-${to}`), { type: 'receive' })
}

/** An oral agreement that is being performed. */
export async function anAgreement(terms: Term[] = [term()], given: Given = {}) {
  const story = await aMediation(given)
  await agree(await story.sent(await mediatorOf('room-maguotou')), { form: 'oral', terms })
  return story
}

/** A written agreement that waits for its signatures. */
export async function aPaper(terms: Term[] = [term()], given: Given = {}) {
  const story = await aMediation(given)
  await agree(await story.sent(await mediatorOf('room-maguotou')), { form: 'written', terms })
  return story
}

/** A written agreement, signed and sealed on the day it was made. */
export async function aSignedPaper(terms: Term[] = [term()], given: Given = {}) {
  const story = await aPaper(terms, given)
  await sign(await story.sent(await mediatorOf('room-maguotou')), await story.allSign())
  return story
}

/** Everything performed, nobody asked yet. */
export async function aKeptPromise(given: Given = {}) {
  const story = await anAgreement([term()], given)
  const [only] = await story.owed()
  await perform(await story.sent(await mediatorOf('room-maguotou')), { obligationId: only!.id })
  return story
}

export async function aClosed(given: Given = {}) {
  const story = await aKeptPromise(given)
  const mediator = await mediatorOf('room-maguotou')
  await story.does(mediator, { type: 'visit', result: 'kept' })
  return story.does(mediator, { type: 'close', result: 'settled' })
}

export async function aFailure(given: Given = {}) {
  const story = await aMediation(given)
  return story.does(await mediatorOf('room-maguotou'), { type: 'fail', code: 'noAgreement' })
}

import type { Person } from '../actor'
import { agreeWithin } from '../agreement/agree.server'
import { performWithin } from '../agreement/perform.server'
import { signWithin } from '../agreement/sign.server'
import { dayIn } from '../calendar/days'
import { advance } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { holdSessionWithin } from '../mediation/hold-session.server'
import { takeWithin } from '../own-door/take.server'
import { Refusal, wrong } from '../refusal'
import { registrationForm, type Registration } from '../registration/form'
import { register, type Registered } from '../registration/register.server'
import { satisfactions, visitManners } from '../words/agreements'
import type { Quick } from './form'
import { contentOf, partiesOf, termsOf } from './terms'

type Settling = { actor: Person; quick: Quick; key?: string; now?: Date }

/** Refused whole, with why: what was typed stays on the page. */
const notHere = (why: string[]) =>
  new Refusal(
    'notNow',
    `这件不能快办：${why.join('；') || '您和一方同名，或者有利害关系，要由负责人指派'}。请改用“登记”，由分流岗或者负责人安排；这里填的内容还在`,
  )

const registrationOf = (quick: Quick, startedAt: Date): Registration => {
  const { areaId, typeCode, source, facts, leavesAt } = quick
  const { elsewhere, elsewhereKind, elsewhereUnit, elsewhereStanding, elsewhereNumber } = quick
  return registrationForm.parse({
    areaId,
    typeCode,
    source,
    facts,
    leavesAt,
    elsewhere,
    elsewhereKind,
    elsewhereUnit,
    elsewhereStanding,
    elsewhereNumber,
    intake: 'ownDoor',
    happenedAt: startedAt,
    noticeTold: true,
    parties: partiesOf(quick).map(({ side, name, phone, homeText, awayContact }) => ({
      kind: 'person',
      willing: 'willing',
      willingHow: 'inPerson',
      side,
      name,
      phone,
      homeText,
      awayContact,
    })),
    ...(source !== 'ownInitiative' && { forParty: 0 }),
  })
}

const partyRowsOf = (file: CaseFile) =>
  file.tx.party.findMany({ where: { disputeId: file.id }, orderBy: { ordinal: 'asc' }, select: { id: true, name: true, side: true } })

/** The one sitting: rights told before it, everybody there. */
async function sit(file: CaseFile, actor: Person, startedAt: Date, endedAt: Date) {
  const parties = await partyRowsOf(file)
  await holdSessionWithin(file, {
    kind: 'joint',
    startedAt,
    endedAt,
    result: 'agreed',
    attendance: [
      ...parties.map(({ id, name }) => ({ partyId: id, name, role: 'party' as const, present: true })),
      { accountId: actor.accountId, name: actor.name, role: 'mediator', present: true },
    ],
    told: { at: startedAt, how: 'inPerson' },
  })
}

/** Signed by all sides and the mediator and sealed at the table, on the day it was agreed (Art. 29). */
async function signAtOnce(file: CaseFile, actor: Person, sealedBy: string, happenedAt: Date) {
  const on = { how: 'signature', signedOn: dayIn(happenedAt) } as const
  const parties = (await partyRowsOf(file)).filter(({ side }) => side !== 'third')
  const missing = await signWithin(
    file,
    [
      ...parties.map(({ id, name }) => ({ ...on, kind: 'party' as const, partyId: id, name })),
      { ...on, kind: 'mediator', accountId: actor.accountId, name: actor.name },
      { ...on, kind: 'seal', name: sealedBy, how: 'seal' },
    ],
    happenedAt,
  )
  if (missing.length) throw wrong('form', `还缺${missing.join('、')}`)
}

async function agreeOn(file: CaseFile, actor: Person, quick: Quick, happenedAt: Date) {
  const { form, oralWhy, sealedBy } = quick
  const terms = termsOf(quick)
  const content = form === 'oral' ? contentOf(quick, terms) : quick.content
  await agreeWithin(file, { form, terms, content, oralWhy, happenedAt })
  if (form === 'written' && sealedBy) await signAtOnce(file, actor, sealedBy, happenedAt)
}

/** Performed before everybody's eyes, asked there and then: that is the return visit where all was performed (U2). */
async function keepAtOnce(file: CaseFile, { satisfaction }: Quick, happenedAt: Date) {
  const owed = await file.tx.obligation.findMany({ where: { agreement: { disputeId: file.id } }, select: { id: true } })
  for (const { id } of owed) await performWithin(file, { obligationId: id, happenedAt })
  const text = `${visitManners.onTheSpot.label}回访，${satisfactions[satisfaction].label}`
  await advance(file, { event: { type: 'visit', result: 'kept' }, happenedAt, texts: [{ kind: 'note', audience: 'handlers', text }] })
  await advance(file, { event: { type: 'close', result: 'settled' }, happenedAt })
}

/**
 * 简易快办: from facts to kept agreement in one transaction, each act with its own time, once for each submission key. What
 * the own door would hand to the triage post is refused whole. Throws Refusal: forbidden, invalid (by field), notNow.
 */
export async function settleQuick({ actor, quick, key, now = new Date() }: Settling): Promise<Registered> {
  const startedAt = quick.startedAt ?? quick.agreedAt ?? now
  const agreedAt = quick.agreedAt ?? now
  if (startedAt > now) throw wrong('startedAt', '开始时间不能晚于现在')
  if (agreedAt > now) throw wrong('agreedAt', '谈成的时间不能晚于现在')
  if (agreedAt < startedAt) throw wrong('agreedAt', '谈成的时间不能早于开始的时间')
  const form = registrationOf(quick, startedAt)
  return register({ actor, form, now, ...(key && { key }) }, async (file) => {
    const against = await takeWithin(file, form, {
      bodyId: quick.bodyId,
      mediates: true,
      otherWayTold: quick.otherWayTold,
      happenedAt: startedAt,
    })
    if (against.length || !file.leg?.mediatorIds.length) throw notHere(against)
    await sit(file, actor, startedAt, agreedAt)
    await agreeOn(file, actor, quick, agreedAt)
    if (quick.performed) await keepAtOnce(file, quick, agreedAt)
  })
}

import { noteHanding, type Handing } from '../party/handing.server'
import { noteNoticed, type Noticed } from '../party/notice.server'
import { Refusal } from '../refusal'
import type { otherWayChoices } from '../words/office'
import { act, advance, type Sent } from './advance.server'
import { writeAnswers, type Answer } from './annotate.server'
import type { CaseFile } from './case-file.server'
import { consentedNow } from './load.server'
import { mayDo } from './permissions'
import type { Words } from './record.server'

export type Received = {
  /** The court's or organ's own number, as given. */
  otherNumber?: string
  /** The party asked that body itself (U23). */
  partyAsked?: boolean
  /** What the sides answered when they were asked with it (U10). */
  answers?: Answer[]
  noticed?: Noticed | undefined
  /** Rights told with it (U19). */
  told?: { at: Date; how: string; language?: string | undefined } | undefined
  /** Tourism and consumer: told what our acceptance closes, and what was chosen (U5). */
  otherWay?: keyof typeof otherWayChoices | undefined
  happenedAt?: Date
}

/** Kept with the dispute: told when, and the choice (law.md 4a; U5). */
export async function noteOtherWay(file: CaseFile, choice: keyof typeof otherWayChoices, at: Date): Promise<void> {
  await file.tx.dispute.update({ where: { id: file.id }, data: { otherWayToldAt: at, otherWayChoice: choice } })
}

/** Why it is not taken after all, in the words that stand on the path; empty where it may be. */
async function against(file: CaseFile, { otherWay }: Received): Promise<Words[]> {
  const unwilling = await file.tx.party.findMany({
    where: { disputeId: file.id, leftAt: null, willing: 'unwilling' },
    select: { name: true },
  })
  const said = (text: string): Words => ({ kind: 'told', audience: 'path', text })
  return [
    ...(unwilling.length
      ? [said(`问过各方：${unwilling.map(({ name }) => name).join('、')}不愿意调解，没有受理（人民调解法第17条）；请退回或者再问`)]
      : []),
    ...(otherWay === 'there' ? [said('已告知投诉人这里受理以后的影响，投诉人选择先走原来的投诉途径，没有受理；请退回')] : []),
  ]
}

/**
 * 受理, 接收: the body takes what was offered; what the sides answered and were told is written with it. A side that is
 * unwilling, or a complainant who goes elsewhere first, is kept with a note in place of the 受理. Throws Refusal unwilling
 * (People's Mediation Law 17).
 */
export const receive = (sent: Sent, received: Received) =>
  act(sent, async (file) => {
    const { otherNumber, partyAsked, answers = [], noticed, told, otherWay, happenedAt } = received
    const at = happenedAt ?? file.now
    if (!mayDo(file.actor, 'receive', file.handling)) throw new Refusal('forbidden')
    if (file.handling.desk !== 'receiver') throw new Refusal('notNow')
    await writeAnswers(file, answers)
    await noteNoticed(file.tx, file.id, noticed, at)
    if (otherWay) await noteOtherWay(file, otherWay, at)
    const texts = answers.length || otherWay ? await against(file, received) : []
    if (texts.length) return advance(file, { event: { type: 'note' }, happenedAt, texts })
    if (answers.length) file.facts = { ...file.facts, consented: await consentedNow(file.tx, file.id) }
    await advance(file, { event: { type: 'receive' }, happenedAt })
    if (!file.leg) return
    if (partyAsked) {
      const handed: Handing = { consents: [], ground: 'ownApplication', kinds: ['contact', 'identity', 'facts', 'papers'] }
      await noteHanding(file, { receiverId: file.leg.bodyId, purpose: '当事人向该单位申请' }, handed, at)
    }
    const rights = told && {
      rightsToldAt: told.at,
      rightsToldHow: told.how,
      rightsToldLanguage: told.language ?? null,
      rightsToldById: file.actorId,
    }
    const data = { ...(otherNumber && { otherNumber }), ...(partyAsked && { partyAsked }), ...rights }
    if (Object.keys(data).length) await file.tx.leg.update({ where: { id: file.leg.id }, data })
  })

import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { Refusal } from '../refusal'
import type { AttendanceRole, SessionKind } from '../words/sessions'

export type Held = {
  kind: SessionKind
  /** Several of one kind that are reported as a number. */
  count?: number
  startedAt: Date
  endedAt?: Date
  place?: string
  language?: string
  result?: string
  nextAt?: Date
  attendance: { partyId?: string; accountId?: string; name: string; role: AttendanceRole; present: boolean }[]
  /** 无争议事实: may go on with a referral once both confirm. */
  agreedFacts?: string
  /** Not yet gone over with both sides: then it stays in the body like the talks (U12). */
  unconfirmed?: boolean
  /** 调解过程与让步: never leaves the body (U12; law.md 4d). */
  talks?: string
  /** Rights told before the first session (U19). */
  told?: { at: Date; how: string; language?: string }
}

/** 调解: a meeting with its two texts, or an inquiry without the parties. Throws Refusal while an objection is unanswered. */
export async function holdSessionWithin(file: CaseFile, held: Held) {
  if (!file.leg) throw new Refusal('notNow')
  if (file.facts.objected) throw new Refusal('notNow', '当事人申请更换调解员，还没有重新指派，不能开会')
  const { attendance, told, agreedFacts, unconfirmed, talks, count = 1, ...session } = held
  const id = newId()
  const { tx, leg } = file
  await tx.mediation.create({ data: { ...session, id, count, disputeId: file.id, legId: leg.id, hostId: file.actorId } })
  if (attendance.length) await tx.attendance.createMany({ data: attendance.map((one) => ({ ...one, id: newId(), mediationId: id })) })
  if (told && !leg.rightsToldAt)
    await tx.leg.update({
      where: { id: leg.id },
      data: { rightsToldAt: told.at, rightsToldHow: told.how, rightsToldLanguage: told.language, rightsToldById: file.actorId },
    })
  await advance(file, {
    event: { type: 'session', sessionId: id, kind: held.kind, count },
    subjectId: id,
    happenedAt: held.endedAt ?? held.startedAt,
    texts: [
      { kind: 'agreedFacts', audience: unconfirmed ? 'talks' : 'handlers', text: agreedFacts ?? '' },
      { kind: 'talks', audience: 'talks', text: talks ?? '' },
    ],
  })
}
export const holdSession = (sent: Sent, held: Held) => act(sent, (file) => holdSessionWithin(file, held))

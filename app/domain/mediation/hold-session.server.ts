import { refuseTiedSession } from '../conflict/leg.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { noteNoticed, type Noticed } from '../party/notice.server'
import { dayIn, instantAfter } from '../calendar/days'
import { Refusal, wrong } from '../refusal'
import type { Beside } from '../schedule/obstacles.server'
import { closeSitting } from '../schedule/seats.server'
import { planSittingWithin, type Planned } from '../schedule/sittings.server'
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
  /** The appointment that it was; nothing said: the one that was due; `none`: none of them. */
  sittingId?: string
  /** When and where the sides agreed to meet next. */
  next?: Planned
  /** Where the schedule's sentences stand in the form that asked. */
  nextBeside?: Beside
  attendance: { partyId?: string; accountId?: string; name: string; role: AttendanceRole; present: boolean }[]
  /** 无争议事实: may go on with a referral once both confirm. */
  agreedFacts?: string
  /** Not yet gone over with both sides: then it stays in the body like the talks (U12). */
  unconfirmed?: boolean
  /** 调解过程与让步: never leaves the body (U12; law.md 4d). */
  talks?: string
  /** Rights told before the first session (U19). */
  told?: { at: Date; how: string; language?: string | undefined } | undefined
  /** 宣读 and in which language, 翻译人, 见证人, 记录人 (U17). */
  readBy?: string | undefined
  readLanguage?: string | undefined
  interpreter?: string | undefined
  witness?: string | undefined
  recorder?: string | undefined
  /** What is collected was told to these parties at this first contact (U11). */
  noticed?: Noticed | undefined
  /** Whoever was there and had not answered agreed when the rights were told (U10). */
  willing?: boolean | undefined
  /** Family violence: the protection order and legal aid were told (U13). */
  protectionTold?: boolean | undefined
}

/** Told to who suffers it, apart from the other side, whose pages never have it. */
const protectionSaid = '已告知可以申请人身安全保护令、法律援助'

/** The appointment that is now held; undefined for a session nobody had planned. */
async function appointmentOf({ tx, id: disputeId, now }: CaseFile, legId: string, held: Held): Promise<string | undefined> {
  const { sittingId, kind, startedAt } = held
  if (sittingId === 'none') return undefined
  const until = instantAfter(dayIn(startedAt))
  const closed = await closeSitting(tx, { disputeId, legId, sittingId, inquiry: kind === 'inquiry', until, now })
  if (sittingId && closed !== sittingId) throw wrong('sittingId', '这次约定已经办过或者取消了，请重新选')
  return closed
}

/** 调解: a meeting with its two texts, or an inquiry without the parties. Throws Refusal while an objection is unanswered. */
export async function holdSessionWithin(file: CaseFile, held: Held) {
  if (!file.leg) throw new Refusal('notNow')
  if (file.facts.objected) throw new Refusal('notNow', '当事人申请更换调解员，还没有重新指派，不能开会')
  await refuseTiedSession(file)
  const { attendance, told, agreedFacts, unconfirmed, talks, noticed, protectionTold, willing, count = 1, ...rest } = held
  const { next, nextBeside, sittingId: _, ...session } = rest
  const id = newId()
  const { tx, leg } = file
  const sittingId = await appointmentOf(file, leg.id, held)
  await tx.mediation.create({ data: { ...session, id, count, disputeId: file.id, legId: leg.id, hostId: file.actorId, sittingId } })
  if (attendance.length) await tx.attendance.createMany({ data: attendance.map((one) => ({ ...one, id: newId(), mediationId: id })) })
  if (told && !leg.rightsToldAt)
    await tx.leg.update({
      where: { id: leg.id },
      data: { rightsToldAt: told.at, rightsToldHow: told.how, rightsToldLanguage: told.language, rightsToldById: file.actorId },
    })
  const there = attendance.flatMap(({ partyId, present }) => (partyId && present ? [partyId] : []))
  if (willing && told)
    await tx.party.updateMany({
      where: { id: { in: there }, disputeId: file.id, willing: { in: ['notAsked', 'undecided'] } },
      data: { willing: 'willing', willingHow: told.how, willingAt: told.at, willingById: file.actorId },
    })
  await noteNoticed(tx, file.id, noticed, held.startedAt)
  await advance(file, {
    event: { type: 'session', sessionId: id, kind: held.kind, count },
    subjectId: id,
    happenedAt: held.endedAt ?? held.startedAt,
    texts: [
      { kind: 'agreedFacts', audience: unconfirmed ? 'talks' : 'handlers', text: agreedFacts ?? '' },
      { kind: 'talks', audience: 'talks', text: talks ?? '' },
      { kind: 'told', audience: 'handlers', text: protectionTold ? protectionSaid : '' },
    ],
  })
  if (next) await planSittingWithin(file, { ...next, plannedInId: id }, nextBeside)
}
export const holdSession = (sent: Sent, held: Held) => act(sent, (file) => holdSessionWithin(file, held))

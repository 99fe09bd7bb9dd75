import { addDays, dateOf, dayIn, daysBetween, isLegalDay, type LegalDay } from '../calendar/days'
import { act, type Sent } from '../dispute/advance.server'
import { mayAskWilling } from '../dispute/annotate.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'

/** Days on which a party cannot come, first and last included. */
export type Away = { partyId: string; fromDay: LegalDay; toDay: LegalDay; note?: string }

/** As many stretches as a party may have at once, and as long as one may be, in days. */
const [most, longest] = [20, 366]

/** Both days as typed; the last is the first where nothing is said. Throws Refusal beside `fromDay` or `toDay`. */
export function readDays(fromDay = '', toDay = ''): { fromDay: LegalDay; toDay: LegalDay } {
  if (!isLegalDay(fromDay)) throw wrong('fromDay', '请填从哪天起来不了')
  if (toDay && !isLegalDay(toDay)) throw wrong('toDay', '日期没有填对，照 2026-03-05 的样子填')
  return { fromDay, toDay: toDay || fromDay }
}

function checkDays({ fromDay, toDay }: Away, today: LegalDay): void {
  if (toDay < fromDay) throw wrong('toDay', '最后一天早于第一天')
  if (toDay < today) throw wrong('toDay', '这几天已经过了')
  if (daysBetween(fromDay, toDay) >= longest || fromDay > addDays(today, longest)) throw wrong('toDay', '只记一年以内的日子')
}

const may = ({ actor, handling }: CaseFile, partyId: string): boolean =>
  actor.kind === 'party' ? actor.partyId === partyId : mayAskWilling(actor, handling)

/** Within an act: who asks the sides writes it down, or the party itself. Throws Refusal forbidden, notFound, or beside a day. */
export async function sayAwayWithin(file: CaseFile, away: Away): Promise<void> {
  const { partyId, fromDay, toDay, note } = away
  if (!may(file, partyId)) throw new Refusal('forbidden')
  checkDays(away, dayIn(file.now))
  const party = await file.tx.party.count({ where: { id: partyId, disputeId: file.id, leftAt: null } })
  if (!party) throw wrong('partyId', '没有这个当事人，请重新选')
  if ((await file.tx.partyAway.count({ where: { partyId, cancelledAt: null, toDay: { gte: dateOf(dayIn(file.now)) } } })) >= most)
    throw wrong('fromDay', '写的太多了，先去掉几段')
  await file.tx.partyAway.create({
    data: {
      ...{ id: newId(), partyId, disputeId: file.id, note: note ?? null, recordedById: file.actorId, recordedAt: file.now },
      ...{ fromDay: dateOf(fromDay), toDay: dateOf(toDay) },
    },
  })
}

/** What was said of days is taken back, and other days are said; either alone does. Throws Refusal where neither is there. */
export const changeAway = (sent: Sent, { gone, away }: { gone: string[]; away: Away | undefined }) =>
  act(sent, async (file) => {
    if (!mayAskWilling(file.actor, file.handling)) throw new Refusal('forbidden')
    if (!gone.length && !away) throw wrong('partyId', '请选是谁来不了，或者勾掉不再算数的')
    if (gone.length) {
      const where = { id: { in: gone }, disputeId: file.id, cancelledAt: null }
      await file.tx.partyAway.updateMany({ where, data: { cancelledAt: file.now } })
    }
    if (away) await sayAwayWithin(file, away)
  })

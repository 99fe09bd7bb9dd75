import { inTransaction, literal, read } from '#app/db/client.server'
import { calledAt } from '../alarm/called.server'
import { ladder } from '../alarm/ladder'
import { notify } from '../notice/notify.server'
import { textAccounts } from '../notice/texts.server'
import { nextReminder, reminderNo, remindTimes } from './reminding'

type Due = { id: string; disputeId: string; namedId: string; recordedAt: Date; remindAt: Date; districtId: string; townshipId: string }

const batch = 100

async function remind(due: Due, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const no = reminderNo(due.recordedAt, due.remindAt)
    const next = nextReminder(due.recordedAt, no)
    const claimed = await tx.$executeRaw`
      update danger_report set remind_at = ${next} where id = ${due.id}::uuid and remind_at = ${due.remindAt}`
    if (!claimed) return false
    const accounts = no <= remindTimes ? [due.namedId] : await calledAt(tx, due, ladder[0], now)
    const told = { accounts, disputeId: due.disputeId }
    await notify(tx, { ...told, topic: 'report', subjectId: due.id, occasion: String(no) }, now)
    await textAccounts(tx, { ...told, template: 'report', occasion: `report ${due.id} ${no}` }, now)
    return true
  })
}

/**
 * Reminds who is to report a danger and has not written that it was (People's Mediation Law 25): every half hour, and after the sixth
 * time the duty officers, once. Every minute; several workers may do it at once. Answers how many were reminded.
 */
export async function remindReports(now = new Date()): Promise<number> {
  const due = await read<Due[]>`
    select r.id, r.dispute_id as "disputeId", r.named_id as "namedId", r.recorded_at as "recordedAt", r.remind_at as "remindAt", d.district_id as "districtId", d.township_id as "townshipId"
    from danger_report r join dispute d on d.id = r.dispute_id where r.remind_at <= ${now} and r.named_id is not null order by r.remind_at limit ${literal(batch)}`
  let reminded = 0
  for (const one of due) if (await remind(one, now)) reminded += 1
  return reminded
}

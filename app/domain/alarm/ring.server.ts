import { z } from 'zod'
import { alarmMachine, type AlarmStatus } from '#machines/alarm.machine'
import { can } from '#machines/step'
import { inTransaction, read, type Tx } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'
import { clock } from '../actor'
import { advance } from '../dispute/advance.server'
import { CaseFile } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'
import { giveSight } from '../dispute/sight-rows.server'
import { newId } from '../id'
import { notify } from '../notice/notify.server'
import { textAccounts } from '../notice/texts.server'
import { calledAt, type Place } from './called.server'
import { ladder } from './ladder'
import { alarmRinging } from './open.server'
import { ringJob } from './raise.server'

const asked = z.object({ alarmId: z.uuid() })

type Ringing = Place & {
  id: string
  disputeId: string | null
  drillId: string | null
  status: AlarmStatus
  step: number
  climbAt: Date | null
}
type Call = { step: number; rung: string; accounts: string[] }

/** The dispute is locked first, as every act locks it; then the alarm. A drill has no dispute. */
async function locked(tx: Tx, alarmId: string, now: Date) {
  const [of] = await tx.$queryRaw<{ disputeId: string | null }[]>`select dispute_id as "disputeId" from alarm where id = ${alarmId}::uuid`
  if (!of) return null
  const loaded = of.disputeId ? await loadDispute(tx, { actor: clock, disputeId: of.disputeId, seen: Number.MAX_SAFE_INTEGER, now }) : null
  const [alarm] = await tx.$queryRaw<Ringing[]>`
    select id, dispute_id as "disputeId", drill_id as "drillId", district_id as "districtId", township_id as "townshipId", status::text as status, step, climb_at as "climbAt"
    from alarm where id = ${alarmId}::uuid for update`
  return alarm ? { alarm, file: loaded && new CaseFile(tx, clock, loaded, now) } : null
}

/** The rungs that are called now: the next, and where nobody is there the one after it, up to the top. */
async function nextCalls(tx: Tx, alarm: Ringing, now: Date): Promise<Call[]> {
  const calls: Call[] = []
  for (const rung of ladder.slice(alarm.step)) {
    const accounts = await calledAt(tx, alarm, rung, now)
    calls.push({ step: alarm.step + calls.length + 1, rung: rung.rung, accounts })
    if (accounts.length) break
  }
  return calls
}

const writeCalls = (tx: Tx, alarmId: string, calls: readonly Call[], now: Date) =>
  tx.alarmCall.createMany({
    data: calls.flatMap(({ step, rung, accounts }) =>
      (accounts.length ? accounts : [null]).map((accountId) => ({ id: newId(), alarmId, step, rung, accountId, calledAt: now })),
    ),
  })

/** Each in the inbox, by text message at any hour, and with sight of the dispute as long as it rings or is being dealt with. */
async function tellCalled(tx: Tx, alarm: Ringing, { step, accounts }: Call, now: Date): Promise<void> {
  if (!accounts.length) return
  const { id, disputeId } = alarm
  const kind = disputeId ? 'alarm' : 'drill'
  await notify(tx, { accounts, topic: kind, subjectId: id, disputeId, occasion: String(step) }, now)
  await textAccounts(tx, { accounts, template: kind, occasion: `alarm ${id} ${step}`, disputeId, urgent: true, drill: !disputeId }, now)
  if (disputeId) await tx.$executeRaw(giveSight({ disputeId, to: 'account', ids: accounts, why: 'alarm', at: now }))
}

/**
 * Rings an alarm's next rung, once it is due; drills and real ones alike. By the queue as soon as it is raised and when a rung has had its
 * minutes; too early, taken already or rung already, it does nothing. Answers whether it rang.
 */
export async function ringAlarm(payload: unknown, now = new Date()): Promise<boolean> {
  const { alarmId } = asked.parse(payload)
  return inTransaction(async (tx) => {
    const found = await locked(tx, alarmId, now)
    if (!found) return false
    const { alarm, file } = found
    if (!can(alarmMachine, alarm.status, {}, { type: 'climb' }) || !alarm.climbAt || alarm.climbAt > now) return false
    const calls = await nextCalls(tx, alarm, now)
    const last = calls.at(-1)
    const rung = ladder[alarm.step + calls.length - 1]
    const climbAt = rung?.minutes ? new Date(now.getTime() + rung.minutes * 60_000) : null
    await writeCalls(tx, alarmId, calls, now)
    if (last) await tellCalled(tx, alarm, last, now)
    await tx.$executeRaw`update alarm set step = ${alarm.step + calls.length}, climb_at = ${climbAt} where id = ${alarmId}::uuid`
    const jobs = climbAt ? [ringJob(alarmId, climbAt)] : []
    if (file && alarm.step + calls.length > 1)
      await advance(file, { event: { type: 'alarm', alarmId, step: 'climb' }, subjectId: alarmId, jobs })
    else await addJobs(tx, jobs)
    return true
  })
}

/** Whatever the queue did not ring in time, every minute: a queue that lost a job silences no alarm. Answers how many rang. */
export async function ringDue(now = new Date()): Promise<number> {
  const due = await read<
    { id: string }[]
  >`select a.id from alarm a where a.climb_at <= ${now} and ${alarmRinging} order by a.climb_at limit 100`
  let rang = 0
  for (const { id } of due) if (await ringAlarm({ alarmId: id }, now)) rang += 1
  return rang
}

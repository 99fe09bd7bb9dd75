import { disputeMachine } from '#machines/dispute.machine'
import { step } from '#machines/step'
import { Prisma, type Tx } from '#app/db/client.server'
import { clock, type Person } from '../../actor'
import { recordAct } from '../../audit.server'
import { refuseKeeper, refuseMediators } from '../../conflict/refuse.server'
import { advance } from '../../dispute/advance.server'
import { CaseFile } from '../../dispute/case-file.server'
import { nameMediators } from '../../dispute/legs.server'
import { loadDispute } from '../../dispute/load.server'
import { endSight, giveSight } from '../../dispute/sight-rows.server'
import { Refusal } from '../../refusal'
import type { Why } from './work.server'

export type Handing = { actor: Person; from: string; to: string; now: Date }

const words = [{ kind: 'why' as const, audience: 'path' as const, text: '原来的经办人离任或调走，由管理员移交' }]

/** A case in the administrator's hands for this one act: loaded by nobody's sight, so that nothing of it comes to a page. */
async function take(tx: Tx, { actor, now }: Handing, disputeId: string): Promise<CaseFile> {
  const loaded = await loadDispute(tx, { actor: clock, disputeId, seen: Number.MAX_SAFE_INTEGER, now })
  if (!loaded) throw new Refusal('notFound')
  const file = new CaseFile(tx, actor, loaded, now)
  file.handingOver = true
  return file
}

const keeps = (tx: Tx, disputeId: string, { from, to }: Handing) =>
  tx.$executeRaw`update dispute set keeper_id = ${to}::uuid where id = ${disputeId}::uuid and keeper_id = ${from}::uuid`

/** The open leg's mediators with the one in the other's place: an event where the machine has one, else the rows alone. */
async function mediates(file: CaseFile, handing: Handing): Promise<void> {
  if (!file.leg?.mediatorIds.includes(handing.from)) return
  const mediatorIds = [...new Set(file.leg.mediatorIds.map((id) => (id === handing.from ? handing.to : id)))]
  const event = { type: 'assign' as const, mediatorIds }
  if (step(disputeMachine, file.status, file.facts, event)) return advance(file, { event, texts: words })
  await refuseMediators(file, mediatorIds)
  await nameMediators(file.tx, { id: file.leg.id, disputeId: file.id, at: handing.now }, mediatorIds)
  await keeps(file.tx, file.id, handing)
}

async function looksAfter(file: CaseFile, handing: Handing): Promise<void> {
  const event = { type: 'handOn' as const, accountId: handing.to }
  if (step(disputeMachine, file.status, file.facts, event)) await advance(file, { event, keeperId: handing.to, texts: words })
  else {
    await refuseKeeper(file, handing.to)
    await keeps(file.tx, file.id, handing)
  }
  await file.tx.$executeRaw(giveSight({ disputeId: file.id, to: 'account', ids: [handing.to], why: 'keeper', at: handing.now }))
}

const sees = (file: CaseFile, { to, now }: Handing) =>
  file.tx.$executeRaw(giveSight({ disputeId: file.id, to: 'account', ids: [to], why: 'registered', at: now }))

/** What the one saw by this ends; what they had done before stays their own part. */
const why: Record<Exclude<Why, 'duty'>, string[]> = { leg: ['mediator', 'keeper'], keep: ['keeper'], registered: ['registered'] }
const noLonger = (file: CaseFile, { from, now }: Handing, group: Exclude<Why, 'duty'>) =>
  file.tx.$executeRaw(endSight(file.id, Prisma.sql`s.subject_id = ${from}::uuid and s.why = any(${why[group]}::text[])`, now, true))

/** Hands one case over; false where the other may not have it (a party, a relation): then nothing of it was written. */
export async function handCase(tx: Tx, handing: Handing, group: Exclude<Why, 'duty'>, disputeId: string): Promise<boolean> {
  const file = await take(tx, handing, disputeId)
  try {
    if (group === 'leg') await mediates(file, handing)
    else if (group === 'keep') await looksAfter(file, handing)
    else await sees(file, handing)
  } catch (error) {
    // Who is barred is found before anything is written, and why is not the administrator's to know.
    if (error instanceof Refusal && ['lead', 'others', 'accountId'].some((field) => field in error.fields)) return false
    throw error
  }
  await noLonger(file, handing, group)
  const subject = { kind: 'account', id: handing.to }
  await recordAct(tx, handing.actor, 'case.handOver', { disputeId, subject, detail: { from: handing.from, group } }, handing.now)
  return true
}

/** Duty on days to come is the other's, where it is not already. */
export async function handShifts(tx: Tx, { from, to, now }: Handing, areaId: string, today: string): Promise<void> {
  await tx.$executeRaw`update duty_shift s set account_id = ${to}::uuid, handed_over_at = ${now}, hand_over_text = '原值班人员离任或调走'
    where s.account_id = ${from}::uuid and s.area_id = ${areaId}::uuid and s.day >= ${today}::date
      and not exists (select 1 from duty_shift x where x.area_id = s.area_id and x.day = s.day and x.account_id = ${to}::uuid)`
  await tx.$executeRaw`delete from duty_shift where account_id = ${from}::uuid and area_id = ${areaId}::uuid and day >= ${today}::date`
}

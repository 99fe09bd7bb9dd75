import { Prisma, type Reading, type Tx } from '#app/db/client.server'
import { instantAfter, instantOf, dateOf, dayIn } from '../calendar/days'
import type { Person } from '../actor'
import { newId } from '../id'
import { Refusal } from '../refusal'
import { change, type Change, type Setting } from '../settings/act.server'
import { patrolIntake, type FindingOutcome } from '../words/patrols'
import type { ReportForm } from './form'
import { asksPlace, noRound, readRound, walksPlace, type Round } from './sight.server'

/** Disputes that somebody wrote down on a round: from a patrol, within its days. */
export const registeredOn = (from: Reading, actor: Person, { fromDay, toDay }: Pick<Round, 'fromDay' | 'toDay'>) => from.$queryRaw<
  { id: string; number: string; title: string }[]
>`select d.id, d.number, d.title from dispute d where d.registered_by_id = ${actor.accountId}::uuid and d.intake = ${patrolIntake}
    and d.registered_at >= ${instantOf(fromDay)} and d.registered_at < ${instantAfter(toDay)} order by d.registered_at, d.id limit 50`

/** A place of the round that this person walks. Throws Refusal notFound. */
export async function walkedPlace(from: Reading, actor: Person, round: Round, areaId: string): Promise<{ name: string }> {
  const [place] = await from.$queryRaw<{ name: string }[]>(Prisma.sql`
    select x.name from area ra join area x on ${asksPlace} where ra.id = ${round.areaId}::uuid and x.id = ${areaId}::uuid and ${walksPlace(actor)}`)
  if (!place) throw noRound()
  return place
}

type Found = { line: string; outcome: FindingOutcome; disputeId: string | null }

/** The lines of what was found, each whole, each dispute one's own of this round. Throws Refusal invalid beside the line. */
async function findingsOf({ tx, actor }: Change, round: Round, form: ReportForm): Promise<Found[]> {
  if (form.act === 'nil') return []
  const wrongs: Record<string, string> = {}
  const own = await registeredOn(tx, actor, round)
  const lines = form.findings.flatMap(({ line, outcome, disputeId }, at): Found[] => {
    const name = (field: string) => `findings[${at}].${field}`
    if (!line && !outcome && !disputeId) return []
    const dispute = disputeId ? own.find(({ id }) => id === disputeId) : undefined
    if (!outcome) wrongs[name('outcome')] = '请选怎样了'
    if (outcome === 'registered' && !dispute) wrongs[name('disputeId')] = '请选登记了哪一件；还没有登记的，先去登记'
    if (outcome !== 'registered' && disputeId) wrongs[name('outcome')] = '选了纠纷，这里要选“已登记为纠纷”'
    if (outcome !== 'registered' && !line) wrongs[name('line')] = '请写是什么事'
    return outcome ? [{ line: line ?? '', outcome, disputeId: dispute?.id ?? null }] : []
  })
  if (lines.length > form.found) wrongs.found = `写了 ${lines.length} 条，发现的数不能少于 ${lines.length}`
  if (!lines.length && !Object.keys(wrongs).length) wrongs['findings[0].line'] = '发现了什么，至少写一条；没有发现点“零报告”'
  const doubled = lines.filter(({ disputeId }, at) => disputeId && lines.findIndex((one) => one.disputeId === disputeId) !== at)
  if (doubled.length) wrongs.found = '同一件纠纷写了两次'
  if (Object.keys(wrongs).length) throw new Refusal('invalid', undefined, wrongs)
  return lines
}

async function write(
  tx: Tx,
  actor: Person,
  { round, areaId, form, found, now }: { round: Round; areaId: string; form: ReportForm; found: Found[]; now: Date },
) {
  // One round, one report at a time: the second of two replaces the first.
  await tx.$queryRaw`select 1 from patrol_round where id = ${round.id}::uuid for update`
  await tx.$executeRaw`update patrol_report set replaced_at = ${now} where round_id = ${round.id}::uuid and area_id = ${areaId}::uuid and replaced_at is null`
  const id = newId()
  await tx.patrolReport.create({
    data: {
      id,
      roundId: round.id,
      areaId,
      reportedById: actor.accountId,
      reportedOn: dateOf(dayIn(now)),
      rounds: form.rounds,
      found: form.act === 'nil' ? 0 : form.found,
      note: form.act === 'nil' ? null : (form.note ?? null),
      recordedAt: now,
    },
  })
  if (found.length) await tx.patrolFinding.createMany({ data: found.map((one) => ({ id: newId(), reportId: id, ...one })) })
  return id
}

/**
 * 上报, 零报告: what one grid says of a round; a later report takes the place of an earlier one, both stay. Throws Refusal: notFound for
 * who does not walk there, notNow before it begins and after it is closed, invalid. Answers the report's id.
 */
export const reportRound = (setting: Setting, roundId: string, areaId: string, form: ReportForm) =>
  change(setting, async (all) => {
    const { tx, actor, now, record } = all
    const round = await readRound(tx, actor, roundId)
    await walkedPlace(tx, actor, round, areaId)
    if (round.closedAt) throw new Refusal('notNow', '这一轮已经结束，不能再报')
    if (round.fromDay > dayIn(now)) throw new Refusal('notNow', '这一轮还没有开始')
    const found = await findingsOf(all, round, form)
    const id = await write(tx, actor, { round, areaId, form, found, now })
    await record(
      'patrol.report',
      { kind: 'patrolReport', id },
      { round: roundId, rounds: form.rounds, found: form.act === 'nil' ? 0 : form.found },
    )
    return id
  })

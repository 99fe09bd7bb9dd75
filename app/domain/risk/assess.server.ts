import { z } from 'zod'
import { disputeMachine } from '#machines/dispute.machine'
import { can } from '#machines/step'
import { inTransaction, read, type Tx } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'
import { clock } from '../actor'
import { raiseAlarm } from '../alarm/raise.server'
import { addDays, dayIn, instantOf } from '../calendar/days'
import { advance } from '../dispute/advance.server'
import { CaseFile } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'
import { riskCheck } from '../dispute/tell.server'
import type { RiskLevel } from '../words/danger-signs'
import { decide } from './assess'
import { countRisk, writeRisk } from './change.server'
import type { RiskFacts } from './inputs.server'
import type { RiskRules } from './rules'

const asked = z.object({ disputeId: z.uuid() })

/** When age alone has it looked at again: red and yellow by their days, also after the end; green once, when it has been open long. */
export function nextLook(
  level: RiskLevel,
  { ended, registeredAt }: Pick<RiskFacts, 'ended' | 'registeredAt'>,
  rules: RiskRules,
  now: Date,
): Date | null {
  const { lookAgainDays, limits } = rules
  if (level !== 'green') return new Date(now.getTime() + (ended ? lookAgainDays.ended : lookAgainDays[level]) * 86_400_000)
  const long = instantOf(addDays(dayIn(registeredAt), limits.openDays))
  return !ended && long > now ? long : null
}

const lookAt = (tx: Tx, disputeId: string, at: Date | null) =>
  tx.$executeRaw`update dispute set risk_look_at = ${at} where id = ${disputeId}::uuid and risk_look_at is distinct from ${at}`

/**
 * 研判: counts the danger of one dispute anew, after every act and by age. A level that changes is an event by the clock with its reasons;
 * one that becomes red raises an alarm in the same transaction. It bears a repeat: what was counted already changes nothing.
 */
export async function assessRisk(payload: unknown, now = new Date()): Promise<RiskLevel | null> {
  const { disputeId } = asked.parse(payload)
  return inTransaction(async (tx) => {
    const loaded = await loadDispute(tx, { actor: clock, disputeId, seen: Number.MAX_SAFE_INTEGER, now })
    if (!loaded) return null
    const { facts, counted, rules, version } = await countRisk(tx, disputeId, now)
    if (!facts || !can(disputeMachine, loaded.status, loaded.facts, { type: 'risk', level: loaded.risk })) {
      await lookAt(tx, disputeId, null)
      return null
    }
    const level = decide(loaded.risk, counted, facts.last)
    if (level) {
      const file = new CaseFile(tx, clock, loaded, now)
      await advance(file, { event: { type: 'risk', level, how: 'rules', reasons: counted.reasons.map(({ code }) => code) } })
      await writeRisk(file, { level, how: 'rules', at: now, byId: null, counted, version })
      if (level === 'red') await raiseAlarm(file, 'red')
    }
    await lookAt(tx, disputeId, nextLook(level ?? loaded.risk, facts, rules, now))
    return level
  })
}

const batch = 200

/** Puts what is to be looked at again by age into the queue, a batch each minute; answers how many. */
export async function lookAgain(now = new Date()): Promise<number> {
  const due = await read<{ id: string }[]>`select id from dispute where risk_look_at <= ${now} order by risk_look_at limit ${batch}`
  if (due.length)
    await inTransaction((tx) =>
      addJobs(
        tx,
        due.map(({ id }) => riskCheck(id)),
      ),
    )
  return due.length
}

import type { Reading } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import type { RiskLevel } from '../words/danger-signs'
import { assess, type Counted } from './assess'
import { riskFacts, type RiskFacts } from './inputs.server'
import type { RiskRules } from './rules'
import { riskRulesOn } from './versions'

const nothing: Counted = { level: 'green', points: 0, reasons: [] }

export type CountedNow = { facts: RiskFacts | null; counted: Counted; rules: RiskRules; version: string }

/** What the rules in force say of a dispute as it stands. One statement. */
export async function countRisk(tx: Reading, disputeId: string, now: Date): Promise<CountedNow> {
  const rules = riskRulesOn(dayIn(now))
  const facts = await riskFacts(tx, disputeId, now)
  return { facts, counted: facts ? assess(facts.inputs, rules) : nothing, rules, version: rules.version }
}

export type RiskChanged = { level: RiskLevel; how: 'rules' | 'person'; at: Date; byId: string | null; counted: Counted; version: string }

/** The level, and a row of its history with what the rules said at that time, whoever said it. One statement. */
export async function writeRisk(file: CaseFile, { level, how, at, byId, counted, version }: RiskChanged): Promise<void> {
  const codes = counted.reasons.map(({ code }) => code)
  await file.tx.$executeRaw`
    with changed as (
      insert into risk_change (id, dispute_id, level, happened_at, by_id, how, counted, reasons, rules_version)
      values (${newId()}::uuid, ${file.id}::uuid, ${level}::"RiskLevel", ${at}, ${byId}::uuid, ${how}, ${counted.level}::"RiskLevel", ${codes}::text[], ${version})
    )
    update dispute set risk = ${level}::"RiskLevel" where id = ${file.id}::uuid`
  file.dispute.risk = level
}

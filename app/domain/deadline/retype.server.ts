import type { Period } from '#machines/periods'
import { dayIn } from '../calendar/days'
import { ruleBook } from '../calendar/rule-book.server'
import type { CaseFile } from '../dispute/case-file.server'
import { countAgain } from './adjust.server'
import { ruleFor } from './plan'

/**
 * A dispute turned out to be of another kind: what runs by a rule that is not the new kind's is counted by that one, from the same
 * beginning and with every pause and extension it has had (U18). The rule is the one of the day on which the period began.
 */
export async function countByNewType(file: CaseFile): Promise<void> {
  const { dispute } = file
  const book = await ruleBook(file.tx, dispute.rulesVersion)
  for (const running of dispute.deadlines) {
    if (running.ruleCode === null) continue
    const { typeCode: type, source } = dispute
    const channel = file.facts.channel
    const procedure = channel === 'people' ? (dispute.fromCourt?.procedure ?? undefined) : undefined
    const rule = ruleFor(running.period as Period, { book, type, source, channel, procedure }, dayIn(new Date(running.countedFrom)))
    if (rule.code === running.ruleCode) continue
    await file.tx.deadline.update({ where: { id: running.id }, data: { ruleCode: rule.code, ruleVersion: rule.version } })
    file.ledger.push({ does: 'rule', id: running.id, rule: rule.code, version: rule.version })
    const now = { ...running, ruleCode: rule.code, ruleVersion: rule.version }
    // What stands still goes on standing, and is counted by the new rule when it goes on.
    const again = running.pausedSince ? now : await countAgain(file, book, running.id)
    if (again) dispute.deadlines = dispute.deadlines.map((one) => (one.id === again.id ? again : one))
  }
}

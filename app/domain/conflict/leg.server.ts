import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import type { CaseFile } from '../dispute/case-file.server'
import { Refusal } from '../refusal'
import { standings } from './links.server'
import { barsForGood } from './words'

const standingOf = ({ tx, id, leg }: CaseFile) => (leg?.mediatorIds.length ? standings(tx, { accountIds: leg.mediatorIds }, [id]) : [])

/** Whether a mediator who has it has a tie that nobody answered: after the parties changed. A name alone is none. */
export async function tiedToMediator(file: CaseFile): Promise<boolean> {
  if (deskOf(disputeMachine, file.status) !== 'mediator') return false
  return (await standingOf(file)).some(({ findings }) => findings.some(({ level, code }) => level !== 'verify' && code !== 'declared'))
}

/** Refuses a session of a mediator who is barred by now, whatever road the tie came by: a list, a merge, the register (U15). */
export async function refuseTiedSession(file: CaseFile): Promise<void> {
  const barred = (await standingOf(file)).find(({ findings }) => barsForGood(findings))
  if (barred) throw new Refusal('notNow', `${barred.name}现在和一方有利害关系，要先由负责人另行指派，不能开会`)
}

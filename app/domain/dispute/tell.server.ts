import type { Effect } from '#machines/effects'
import { addJobs } from '#app/services/jobs.server'
import type { CaseFile } from './case-file.server'

/** The notices of an act, put into the queue with it. Who they reach is found when they are delivered. */
export async function tellPeople(file: CaseFile, effects: Effect[], eventId: string): Promise<void> {
  const to = effects.flatMap((effect) => (effect.type === 'tell' ? [effect.to] : []))
  if (!to.length) return
  await addJobs(file.tx, [{ task: 'tell', payload: { disputeId: file.id, eventId, to } }])
}

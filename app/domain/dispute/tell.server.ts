import type { Effect } from '#machines/effects'
import { addJobs } from '#app/services/jobs.server'
import type { CaseFile } from './case-file.server'

/** The notices of an act, put into the queue with it: people's on their page, the parties' by text message. Who they reach is found when they are delivered. */
export async function tellPeople(file: CaseFile, effects: Effect[], eventId: string): Promise<void> {
  const to = effects.flatMap((effect) => (effect.type === 'tell' ? [effect.to] : []))
  if (!to.length) return
  const payload = { disputeId: file.id, eventId }
  const accounts = to.filter((audience) => audience !== 'parties')
  await addJobs(file.tx, [
    ...(accounts.length ? [{ task: 'tell', payload: { ...payload, to: accounts } }] : []),
    ...(accounts.length < to.length ? [{ task: 'textParties', payload, maxAttempts: 8 }] : []),
  ])
}

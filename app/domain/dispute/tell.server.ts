import type { Effect } from '#machines/effects'
import { addJobs, type Job } from '#app/services/jobs.server'
import type { CaseFile } from './case-file.server'

/** Whether anybody could take what has come to the post is looked at by the worker: 无人可派 is told, never found out by chance. */
export const routeCheck = (disputeId: string): Job => ({ task: 'checkRoute', payload: { disputeId }, key: `route ${disputeId}` })

/** The notices of an act, put into the queue with it: people's on their page, the parties' by text message. Who they reach is found when they are delivered. */
export async function tellPeople(file: CaseFile, effects: Effect[], eventId: string): Promise<void> {
  const to = effects.flatMap((effect) => (effect.type === 'tell' ? [effect.to] : []))
  if (!to.length) return
  const payload = { disputeId: file.id, eventId }
  const accounts = to.filter((audience) => audience !== 'parties')
  await addJobs(file.tx, [
    ...(to.includes('triage') ? [routeCheck(file.id)] : []),
    ...(accounts.length ? [{ task: 'tell', payload: { ...payload, to: accounts } }] : []),
    ...(accounts.length < to.length ? [{ task: 'textParties', payload, maxAttempts: 8 }] : []),
  ])
}

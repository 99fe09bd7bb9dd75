import type { Effect } from '#machines/effects'
import type { Job } from '#app/services/jobs.server'
import type { CaseFile, Move } from './case-file.server'

/** Whether anybody could take what has come to the post is looked at by the worker: 无人可派 is told, never found out by chance. */
export const routeCheck = (disputeId: string): Job => ({ task: 'checkRoute', payload: { disputeId }, key: `route ${disputeId}` })

/** 研判: the danger is counted anew after every act, once however many came before the worker did (risk/assess.server.ts). */
export const riskCheck = (disputeId: string): Job => ({ task: 'assessRisk', payload: { disputeId }, key: `risk ${disputeId}` })

/**
 * What the worker does after an act, put into the queue with its event: people's notices on their page, the parties' by text message, the
 * danger counted anew. Whom they reach is found when they are delivered. What the clock did is not counted again: that would have no end.
 */
export function jobsOf(
  file: CaseFile,
  { id: eventId, byClock, jobs = [] }: Pick<Move, 'byClock' | 'jobs'> & { id: string },
  effects: Effect[],
): Job[] {
  const to = effects.flatMap((effect) => (effect.type === 'tell' ? [effect.to] : []))
  const payload = { disputeId: file.id, eventId }
  const accounts = to.filter((audience) => audience !== 'parties')
  return [
    ...jobs,
    ...(byClock || file.actor.kind === 'clock' ? [] : [riskCheck(file.id)]),
    ...(to.includes('triage') ? [routeCheck(file.id)] : []),
    ...(accounts.length ? [{ task: 'tell', payload: { ...payload, to: accounts } }] : []),
    ...(accounts.length < to.length ? [{ task: 'textParties', payload, maxAttempts: 8 }] : []),
  ]
}

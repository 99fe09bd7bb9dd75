import { beginAnew, lockDead, takeOut, type Locked } from '#app/services/queue.server'
import { dropText } from '../notice/drop-text.server'
import { Refusal } from '../refusal'
import { change, type Change, type Setting } from '../settings/act.server'
import { demandOwnDistrict } from '../settings/period-page.server'
import type { JobForm } from './form'

const gone = '这个任务已经不在这里：别的管理员处理过了，或者它已经做成了'

async function giveUp({ tx, actor, record }: Change, job: Locked, reason: string) {
  await takeOut(tx, [job.id])
  if (job.task === 'sendText') await dropText(tx, job.payload.id)
  await record('job.giveUp', { kind: 'account', id: actor.accountId }, { job: job.id, task: job.task, attempts: job.attempts, reason })
}

async function again({ tx, actor, record }: Change, jobs: Locked[]) {
  await beginAnew(
    tx,
    jobs.map(({ id }) => id),
  )
  const { task = '' } = jobs[0] ?? {}
  await record('job.again', { kind: 'account', id: actor.accountId }, { task, jobs: jobs.map(({ id }) => id) })
}

/**
 * Given up work: once more with all its attempts, all of a task once more, or out of the queue with a reason. Throws Refusal: notFound
 * for who does not look after the district, notNow where it is no longer given up. Answers how many; undefined where the form was
 * answered before.
 */
export const changeJobs = (setting: Setting, form: JobForm) =>
  change(setting, async (all) => {
    await demandOwnDistrict(all.tx, all.actor, 'jobs')
    const jobs = await lockDead(all.tx, form.act === 'againAll' ? { task: form.task } : { id: form.jobId })
    const [first] = jobs
    if (!first) throw new Refusal('notNow', gone)
    await (form.act === 'giveUp' ? giveUp(all, first, form.reason) : again(all, jobs))
    return jobs.length
  })

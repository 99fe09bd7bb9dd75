import { reading } from '#app/db/client.server'
import { countJobs, deadJob, failingJobs, type JobRow } from '#app/services/queue.server'
import type { Person } from '../actor'
import { formatInstant } from '../calendar/days'
import { Refusal } from '../refusal'
import { choice, hidden, type SettingForm } from '../settings/fields'
import { demandOwnDistrict } from '../settings/period-page.server'
import { giveUpReasons, taskLabel } from '../words/tasks'
import { optionsOf } from '../words/words'
import { backoffSentence, waitAfter } from './backoff'
import { plainError } from './plain-error'

const shown = 100

/** Given up work keeps the time of the attempt that it will not be given. */
const lastTried = ({ runAt, attempts }: JobRow) => new Date(runAt.getTime() - waitAfter(attempts) * 1000)

const lineOf = (row: JobRow) => {
  const { id, task, attempts, maxAttempts, error, createdAt, runAt, dead } = row
  return {
    id,
    href: `/settings/jobs/${id}`,
    task: taskLabel(task),
    asked: formatInstant(createdAt),
    tried: `${attempts} 次，最多 ${maxAttempts} 次`,
    error: plainError(error) || '做的时候程序被中断',
    at: formatInstant(dead ? lastTried(row) : runAt),
  }
}
export type JobLine = ReturnType<typeof lineOf>

/** The work behind the pages: how much of each kind waits, runs, was given up; what failed and when it is tried again. Throws Refusal notFound. */
export async function jobsPage(actor: Person) {
  await demandOwnDistrict(reading, actor, 'jobs')
  const [counts, rows] = await Promise.all([countJobs(reading), failingJobs(reading, shown)])
  const sum = (of: 'waiting' | 'running' | 'dead') => counts.reduce((all, row) => all + row[of], 0)
  return {
    totals: { waiting: sum('waiting'), running: sum('running'), dead: sum('dead') },
    tasks: counts.map(({ task, ...row }) => ({ ...row, task, label: taskLabel(task) })),
    dead: rows.filter(({ dead }) => dead).map(lineOf),
    again: rows.filter(({ dead }) => !dead).map(lineOf),
    backoff: backoffSentence,
    more: rows.length === shown,
  }
}

/** One piece of given up work and what may be done with it. Throws Refusal notFound. */
export async function jobPage(actor: Person, id: string) {
  await demandOwnDistrict(reading, actor, 'jobs')
  const job = /^\d{1,18}$/.test(id) ? await deadJob(reading, id) : undefined
  if (!job) throw new Refusal('notFound', '没有这个任务：已经做成了，或者别的管理员处理过了')
  const line = lineOf(job)
  const forms: SettingForm[] = [
    { act: 'again', title: '再试一次', note: '从头再试，次数重新算。', fields: [hidden('jobId', id)], submit: '再试一次' },
    {
      act: 'giveUp',
      title: '放弃',
      note: '放弃以后这件事不会再做，要紧的请先人工办好。谁放弃的、为什么，都记在案。',
      fields: [hidden('jobId', id), choice('reason', '为什么放弃', optionsOf(giveUpReasons))],
      submit: '放弃',
      grave: true,
    },
  ]
  return {
    title: line.task,
    facts: [
      { label: '什么时候要做的', value: line.asked },
      { label: '试了', value: line.tried },
      { label: '最后一次', value: line.at },
      { label: '错误', value: line.error },
    ],
    forms,
  }
}

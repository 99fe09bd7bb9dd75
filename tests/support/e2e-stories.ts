/** What a browser test may ask of the server's own database: people by key, and disputes brought to where a journey begins. Bundled by e2e-server.mjs. */
import { db, inTransaction } from '#app/db/client.server'
import { addDays, dayIn } from '#app/domain/calendar/days'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { newId } from '#app/domain/id'
import { sendText } from '#app/domain/notice/send-text.server'
import { notify, type Notifying } from '#app/domain/notice/notify.server'
import { textAccounts } from '#app/domain/notice/texts.server'
import { addJobs } from '#app/services/jobs.server'
import { aSignedPaper, type Story } from './disputes'
import { bodyId, person } from './people'

export { ringAlarm } from '#app/domain/alarm/ring.server'
export { newId } from '#app/domain/id'
export { typedMoment } from '#app/domain/forms/common'
export { demoPassword } from '#app/domain/people/demo.server'
export { accountByKey } from '../../prisma/district'
export * from './disputes'
export { areaId, bodyId, person } from './people'
export { db }

/** A legal day so many days from today. */
export const dayAhead = (days: number): string => addDays(dayIn(new Date()), days)

/** The smallest picture that is one. */
export const aPicture = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

/** A signed paper whose confirmation both sides asked of the district's court. */
export async function anApplication(now: Date): Promise<Story> {
  const story = await aSignedPaper(undefined, { now })
  await confirm(await story.sent(await person('mediator-room-maguotou-1')), {
    step: 'apply',
    courtId: await bodyId('court'),
  })
  return story
}

/** The court grants what it was asked, now. */
export async function granted(story: Story): Promise<void> {
  await confirm(await story.sent(await person('liaison-court'), { now: new Date() }), { step: 'granted' })
}

/** Work of a task that failed as often as it may. */
export async function deadJobs(task: string, count: number): Promise<void> {
  const jobs = Array.from({ length: count }, () => ({ task, payload: {}, maxAttempts: 3 }))
  await inTransaction((tx) => addJobs(tx, jobs))
  await db.$executeRaw`update gucheng_jobs._private_jobs j set attempts = 3, last_error = 'the text message gateway answered 503'
    from gucheng_jobs._private_tasks t where t.id = j.task_id and t.identifier = ${task} and j.max_attempts = 3`
}

/** A text message to somebody of the office that the gateway has taken. */
export async function aText(key: string): Promise<void> {
  const occasion = newId()
  const { accountId } = await person(key)
  await inTransaction((tx) => textAccounts(tx, { accounts: [accountId], template: 'due', occasion, urgent: true }, new Date()))
  const { id } = await db.textMessage.findFirstOrThrow({ where: { occasion } })
  await sendText({ id }, { door: { send: () => Promise.resolve(null) } })
}

/** Somebody is told of something that is no event of a dispute. */
export async function told(key: string, topic: Notifying['topic']): Promise<void> {
  const { accountId } = await person(key)
  await inTransaction((tx) => notify(tx, { accounts: [accountId], topic, subjectId: newId() }, new Date()))
}

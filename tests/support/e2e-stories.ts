/** What a browser test may ask of the server's own database: people by key, and disputes brought to where a journey begins. Bundled by e2e-server.mjs. */
import { db } from '#app/db/client.server'
import { addDays, dayIn } from '#app/domain/calendar/days'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { aSignedPaper, type Story } from './disputes'
import { bodyId, person } from './people'

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

import { read } from '#app/db/client.server'
import type { Person } from '../actor'
import { overviewOf } from '../desk/overview.server'
import { latestRound } from '../patrol/page.server'
import { ownNotes } from './notes-page.server'
import { demandLeader } from './sight.server'
import { openTasks } from './tasks-page.server'

/**
 * The leader's own page: red and yellow of his places, tasks, what he wrote and what came of it, the last round. At most six statements.
 * Throws Refusal notFound for anybody else.
 */
export async function leaderPage(actor: Person, now = new Date()) {
  const areas = demandLeader(actor)
  const [places, overview, tasks, notes, round] = await Promise.all([
    read<{ name: string }[]>`select x.name from area x where x.id = any(${areas}::uuid[]) order by length(x.path), x.name`,
    overviewOf(actor, now),
    openTasks(actor, now),
    ownNotes(actor, now),
    latestRound(actor, now),
  ])
  return { places: places.map(({ name }) => name).join('、'), danger: overview?.danger ?? [], tasks, notes, round }
}

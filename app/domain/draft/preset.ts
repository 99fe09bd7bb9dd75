import type { Person, Role } from '../actor'
import type { IntakeChannel, Source } from '../words/sources'
import { partiesOf } from './read'
import { textAt, type Values } from './values'

type Came = { source: Source; intake: IntakeChannel }

/** What each role mostly writes down; a committee's or a grid worker's find has no applicant. */
const usual: Partial<Record<Role, Came>> = {
  grid: { source: 'ownInitiative', intake: 'grid' },
  mediator: { source: 'ownInitiative', intake: 'ownDoor' },
  head: { source: 'ownInitiative', intake: 'ownDoor' },
  triage: { source: 'applied', intake: 'visit' },
  duty: { source: 'applied', intake: 'centre' },
  court: { source: 'court', intake: 'unit' },
  organ: { source: 'otherDepartment', intake: 'unit' },
}

/** 案件来源 and 登记渠道 as they most likely are: by the registrar's post; where somebody asked, it was applied for. */
export function cameBy(actor: Person, values: Values): Came {
  const came = actor.posts.map(({ role }) => usual[role]).find(Boolean) ?? { source: 'applied', intake: 'visit' }
  const station = actor.posts.some(({ role, title }) => role === 'organ' && /派出所|公安/.test(title))
  if (station) return { source: 'police', intake: 'police110' }
  const asked = textAt(values, 'askedAt') !== '' || partiesOf(values).some(({ party }) => textAt(party, 'side') === 'applicant')
  return came.source === 'ownInitiative' && asked ? { ...came, source: 'applied' } : came
}

import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { deskOf, statesOf } from '#machines/step'
import { isId } from '../id'
import { choiceOf } from '../types/dispute-types'
import type { Level } from '../desk/words'
import { riskLevels } from '../words/danger-signs'
import { deskNames, type WorkingDesk } from '../words/desks'
import { isCode } from '../words/words'

/** Where the list goes on: the sort key of the last row shown, and its id. */
export type Cursor = { at: Date | null; id: string }

/** What is asked of the list of disputes, as it stands in the address. */
export type ListQuery = {
  text: string
  state: 'open' | 'ended' | 'all' | DisputeStatus
  /** A type or a local sub-type. */
  type: string | null
  townshipId: string | null
  /** The body that has it now. */
  atBodyId: string | null
  risk: Level | null
  /** On whose kind of desk it lies; a number of the wall opens it. */
  desk: WorkingDesk | null
  mine: boolean
  overdue: boolean
  /** Received, its number in the province's system not written back yet, and one's own to write (U30). */
  unentered: boolean
  /** due: what is due first; new: the newest first. */
  sort: 'due' | 'new'
  after: Cursor | null
}

const none = '-'
const isDesk = (text: string): text is WorkingDesk => Object.hasOwn(deskNames, text)
const isOpen = (state: ListQuery['state']) => state === 'open' || (isStatus(state) && deskOf(disputeMachine, state) !== 'none')
const isStatus = (text: string): text is DisputeStatus => (statesOf(disputeMachine) as string[]).includes(text)

/** `2026-11-24T16:00:00.000Z_id`, or `-_id` where the row has no date. */
export const cursorText = ({ at, id }: Cursor): string => `${at?.toISOString() ?? none}_${id}`

function cursorOf(text: string | null): Cursor | null {
  const [at = '', id] = text?.split('_') ?? []
  if (!isId(id)) return null
  if (at === none) return { at: null, id }
  const ms = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? Date.parse(at) : Number.NaN
  return Number.isNaN(ms) ? null : { at: new Date(ms), id }
}

/** Whether the list may be sorted by when it is due: only what is not ended has a date. */
export const byDate = ({ state }: ListQuery): boolean => isOpen(state)

/** Reads an address; what it does not understand is left out, so that an old link still opens. */
export function listQueryOf(params: URLSearchParams): ListQuery {
  const word = (name: string) => params.get(name)?.trim() ?? ''
  const text = word('q').slice(0, 200)
  const late = word('state') === 'late'
  const asked = late ? 'open' : word('state')
  const unentered = word('province') !== ''
  const state = asked === 'all' || asked === 'ended' || asked === 'open' || isStatus(asked) ? asked : text || unentered ? 'all' : 'open'
  const [type, township, risk, at, desk] = [word('type'), word('township'), word('risk'), word('at'), word('desk')]
  return {
    text,
    state,
    type: choiceOf(type) ? type : null,
    townshipId: isId(township) ? township : null,
    atBodyId: isId(at) ? at : null,
    risk: isCode(riskLevels, risk) ? risk : null,
    desk: isDesk(desk) ? desk : null,
    mine: word('mine') !== '',
    overdue: late || word('overdue') !== '',
    unentered,
    sort: word('sort') === 'new' || !isOpen(state) ? 'new' : 'due',
    after: cursorOf(params.get('after')),
  }
}

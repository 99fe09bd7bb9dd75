import { areasOf, type Actor } from '../actor'

/** Districts in which somebody holds drills and reads their reports: duty officers, the bureau, administrators. For others there are none. */
export const districtsOf = (actor: Actor): string[] => areasOf(actor, 'duty', 'bureau', 'admin')

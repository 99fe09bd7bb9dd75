import type { Role } from '../../actor'
import { actHelp, actTitle, type HelpedAct } from '../help'
import { admin } from './admin'
import { bureau } from './bureau'
import type { Card } from './card'
import { court } from './court'
import { duty } from './duty'
import { grid } from './grid'
import { head } from './head'
import { leader } from './leader'
import { mediator } from './mediator'
import { organ } from './organ'
import { triage } from './triage'

/** The card of every role; a new role does not compile until it has one. */
export const cards = { grid, mediator, head, triage, duty, bureau, court, organ, leader, admin } as const satisfies Record<Role, Card>

const named = /\{(\w+)\}/gu
const isAct = (word: string): word is HelpedAct => Object.hasOwn(actHelp, word)

/** Acts that a card's steps name. */
export const actsOn = ({ tasks }: Card): HelpedAct[] =>
  tasks.flatMap(({ steps }) => steps.flatMap((step) => [...step.matchAll(named)].map(([, word = '']) => word).filter(isAct)))

/** A step with the words that stand on the buttons: 点“达成协议”，先选口头还是书面。 */
export const spoken = (step: string): string => step.replace(named, (whole, word: string) => (isAct(word) ? `“${actTitle(word)}”` : whole))

import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { periods, type Period } from '#machines/periods'
import { deskOf } from '#machines/step'
import { labelOf as stateOf, whoActsNext } from '../dispute/words'
import { signWord } from '../words/danger-signs'

export type Level = 'green' | 'yellow' | 'red'

/** The open leg of a row: the body that has it now. */
export type RowLeg = { channel: string; body: string; bodyKind: string; partyAsked: boolean; otherNumber: string | null }

/** Of a dispute's row, what says where it is and who has it. */
export type Whereabouts = {
  status: DisputeStatus
  level: 'township' | 'district'
  township: string
  leg: RowLeg | null
  keeper: string | null
}

/** 束河街道分流岗, 马锅头调解室: the unit on whose desk it lies; null once nobody has to do anything. Mediators are named on the dispute's own page. */
export const deskWord = ({ status, level, township, leg, keeper }: Whereabouts): string | null =>
  whoActsNext(deskOf(disputeMachine, status), {
    level,
    townshipName: township,
    body: leg?.body ?? null,
    mediators: [],
    keeper: leg?.channel === 'people' ? leg.body : keeper,
  })

/** The state in the word of the body that has it: 仲裁中 at an arbitration commission (U23). */
export const stateWord = ({ status, leg }: Pick<Whereabouts, 'status' | 'leg'>): string => stateOf(status, leg)

/** 扬言伤人、持械: why it is red or yellow, where signs were ticked. */
export const dangerWhy = (signs: readonly string[]): string | undefined =>
  signs.length ? signs.map((sign) => signWord(sign)).join('、') : undefined

/** 危险未处置，扬言伤人: on top of the desks until somebody has handled it (U7). */
export const unhandled = (signs: readonly string[]): string => ['危险未处置', dangerWhy(signs)].filter(Boolean).join('，')

/** 龙泉社区 for 龙泉社区居委会: the place, not its committee. */
export const placeWord = (name: string): string => name.replace(/(居民委员会|村民委员会|居委会|村委会)$/u, '')

const isPeriod = (period: string): period is Period => Object.hasOwn(periods, period)

/** 分流期限 */
export const periodWord = (period: string | null): string | undefined => (period && isPeriod(period) ? periods[period] : undefined)

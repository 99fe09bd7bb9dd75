import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { deskOf, metaOf } from '#machines/step'
import type { Desk } from '#machines/state'
import { bodyKinds } from '../words/body-kinds'
import { isCode } from '../words/words'

/** What the words of a leg hang on: the kind of its body, and whether a court's case is filed or still before that. */
export type LegWords = { channel: string; bodyKind: string; partyAsked?: boolean; otherNumber?: string | null }

/** A court's case is 诉讼 once a party asked for it; one with a number 诉前调, or that nobody asked for, is before that (U23). */
const beforeFiling = ({ partyAsked, otherNumber }: LegWords) => otherNumber?.includes('诉前') ?? !partyAsked

/** What a body's handling is called: 人民调解, 行政调解, 行政处理, 仲裁, 行政复议, 诉前调解, 诉讼. */
export function wayOf(leg: LegWords): string {
  if (!isCode(bodyKinds, leg.bodyKind)) return leg.channel
  const kind = bodyKinds[leg.bodyKind]
  if (leg.channel === 'people') return '人民调解'
  return kind.way === '诉讼' && beforeFiling(leg) ? '诉前调解' : kind.way
}

const elsewhere: readonly Desk[] = ['court', 'organ']

/** Where a dispute is, in words; in a channel that is not ours it has its body's word: 仲裁中, 行政复议中, 诉讼中. */
export function labelOf(status: DisputeStatus, leg: LegWords | null): string {
  const { label } = metaOf(disputeMachine, status)
  return leg && elsewhere.includes(deskOf(disputeMachine, status)) ? `${wayOf(leg)}中` : label
}

/** The line that a channel has on the path and on its chips. */
export const lineOf = (channel: string | null | undefined): 'office' | 'people' | 'judicial' | 'organ' =>
  channel === 'people' ? 'people' : channel === 'judicial' ? 'judicial' : channel === 'administrative' ? 'organ' : 'office'

export type WhoWords = {
  level: 'township' | 'district'
  townshipName: string
  body: string | null
  mediators: readonly string[]
  keeper: string | null
}

const triagePost = ({ level, townshipName }: WhoWords) => (level === 'district' ? '区分流岗' : `${townshipName}分流岗`)
const mediatorsOf = ({ mediators, body }: WhoWords) => [body, mediators.join('、')].filter(Boolean).join(' ')

/** Whose desk it is on: who acts next, in words; null where nobody has to (U28). */
export function whoActsNext(desk: Desk, of: WhoWords): string | null {
  const who: Record<Desk, () => string | null> = {
    triage: () => triagePost(of),
    receiver: () => (of.body ? `${of.body}负责人` : triagePost(of)),
    mediator: () => (of.mediators.length ? mediatorsOf(of) : of.body),
    keeper: () => (of.mediators.length ? mediatorsOf(of) : (of.keeper ?? triagePost(of))),
    court: () => of.body,
    organ: () => of.body,
    none: () => null,
  }
  return who[desk]()
}

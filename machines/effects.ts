import type { Period } from './periods'

/** Who is told. Resolved to people by the domain when the act is written. */
export type Audience =
  'desk' | 'triage' | 'receiver' | 'mediator' | 'keeper' | 'registrar' | 'parties' | 'head' | 'entruster' | 'asked' | 'asker'

export type LegResult = 'returned' | 'recalled' | 'failed' | 'withdrawn' | 'handedBack' | 'breached' | 'contested' | 'relapsed' | 'closed'

/**
 * What a step asks to be done beside the new status. Nothing here runs inside a machine: a step hands these back and
 * the act carries them out in its own transaction.
 */
export type Effect =
  | { type: 'start'; period: Period }
  | { type: 'stop'; period: Period }
  | { type: 'pause'; period: Period }
  | { type: 'resume'; period: Period }
  | { type: 'extend'; period: Period }
  | { type: 'recount'; period: Period }
  | { type: 'tell'; to: Audience }
  | { type: 'openLeg' }
  | { type: 'receiveLeg' }
  | { type: 'endLeg'; result: LegResult }
  | { type: 'dropPapers' }
  | { type: 'withdrawRequests' }

type Params<T extends Effect['type']> = Omit<Extract<Effect, { type: T }>, 'type'>

/** The typed actions that every machine here may name. They do nothing by themselves. */
export const effectActions = {
  /** An act that stays must carry an action: XState's `can()` is false for an empty transition. */
  record: () => {},
  start: (_: unknown, _params: Params<'start'>) => {},
  stop: (_: unknown, _params: Params<'stop'>) => {},
  pause: (_: unknown, _params: Params<'pause'>) => {},
  resume: (_: unknown, _params: Params<'resume'>) => {},
  extend: (_: unknown, _params: Params<'extend'>) => {},
  recount: (_: unknown, _params: Params<'recount'>) => {},
  tell: (_: unknown, _params: Params<'tell'>) => {},
  openLeg: () => {},
  receiveLeg: () => {},
  endLeg: (_: unknown, _params: Params<'endLeg'>) => {},
  dropPapers: () => {},
  withdrawRequests: () => {},
}

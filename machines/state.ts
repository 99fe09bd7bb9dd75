import type { Period } from './periods'

/** Whose desk a thing lies on while it is in a state; `none` where nobody has to do anything. */
export type Desk = 'triage' | 'receiver' | 'mediator' | 'keeper' | 'court' | 'organ' | 'none'

/** The period that runs while a state lasts, or why none does. */
export type StateDeadline = { period: Period } | { none: string }

export type StateMeta = { label: string; deadline: StateDeadline }

type Config = { label: string; desk: Desk; deadline: StateDeadline; on: object }

/** A state says what it is called, whose desk it is on and what runs there, or it does not compile. */
export const state = <const C extends Config>({ label, desk, deadline, ...rest }: C) =>
  ({ meta: { label, deadline }, tags: desk, ...rest }) as { meta: StateMeta; tags: Desk } & Omit<C, 'label' | 'desk' | 'deadline'>

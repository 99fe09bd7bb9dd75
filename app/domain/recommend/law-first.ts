import type { BodyKind } from '../words/body-kinds'

/**
 * Kinds of dispute in which the law gives the decision to an authority first, before anybody mediates: who owns or may use
 * land and forest is decided by the people's government (law.md 4b); a taking is reviewed, not mediated.
 */
const first: Readonly<Record<string, readonly BodyKind[]>> = {
  '0702': ['government', 'naturalResources'],
  '08': ['administrativeReconsideration', 'government'],
  '0801': ['administrativeReconsideration', 'government'],
}

/** Who comes first by law; empty where anybody may mediate. */
export const lawFirst = (type: string, subtype: string | null): readonly BodyKind[] => (subtype && first[subtype]) || first[type] || []

export const lawFirstSay = '法律规定先由它处理，处理以前别处只能劝和、管现状'

const own: readonly BodyKind[] = ['court', 'labourArbitration', 'landArbitration', 'administrativeReconsideration']

/** Bodies that begin with the party's own application: the office guides, and the leg opens when the party asked (U23). */
export const ownApplication = (kind: BodyKind): boolean => own.includes(kind)

import { lineOf, wayOf } from '../dispute/words'
import { ownApplication } from './law-first'
import type { Recommended } from './recommended.server'
import { isBarred, reasonsOf, sayExclusion, toldText, type Said, type Saying } from './say'

/** A body that could take the dispute, in words; the shape is the component's. */
export type CandidateLine = {
  id: string
  name: string
  href: string
  line: 'office' | 'people' | 'judicial' | 'organ'
  channel: string
  score: number
  reasons: Said[]
  /** What goes on the path with the offer, unless it is written anew. */
  why: string
  /** The party must have asked it (U23). */
  guided: boolean
}
export type CandidateWords = {
  best: CandidateLine[]
  rest: CandidateLine[]
  unsuitable: { id: string; name: string; href: string; barred: boolean; reasons: Said[] }[]
  otherHref: string
  /** By which rules, and where they are read. */
  version: string
  rulesHref: string
}

/** As many as one looks at before deciding; the rest is folded away. */
const atOnce = 3

const sayingOf = ({ rules, read }: Recommended, partyName: (id: string) => string): Saying => ({ sought: read.sought, rules, partyName })

/** The recommendation as the desk shows it: the three in front, the others that could, and those that cannot with the reason why. */
export function wordsOf(found: Recommended, partyName: (id: string) => string): CandidateWords {
  const { read, outcome } = found
  const at = sayingOf(found, partyName)
  const named = (id: string) => ({ id, name: read.names.get(id) ?? '', href: `/bodies/${id}` })
  const lines = outcome.ranked.map(({ bodyId, score, parts }): CandidateLine => {
    const body = read.applicants.find(({ id }) => id === bodyId)
    const kind = body?.kind ?? 'other'
    const channel = body?.channel ?? 'administrative'
    return {
      ...named(bodyId),
      line: lineOf(channel),
      channel: wayOf({ channel, bodyKind: kind, partyAsked: true }),
      score,
      reasons: reasonsOf(parts, at),
      why: toldText(parts, at),
      guided: ownApplication(kind),
    }
  })
  return {
    best: lines.slice(0, atOnce),
    rest: lines.slice(atOnce),
    unsuitable: outcome.excluded.map(({ bodyId, why }) => ({
      ...named(bodyId),
      barred: isBarred(why),
      reasons: why.map((one) => sayExclusion(one, at)),
    })),
    otherHref: `/disputes/${read.sought.disputeId}/do/offer`,
    version: outcome.version,
    rulesHref: '/routing',
  }
}

/** Why one body cannot take it, in sentences; empty where it may. */
export function againstOf(found: Recommended, bodyId: string, partyName: (id: string) => string): string[] {
  const why = found.outcome.excluded.find((one) => one.bodyId === bodyId)?.why ?? []
  const at = sayingOf(found, partyName)
  return why.map((one) => sayExclusion(one, at).text)
}

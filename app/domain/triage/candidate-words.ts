import { lineOf, wayOf } from '../dispute/words'
import { reasonText, type Candidate, type Reason } from './rank'

/** A body that could take the dispute, in words; the shape is the component's. */
export type CandidateLine = {
  id: string
  name: string
  href: string
  line: 'office' | 'people' | 'judicial' | 'organ'
  channel: string
  reasons: Reason[]
  /** What goes on the path with the offer, unless it is written anew. */
  why: string
  /** The party must have asked it (U23). */
  guided: boolean
}
export type CandidateWords = {
  best: CandidateLine[]
  rest: CandidateLine[]
  unsuitable: Pick<CandidateLine, 'id' | 'name' | 'href' | 'reasons'>[]
  otherHref: string
}

/** As many as one looks at before deciding; the rest is folded away. */
const atOnce = 4

const inWords = (candidate: Candidate): CandidateLine => {
  const { id, name, kind, channel } = candidate.body
  return {
    id,
    name,
    href: `/bodies/${id}`,
    line: lineOf(channel),
    channel: wayOf({ channel, bodyKind: kind, partyAsked: true }),
    reasons: candidate.reasons,
    why: reasonText(candidate),
    guided: candidate.guided,
  }
}

/** The candidates as the desk shows them: the fittest, the others that could, and those that cannot with the reason why. */
export function wordsOf(candidates: Candidate[], disputeId: string): CandidateWords {
  const able = candidates.filter(({ unsuitable }) => !unsuitable).map(inWords)
  return {
    best: able.slice(0, atOnce),
    rest: able.slice(atOnce),
    otherHref: `/disputes/${disputeId}/do/offer`,
    unsuitable: candidates
      .filter(({ unsuitable }) => unsuitable)
      .map(({ body: { id, name }, reasons }) => ({
        id,
        name,
        href: `/bodies/${id}`,
        reasons: reasons.filter(({ verdict }) => verdict === 'no'),
      })),
  }
}

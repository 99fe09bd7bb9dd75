/** What was answered to what was found, for everybody whom one act names (U15). */
export type Answers = {
  /** Looked into: not the same person, household or unit; how that is known. */
  notSame?: string | undefined
  /** Told to both sides, and both accept: who told them, and what they said (People's Mediation Law 23). */
  accepted?: string | undefined
}

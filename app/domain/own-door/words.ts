/** How a note begins that says why a body did not take what came to its own door; the receipt finds it by this. */
export const onlyRegistered = '本组织没有直接受理，已交分流岗：'

/** What is chosen in place of a body: the triage post decides. */
export const triageInstead = 'triage'

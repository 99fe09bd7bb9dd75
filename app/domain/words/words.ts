/** What every glossary here is: a code and how the office says it. */
export type Word = { label: string }
export type Words = Readonly<Record<string, Word>>

/** Choices for a form, in the order in which the glossary has them. */
export const optionsOf = <W extends Words>(words: W): { value: keyof W & string; label: string }[] =>
  Object.entries(words).map(([value, { label }]) => ({ value, label }))

/** Codes of a glossary, as zod's enum wants them. */
export const codesOf = <W extends Words>(words: W) => Object.keys(words) as [keyof W & string, ...(keyof W & string)[]]

/** Whether text that came from outside is a code of the glossary. */
export const isCode = <W extends Words>(words: W, text: string): text is keyof W & string => Object.hasOwn(words, text)

/** The label of a code that was stored; a code that is no longer in the glossary is shown as it is. */
export const labelOf = (words: Words, code: string): string => (Object.hasOwn(words, code) ? words[code]?.label : undefined) ?? code

import type { Word } from '../words/words'

/** A choice as a form shows it; `hint` says what follows from it. */
export type Option = { value: string; label: string; hint?: string; disabled?: boolean }
export type OptionGroup = { label: string; options: Option[] }

type Named = { name: string; label: string; hint?: string; later?: boolean | string }

/** One obligation as the page has it, in the words of its fields. */
export type TermWords = Partial<Record<(typeof termKeys)[number], string>>
export const termKeys = [
  'who',
  'to',
  'what',
  'kind',
  'amountYuan',
  'formula',
  'amountText',
  'heads',
  'dueDate',
  'dueText',
  'every',
  'times',
  'until',
  'standing',
  'condition',
  'dependsOn',
  'note',
] as const

type Typed = Named & { value?: string; suggestions?: string[] }
type Selected = Named & { options: (Option | OptionGroup)[]; none?: string; value?: string }
type Chosen = Named & { options: Option[]; many?: boolean; value?: string | string[]; layout?: 'one' | 'two' | 'three' }

/** What a form asks or says, in order: words and plain data only, so that any page can show it. */
export type FormField =
  | (Typed & { kind: 'text' | 'long' | 'number' | 'money' | 'day' | 'moment' | 'tel' })
  | (Selected & { kind: 'select' })
  | (Chosen & { kind: 'choice' })
  | { kind: 'tick'; name: string; label: string; checked?: boolean }
  | { kind: 'hidden'; name: string; value: string }
  | { kind: 'photos'; name: string; label: string; hint?: string }
  | {
      kind: 'terms'
      name: string
      label: string
      rows: TermWords[]
      people: string[]
      kinds: Option[]
      rounds: Option[]
    }
  | { kind: 'say'; tone?: 'calm' | 'done'; title?: string; lines: string[]; links?: { label: string; href: string }[] }
  | { kind: 'row'; fields: FormField[] }
  | { kind: 'group'; label: string; hint?: string; folded?: boolean; fields: FormField[] }

type More<F extends Named> = Omit<F, 'name' | 'label' | 'options'>

export const text = (name: string, label: string, more: More<Typed> = {}): FormField => ({
  kind: 'text',
  name,
  label,
  ...more,
})
export const long = (name: string, label: string, more: More<Typed> = {}): FormField => ({
  kind: 'long',
  name,
  label,
  ...more,
})
export const number = (name: string, label: string, more: More<Typed> = {}): FormField => ({
  kind: 'number',
  name,
  label,
  ...more,
})
export const money = (name: string, label: string, more: More<Typed> = {}): FormField => ({
  kind: 'money',
  name,
  label,
  ...more,
})
export const day = (name: string, label: string, more: More<Typed> = {}): FormField => ({
  kind: 'day',
  name,
  label,
  ...more,
})
export const moment = (name: string, label: string, more: More<Typed> = {}): FormField => ({
  kind: 'moment',
  name,
  label,
  ...more,
})
export const select = (name: string, label: string, options: (Option | OptionGroup)[], more: More<Selected> = {}): FormField => ({
  kind: 'select',
  name,
  label,
  options,
  ...more,
})
export const choice = (name: string, label: string, options: Option[], more: More<Chosen> = {}): FormField => ({
  kind: 'choice',
  name,
  label,
  options,
  ...more,
})
export const tick = (name: string, label: string, checked = false): FormField => ({
  kind: 'tick',
  name,
  label,
  checked,
})
export const hidden = (name: string, value: string): FormField => ({ kind: 'hidden', name, value })
export const row = (...fields: FormField[]): FormField => ({ kind: 'row', fields })
export const group = (label: string, fields: FormField[], hint?: string): FormField => ({
  kind: 'group',
  label,
  fields,
  ...(hint && { hint }),
})
/** Questions that few need: the heading opens them. */
export const folded = (label: string, fields: FormField[], hint?: string): FormField => ({
  kind: 'group',
  label,
  fields,
  folded: true,
  ...(hint && { hint }),
})
export const say = (title: string, ...lines: string[]): FormField => ({ kind: 'say', title, lines })
export const calm = (title: string, ...lines: string[]): FormField => ({ kind: 'say', tone: 'calm', title, lines })

/** Choices of a glossary, with a hint each where there is one to give. */
export const choicesOf = <W extends Readonly<Record<string, Word>>>(
  words: W,
  hint: (word: W[keyof W], code: keyof W & string) => string | null | undefined = () => null,
): Option[] =>
  (Object.keys(words) as (keyof W & string)[]).map((value) => {
    const said = hint(words[value], value)
    return { value, label: words[value]!.label, ...(said && { hint: said }) }
  })

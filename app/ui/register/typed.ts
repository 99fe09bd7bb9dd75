/** What was typed, by name: values a draft or a refused form came back with. */
export type TypedValues = { [name: string]: unknown }

const at = (values: TypedValues, name: string): unknown =>
  name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((found, part) => (found && typeof found === 'object' ? (found as TypedValues)[part] : undefined), values)

/** The words of one field; empty where there are none. */
export const textOf = (values: TypedValues, name: string): string => {
  const found = at(values, name)
  return typeof found === 'string' ? found : ''
}

/** All that is ticked under one name. */
export function listOf(values: TypedValues, name: string): string[] {
  const found = at(values, name)
  if (typeof found === 'string') return [found]
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : []
}

/** How many rows a list has. */
export const countOf = (values: TypedValues, name: string): number => {
  const found = at(values, name)
  return Array.isArray(found) ? found.length : 0
}

/** A page of the form: what was typed and what is wrong with it, by field. */
export type Sheet = { values: TypedValues; errors: Readonly<Record<string, string[] | undefined>> }

/** What a text field is told of itself. */
export const wire = ({ values, errors }: Sheet, name: string) => ({ name, defaultValue: textOf(values, name), errors: errors[name] })

/** What a choice is told of itself. */
export const chosen = ({ values, errors }: Sheet, name: string, first = '') => ({
  name,
  chosen: textOf(values, name) || first,
  errors: errors[name],
})

const isFilled = (found: unknown): boolean =>
  typeof found === 'string' ? found !== '' : found !== null && typeof found === 'object' ? Object.values(found).some(isFilled) : false

/** Whether any of these fields has something in it or something wrong with it: then its fold stands open. */
export const anyOf = ({ values, errors }: Sheet, names: readonly string[]): boolean =>
  names.some((name) => isFilled(at(values, name)) || Object.keys(errors).some((wrong) => wrong.startsWith(name)))

/** What was typed, by name, as it was typed: `parties[0].name` is values.parties[0].name. Kept in a draft and shown again. */
export type Values = { [name: string]: Typed }
export type Typed = string | Typed[] | Values

/** A name of a field: words of letters, each with at most one place in a list. What else is sent is nobody's field. */
const nameShape = /^[a-zA-Z]{1,30}(\[\d{1,2}\])?(\.[a-zA-Z]{1,30}(\[\d{1,2}\])?){0,3}$/

const partsOf = (name: string): string[] => name.split(/[.[\]]+/).filter(Boolean)
const isPlace = (part: string) => /^\d+$/.test(part)
export const isValues = (typed: Typed | undefined): typed is Values => typeof typed === 'object' && !Array.isArray(typed)

function put(into: Values | Typed[], parts: string[], text: string): void {
  const [part = '', ...rest] = parts
  const at = into as Values
  const next = rest[0]
  if (next === undefined) {
    const before = at[part]
    at[part] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text]
    return
  }
  const inner = at[part]
  const open: Typed = typeof inner === 'object' ? inner : isPlace(next) ? [] : {}
  at[part] = open
  put(open, rest, text)
}

const compact = (typed: Typed): Typed =>
  typeof typed === 'string'
    ? typed
    : Array.isArray(typed)
      ? typed.filter((one) => one !== undefined).map(compact)
      : Object.fromEntries(Object.entries(typed).map(([name, one]) => [name, compact(one)]))

/** A form's entries as values; empty fields are left out, and so is what no form of ours has. */
export function nested(entries: Iterable<[string, unknown]>): Values {
  const values: Values = {}
  for (const [name, text] of entries)
    if (typeof text === 'string' && text.trim() !== '' && nameShape.test(name)) put(values, partsOf(name), text)
  return compact(values) as Values
}

const typedAt = (values: Values, name: string): Typed | undefined =>
  partsOf(name).reduce<Typed | undefined>((at, part) => (typeof at === 'object' ? (at as Values)[part] : undefined), values)

/** The words of a field; empty where there are none. */
export const textAt = (values: Values, name: string): string => {
  const typed = typedAt(values, name)
  return typeof typed === 'string' ? typed.trim() : ''
}

/** Everything ticked under one name. */
export function listAt(values: Values, name: string): string[] {
  const typed = typedAt(values, name)
  if (typeof typed === 'string') return [typed]
  return Array.isArray(typed) ? typed.filter((one): one is string => typeof one === 'string') : []
}

/** Rows of a list of fields. */
export function rowsAt(values: Values, name: string): Values[] {
  const typed = typedAt(values, name)
  return Array.isArray(typed) ? typed.map((row) => (isValues(row) ? row : {})) : []
}

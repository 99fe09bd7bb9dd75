import { areasOf, bodiesOf, type Person } from '../actor'
import { shortNames, veiled } from '../dispute/show/preview'
import type { OpenDispute } from './define'
import type { FormField } from './field-data'
import { partiesOf } from './people.server'

type Veil = (text: string) => string

/** How a form names the sides to a people's body that has not taken the dispute; null for everybody else (dispute/show/preview.ts). */
export async function veilFor(actor: Person, { id, leg }: Pick<OpenDispute, 'id' | 'leg'>): Promise<Veil | null> {
  const offered = leg !== null && leg.receivedAt === null && bodiesOf(actor, 'head').includes(leg.bodyId)
  if (!offered || areasOf(actor, 'triage', 'duty', 'bureau').length) return null
  const parties = await partiesOf(id)
  const names = shortNames(
    parties.flatMap(({ name, kind, helpers }) => [{ name, kind }, ...helpers.map((one) => ({ name: one.name, kind: 'person' }))]),
  )
  return (text) => veiled(text, names)
}

/** What is read on a form; what it sends stays as it is. */
const read: readonly string[] = ['label', 'hint', 'title', 'lines', 'later']

/** The form's words under the veil. */
export function veiledFields(fields: FormField[], veil: Veil): FormField[] {
  const under = (value: unknown, shown: boolean): unknown => {
    if (typeof value === 'string') return shown ? veil(value) : value
    if (Array.isArray(value)) return value.map((one) => under(one, shown))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, under(one, read.includes(key))]))
  }
  return fields.map((field) => under(field, false) as FormField)
}

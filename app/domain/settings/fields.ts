import type { FormField } from '../forms/field-data'

export { choice, day, group, hidden, long, number, row, say, calm, select, text, tick } from '../forms/field-data'
export type { FormField, Option } from '../forms/field-data'

/** A telephone number, with the keypad of a phone. */
export const tel = (name: string, label: string, more: { value?: string; hint?: string } = {}): FormField => ({
  kind: 'tel',
  name,
  label,
  ...more,
})

/** One form of a settings page: `act` names it among the others of the page; `seen` is the print of what it shows. */
export type SettingForm = {
  act: string
  title: string
  note?: string
  fields: FormField[]
  submit: string
  grave?: boolean
  /** Not the likely act of its page. */
  quiet?: boolean
  seen?: string
}

import type { Person } from '#app/domain/actor'
import { forms, type FormName } from '#app/domain/forms/forms.server'
import { actPage } from '#app/domain/forms/page.server'
import type { FormField } from '#app/domain/forms/field-data'
import type { Story } from './disputes'

/** Sends one act's form as its page would, already parsed from what is typed. */
export async function send(story: Story, actor: Person, name: FormName, typed: Record<string, unknown>): Promise<unknown> {
  const sent = await story.sent(actor)
  return forms[name].open((schema, run) => run({ ...sent, actor }, schema.parse(typed)))
}

const flat = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => (field.kind === 'row' || field.kind === 'group' ? [field, ...flat(field.fields)] : [field]))

/** The fields of an act's page, rows and groups opened. */
export async function fieldsOf(story: Story, actor: Person, name: FormName, query = ''): Promise<FormField[]> {
  return flat((await actPage(actor, story.id, name, new URLSearchParams(query), story.now)).fields)
}

/** Their names, where they have one. */
export const namesIn = (fields: FormField[]): string[] => fields.flatMap((field) => ('name' in field ? [field.name] : []))

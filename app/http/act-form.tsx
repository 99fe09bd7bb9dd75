import type { ReactNode } from 'react'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { fieldId, Hidden } from '#ui/field'
import { FormFields, type ShownField } from '#ui/forms/fields'
import { Problem } from '#ui/problem'
import type { TermRow } from '#ui/term-editor'
import type { FormReply } from './handlers.server'
import { FieldPage, OfficePage } from './shell'

type Page = {
  head: { number: string; title: string; state: string; href: string }
  title: string
  fields: ShownField[]
  submit: string
  grave: boolean
  field: boolean
  barred: { words: string; links: { label: string; href: string }[] } | null
}
type Base = Readonly<Record<string, string | number | undefined>>

const stepsOf = (name: string) => name.split(/[.[\]]+/).filter(Boolean)
const valueAt = (values: unknown, name: string): unknown =>
  stepsOf(name).reduce<unknown>((at, step) => (at && typeof at === 'object' ? (at as Record<string, unknown>)[step] : undefined), values)

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : []

const rowsOf = (value: unknown): TermRow[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).slice(0, 100).map((row) => (row && typeof row === 'object' ? (row as TermRow) : {}))

/** What was typed before the form came back, in the place of what each field begins with. */
export function refilled(field: ShownField, { values, intent }: FormReply): ShownField {
  switch (field.kind) {
    case 'row':
    case 'group':
      return { ...field, fields: field.fields.map((one) => refilled(one, { values, errors: {}, problem: null })) }
    case 'choice': {
      const value = valueAt(values, field.name)
      return { ...field, value: field.many ? listOf(value) : wordsOf(value) }
    }
    case 'tick':
      return { ...field, checked: valueAt(values, field.name) !== undefined }
    case 'terms':
      return { ...field, rows: rowsOf(valueAt(values, field.name)), spare: intent === 'more' ? 6 : 3 }
    case 'say':
    case 'hidden':
    case 'photos':
      return field
    default:
      return { ...field, value: wordsOf(valueAt(values, field.name)) }
  }
}

/** Names under which something is shown, so that each sentence on top leads to its field. */
const namesOf = (fields: readonly ShownField[]): string[] =>
  fields.flatMap((field) => ('fields' in field ? namesOf(field.fields) : 'name' in field ? [field.name] : []))

/** What is wrong, on top of a form: each sentence leads to its field. */
export const wrongsOf = ({ errors, problem }: FormReply, before = '') => [
  ...(problem ? [{ text: problem }] : []),
  ...Object.entries(errors).flatMap(([name, words]) => words.map((text) => ({ text, href: `#${before}${fieldId(name)}` }))),
]

const Head = ({ page }: { page: Page }) => (
  <header className="act-head">
    <p className="small quiet">
      <span className="num">{page.head.number}</span>　<a href={page.head.href}>{page.head.title}</a>　{page.head.state}
    </p>
    <h1>{page.title}</h1>
  </header>
)

const Barred = ({ page }: { page: Page }) => (
  <>
    <p role="alert">{page.barred?.words}</p>
    <Buttons>
      {page.barred?.links.map(({ label, href }) => (
        <ButtonLink key={href} href={href}>
          {label}
        </ButtonLink>
      ))}
      <ButtonLink href={page.head.href}>返回纠纷</ButtonLink>
    </Buttons>
  </>
)

const Frame = ({ page, children }: { page: Page; children: ReactNode }) =>
  page.field ? (
    <FieldPage back={{ label: page.head.title, href: page.head.href }}>{children}</FieldPage>
  ) : (
    <OfficePage {...(page.fields.some(({ kind }) => kind === 'terms') ? {} : { width: 'narrow' as const })}>{children}</OfficePage>
  )

/** Any act's form: which dispute, the questions, the act and the way back; or why there is none. What was typed is never lost. */
export function ActForm({ page, base, reply }: { page: Page; base: Base; reply: FormReply | undefined }) {
  const fields = reply ? page.fields.map((field) => refilled(field, reply)) : page.fields
  const wide = fields.some(({ kind }) => kind === 'terms')
  const files = fields.some(({ kind }) => kind === 'photos')
  const shown = new Set(namesOf(fields))
  if (page.barred && (!reply || !shown.size))
    return (
      <Frame page={page}>
        <Head page={page} />
        <Barred page={page} />
      </Frame>
    )
  return (
    <Frame page={page}>
      <Head page={page} />
      <form method="post" className={wide ? 'form wide' : 'form'} {...(files && { encType: 'multipart/form-data' as const })}>
        {reply && (reply.problem || Object.keys(reply.errors).length > 0) && <Problem errors={wrongsOf(reply)} />}
        <Hidden values={base} />
        <FormFields fields={fields} errors={reply?.errors ?? {}} />
        <Buttons>
          <Button weight={page.grave ? 'grave' : 'main'}>{page.submit}</Button>
          <ButtonLink href={page.head.href}>返回</ButtonLink>
        </Buttons>
      </form>
    </Frame>
  )
}

import type { ReactNode } from 'react'
import { Choices, Tick } from '../choices'
import {
  DateField,
  DateTimeField,
  FileField,
  Hidden,
  MoneyField,
  NumberField,
  type Option,
  type OptionGroup,
  SelectField,
  Suggestions,
  TelField,
  TextArea,
  TextField,
  fieldId,
} from '../field'
import { accepts } from '../file-view'
import { Notice } from '../problem'
import { TermEditor, type TermRow } from '../term-editor'
import { PaymentSum } from './payment-sum'

/** `id`: where the same name stands in several forms of a page. */
type Named = { name: string; label: string; hint?: string; later?: boolean | string; id?: string }
type Choosable = Option & { hint?: string }

/** What a form asks or says, as words and data; `value` is what was typed, or what it begins with. */
export type ShownField =
  | (Named & {
      kind: 'text' | 'long' | 'number' | 'money' | 'day' | 'moment' | 'tel'
      value?: string
      suggestions?: string[]
    })
  | (Named & { kind: 'select'; options: (Option | OptionGroup)[]; none?: string; value?: string })
  | (Named & {
      kind: 'choice'
      options: Choosable[]
      many?: boolean
      value?: string | string[]
      layout?: 'one' | 'two' | 'three'
    })
  | { kind: 'tick'; name: string; label: string; checked?: boolean; id?: string }
  | { kind: 'hidden'; name: string; value: string }
  | { kind: 'photos'; name: string; label: string; hint?: string }
  | {
      kind: 'terms'
      name: string
      label: string
      rows: TermRow[]
      people: string[]
      kinds: Option[]
      rounds: Option[]
      spare?: number
    }
  | { kind: 'say'; tone?: 'calm' | 'done'; title?: string; lines: string[]; links?: { label: string; href: string }[] }
  | { kind: 'row'; fields: ShownField[] }
  | { kind: 'group'; label: string; hint?: string; folded?: boolean; fields: ShownField[] }

export type Errors = Readonly<Record<string, readonly string[] | undefined>>

const Said = ({ field }: { field: Extract<ShownField, { kind: 'say' }> }) => (
  <Notice {...(field.tone && { tone: field.tone })} title={field.title}>
    {field.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {field.links?.map(({ label, href }) => (
      <a key={href} className="go" href={href}>
        {label}
      </a>
    ))}
  </Notice>
)

const Ticked = ({ field, errors }: { field: Extract<ShownField, { kind: 'tick' }>; errors: Errors }) => {
  const wrong = errors[field.name]
  return (
    <div className="field">
      {wrong?.length ? <p className="error">{wrong.join('；')}</p> : null}
      <Tick
        name={field.name}
        label={field.label}
        id={field.id ?? fieldId(field.name)}
        {...(field.checked !== undefined && { checked: field.checked })}
      />
    </div>
  )
}

const lines = {
  text: TextField,
  number: NumberField,
  money: MoneyField,
  day: DateField,
  moment: DateTimeField,
  tel: TelField,
} as const

const Line = ({ field, errors }: { field: Extract<ShownField, { suggestions?: string[] }>; errors: Errors }) => {
  const { kind, suggestions, value, ...named } = field
  if (kind === 'long') return <TextArea {...named} defaultValue={value} errors={errors[field.name]} />
  const OneLine = lines[kind]
  const list = suggestions?.length ? `${fieldId(field.name)}-list` : undefined
  return (
    <>
      <OneLine {...named} defaultValue={value} errors={errors[field.name]} {...(list && { list, autoComplete: 'off' })} />
      {list && <Suggestions id={list} words={suggestions ?? []} />}
    </>
  )
}

/** One field of any kind, as the page's components show it. */
function One({ field, errors }: { field: ShownField; errors: Errors }): ReactNode {
  switch (field.kind) {
    case 'select': {
      const { kind: _, value, ...rest } = field
      return <SelectField {...rest} defaultValue={value} errors={errors[field.name]} />
    }
    case 'choice': {
      const { kind: _, label, options, value, many = false, ...rest } = field
      return <Choices {...rest} many={many} legend={label} choices={options} chosen={value} errors={errors[field.name]} />
    }
    case 'tick':
      return <Ticked field={field} errors={errors} />
    case 'hidden':
      return <Hidden values={{ [field.name]: field.value }} />
    case 'photos': {
      const { kind: _, ...rest } = field
      return <FileField {...rest} accept={accepts.all} multiple errors={errors[field.name]} />
    }
    case 'terms': {
      const { kind: _, label, ...rest } = field
      return (
        <section className="field" id={fieldId(field.name)}>
          <h2>{label}</h2>
          {errors[field.name]?.length ? <p className="error">{errors[field.name]?.join('；')}</p> : null}
          <TermEditor {...rest} errors={errors} />
          <PaymentSum rows={field.rows} />
        </section>
      )
    }
    case 'say':
      return <Said field={field} />
    case 'row':
      return (
        <div className="two">
          <FormFields fields={field.fields} errors={errors} />
        </div>
      )
    case 'group':
      if (field.folded) return <Folded field={field} errors={errors} />
      return (
        <fieldset className="together">
          <legend>{field.label}</legend>
          {field.hint && <p className="hint">{field.hint}</p>}
          <FormFields fields={field.fields} errors={errors} />
        </fieldset>
      )
    default:
      return <Line field={field} errors={errors} />
  }
}

const wrongIn = (fields: readonly ShownField[], errors: Errors): boolean =>
  fields.some((field) => ('fields' in field ? wrongIn(field.fields, errors) : 'name' in field && Boolean(errors[field.name]?.length)))

const Folded = ({ field, errors }: { field: Extract<ShownField, { kind: 'group' }>; errors: Errors }) => (
  <details className="fold" open={wrongIn(field.fields, errors)}>
    <summary>{field.label}</summary>
    <div className="form">
      {field.hint && <p className="small quiet">{field.hint}</p>}
      <FormFields fields={field.fields} errors={errors} />
    </div>
  </details>
)

/** The same fields with ids of one form's own. */
export function within(form: string, field: ShownField): ShownField {
  if (field.kind === 'row' || field.kind === 'group') return { ...field, fields: field.fields.map((one) => within(form, one)) }
  return field.kind === 'hidden' || field.kind === 'say' || field.kind === 'terms' || field.kind === 'photos'
    ? field
    : { ...field, id: `${form}-${fieldId(field.name)}` }
}

/** FormFields {fields errors}: the questions of a form in their order; errors by full field name. */
export const FormFields = ({ fields, errors }: { fields: readonly ShownField[]; errors: Errors }) => (
  <>
    {fields.map((field, at) => (
      <One key={'name' in field ? field.name : `${field.kind}-${at}`} field={field} errors={errors} />
    ))}
  </>
)

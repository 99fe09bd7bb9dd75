import type { HTMLAttributes, InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

/** What every field is told: its name, its words, what is wrong with what was typed (said beside the field). */
export type FieldWords = {
  name: string
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[] | undefined
  /** Nothing is marked as compulsory; what may come later says 可后补. */
  later?: boolean | string
  id?: string
  /** Class of the frame, to place it in a row. */
  place?: string
}

/** What ties an input to its label, hint and error; spread it on the input. */
export type Wiring = Pick<HTMLAttributes<HTMLElement>, 'id' | 'aria-describedby' | 'aria-invalid'> & { name: string }

type Words = keyof FieldWords
type Text = FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, Words | 'type'>

/** An id made from a form name: `terms[0].what` becomes `terms-0-what`; the same name always gives the same id. */
export const fieldId = (name: string) => (/^[\w-]*\w$/.test(name) ? name : name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/-$/, ''))

/** Field {name label hint? errors? later? id? place? children(wiring)}: label, hint and error around any one input. */
export function Field({ children, ...words }: FieldWords & { children: (wiring: Wiring) => ReactNode }) {
  const { name, label, hint, errors, later, place } = words
  const id = words.id ?? fieldId(name)
  const wrong = errors && errors.length > 0
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={place ? `field ${place}` : 'field'}>
      <label htmlFor={id}>
        {label}
        {later && <span className="later">{later === true ? '可后补' : later}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="error" id={`${id}-error`}>
          {errors.join('；')}
        </p>
      )}
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': wrong ? true : undefined })}
    </div>
  )
}

function split<Props extends FieldWords>({ name, label, hint, errors, later, id, place, ...rest }: Props) {
  return { words: { name, label, hint, errors, later, id, place } as FieldWords, rest }
}

function Input({ type, className, ...props }: Text & { type: string }) {
  const { words, rest } = split(props)
  return (
    <Field {...words}>
      {(wiring) => <input {...rest} {...wiring} type={type} className={className ? `input ${className}` : 'input'} />}
    </Field>
  )
}

/** TextField: one line; takes every attribute of an input. */
export const TextField = (props: Text) => <Input {...props} type="text" />

/** PasswordField: give autoComplete `current-password` or `new-password`. */
export const PasswordField = (props: Text) => <Input {...props} type="password" />

/** TelField: a telephone number, with the keypad of a phone. */
export const TelField = (props: Text) => <Input autoComplete="off" {...props} type="tel" inputMode="tel" />

/** NumberField: a whole number (people, households, days). */
export const NumberField = (props: Text) => <Input {...props} type="text" inputMode="numeric" className="num" />

/** DateField: value `YYYY-MM-DD`. */
export const DateField = (props: Text) => <Input {...props} type="date" />

/** DateTimeField: value `YYYY-MM-DDTHH:mm`, Shanghai's clock. */
export const DateTimeField = (props: Text) => <Input place="moment" {...props} type="datetime-local" />

/** FileField: `accept` and `multiple` as an input has them. */
export const FileField = (props: Text) => <Input {...props} type="file" />

/** MoneyField: yuan with at most two decimals, as typed (`1200` or `1200.00`). */
export function MoneyField(props: Text) {
  const { words, rest } = split(props)
  return (
    <Field {...words}>
      {(wiring) => (
        <span className="money">
          <input autoComplete="off" {...rest} {...wiring} type="text" inputMode="decimal" className="input num" />元
        </span>
      )}
    </Field>
  )
}

/** TextArea: what people say in their own words. */
export function TextArea(props: FieldWords & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Words>) {
  const { words, rest } = split(props)
  return <Field {...words}>{(wiring) => <textarea rows={4} {...rest} {...wiring} className="input" />}</Field>
}

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

const OneOption = ({ value, label, disabled }: Option) => (
  <option value={value} disabled={disabled}>
    {label}
  </option>
)

/** SelectField {options: Option[] | OptionGroup[], none?}: `none` is the first line, with an empty value. */
export function SelectField({
  options,
  none,
  ...props
}: FieldWords &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Words> & {
    options: readonly (Option | OptionGroup)[]
    none?: string
  }) {
  const { words, rest } = split(props)
  return (
    <Field {...words}>
      {(wiring) => (
        <select {...rest} {...wiring} className="input">
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map((inner) => (
                  <OneOption key={inner.value} {...inner} />
                ))}
              </optgroup>
            ) : (
              <OneOption key={option.value} {...option} />
            ),
          )}
        </select>
      )}
    </Field>
  )
}

/** Suggestions {id words}: a native list of suggestions; an input takes part by `list={id}`, and anything may be typed. */
export const Suggestions = ({ id, words }: { id: string; words: readonly string[] }) => (
  <datalist id={id}>
    {words.map((word) => (
      <option key={word} value={word} />
    ))}
  </datalist>
)

/** Hidden {values}: hidden inputs of a form (`seen`, the CSRF token, the submission key). */
export const Hidden = ({ values }: { values: Readonly<Record<string, string | number | undefined>> }) => (
  <>
    {Object.entries(values).map(([name, value]) =>
      value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
    )}
  </>
)

import type { ReactNode } from 'react'
import { Key } from './buttons'
import { fieldId } from './field'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean; hotkey?: string }

export type ChoicesProps = {
  name: string
  legend: ReactNode
  choices: readonly Choice[]
  /** One of them (radio), or as many as apply (checkbox). */
  many?: boolean
  chosen?: string | readonly string[] | undefined
  /** How they stand: in one, two (usual) or three columns, or in a line at a desk. */
  layout?: 'one' | 'two' | 'three' | 'line'
  hint?: ReactNode
  errors?: readonly string[] | undefined
  later?: boolean | string
  /** The question is already the heading of the page: keep the legend for those who listen. */
  quiet?: boolean
  /** Where the same question stands twice on a page. */
  id?: string
}

/** Choices {name legend choices many? chosen? layout? hint? errors? later? quiet?}: radio or tick boxes, each as large as a thumb. */
export function Choices({
  name,
  legend,
  choices,
  many,
  chosen,
  layout = 'two',
  hint,
  errors,
  later,
  quiet,
  id = fieldId(name),
}: ChoicesProps) {
  const wrong = errors && errors.length > 0
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ')
  const picked = chosen === undefined ? [] : typeof chosen === 'string' ? [chosen] : chosen
  return (
    <fieldset className="field" id={id} aria-describedby={described || undefined}>
      <legend className={quiet ? 'unseen' : undefined}>
        {legend}
        {later && <span className="later">{later === true ? '可后补' : later}</span>}
      </legend>
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
      <div className={layout === 'two' ? 'pick' : `pick ${layout}`}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={choice.value}
              defaultChecked={picked.includes(choice.value)}
              disabled={choice.disabled}
              data-key={choice.hotkey}
            />
            <span>
              {choice.label}
              {choice.hotkey && <Key hotkey={choice.hotkey} />}
              {choice.hint && <span className="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Tick {name label value? checked? hint?}: one box to tick, in a line. */
export function Tick({
  name,
  label,
  value = 'on',
  checked,
  id,
}: {
  name: string
  label: ReactNode
  value?: string
  checked?: boolean
  id?: string
}) {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} id={id} />
      <span>{label}</span>
    </label>
  )
}

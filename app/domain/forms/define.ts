import type { output, ZodType } from 'zod'
import type { Person } from '../actor'
import type { Sent } from '../dispute/advance.server'
import type { openDispute } from '../dispute/read.server'
import type { FormField } from './field-data'

export type OpenDispute = Awaited<ReturnType<typeof openDispute>>

/** What a form is made of: who asks, the dispute as it stands, what the address said beside it. */
export type Asking = { actor: Person; dispute: OpenDispute; query: URLSearchParams; now: Date }

export type FormPage = {
  fields: FormField[]
  /** What the button says, where it is not the act's own word. */
  submit?: string
  /** What the page is called, where the act's own word is not enough. */
  title?: string
  /** It cannot be done, and why: shown in place of the form. */
  barred?: string
}

type Run<S extends ZodType> = (sent: Sent & { actor: Person }, form: output<S>) => Promise<unknown>

/** One act's form: what is typed, what is asked, and the act itself. */
export type ActForm = {
  form: (asking: Asking) => FormPage | Promise<FormPage>
  /** Cannot be taken back. */
  grave?: boolean
  /** Filled in standing up, on a phone. */
  field?: boolean
  /** Hands the schema and the act, whose types belong together, to whoever reads the form. */
  open: <R>(use: <S extends ZodType>(schema: S, run: Run<S>) => R) => R
}

export const define = <S extends ZodType>({ schema, run, ...rest }: Omit<ActForm, 'open'> & { schema: S; run: Run<S> }): ActForm => ({
  ...rest,
  open: (use) => use(schema, run),
})

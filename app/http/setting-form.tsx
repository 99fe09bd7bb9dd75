import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { Hidden } from '#ui/field'
import { FormFields, within, type ShownField } from '#ui/forms/fields'
import { Panel } from '#ui/panel'
import { Notice, Problem } from '#ui/problem'
import { refilled, wrongsOf } from './act-form'
import type { FormReply } from './handlers.server'

export type SettingFormWords = {
  act: string
  title: string
  note?: string
  fields: readonly ShownField[]
  submit: string
  grave?: boolean
  /** Not the likely act of its page. */
  quiet?: boolean
  /** A second button that sends what was typed without doing it: a preview. */
  aside?: { intent: string; label: string }
  seen?: string
}
type Base = Readonly<Record<string, string | number | undefined>>

/** One of the forms of a settings page; what was typed into it comes back only into it. */
export function SettingForm({
  form,
  base,
  reply,
  back,
  among,
}: {
  form: SettingFormWords
  base: Base
  reply: FormReply | undefined
  back?: string
  /** One of several forms of its page whose fields have the same names. */
  among?: boolean
}) {
  const mine = reply?.values.act === form.act ? reply : undefined
  const known = mine ? form.fields.map((field) => refilled(field, mine)) : form.fields
  const fields = among ? known.map((field) => within(form.act, field)) : known
  return (
    <Panel title={form.title} id={`do-${form.act}`}>
      <form method="post" className="form setting">
        {form.note && <p className="hint">{form.note}</p>}
        {mine && (mine.problem || Object.keys(mine.errors).length > 0) && <Problem errors={wrongsOf(mine, among ? `${form.act}-` : '')} />}
        {/* What the person looked at, not what stands now: a second press over somebody else's change is refused again. */}
        <Hidden values={{ ...base, act: form.act, seen: mine && typeof mine.values.seen === 'string' ? mine.values.seen : form.seen }} />
        <FormFields fields={fields} errors={mine?.errors ?? {}} />
        <Buttons>
          <Button {...(form.grave ? { weight: 'grave' as const } : form.quiet ? {} : { weight: 'main' as const })}>{form.submit}</Button>
          {form.aside && (
            <Button name="intent" value={form.aside.intent}>
              {form.aside.label}
            </Button>
          )}
          {back && <ButtonLink href={back}>返回</ButtonLink>}
        </Buttons>
      </form>
    </Panel>
  )
}

/** Said once after a form went through. */
export const Saved = ({ done }: { done: boolean }) =>
  done ? (
    <Notice tone="done" live>
      已经保存。
    </Notice>
  ) : null

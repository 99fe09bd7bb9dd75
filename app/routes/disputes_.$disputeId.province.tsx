import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fillProvince } from '#app/domain/province/fields.server'
import { filledFields, fillForm, fillPage } from '#app/domain/province/form.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { ActForm } from '../http/act-form'

export const meta: MetaFunction = () => [{ title: '省系统要填的·一站解纷' }]

/** What the province's system asks and nothing here implies; the number written back. Moves no state. */
export const loader = pageLoader(async (visit) => {
  const id = idIn(visit, 'disputeId')
  const { number, title, fields } = await fillPage(visit.actor, id)
  const page = {
    head: { number, title, state: '', href: `/disputes/${id}/papers` },
    title: '省系统要填的',
    fields,
    submit: '存下',
    grave: false,
    field: false,
    barred: null,
  }
  return { page, base: formBase(visit) }
})

export const action = formAction(fillForm, async (form, visit) => {
  const disputeId = idIn(visit, 'disputeId')
  const key = visit.form.get('key')
  const code = form.code !== undefined && { code: form.code }
  await fillProvince({ actor: visit.actor, disputeId, key: typeof key === 'string' ? key : '', fields: filledFields(form), ...code })
  return `/disputes/${disputeId}/papers`
})

export default function Province() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return <ActForm page={page} base={base} reply={reply} />
}

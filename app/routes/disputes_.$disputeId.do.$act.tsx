import { data, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { afterAct } from '#app/domain/forms/after-act.server'
import { forms, isForm } from '#app/domain/forms/forms.server'
import { actPage } from '#app/domain/forms/page.server'
import { formAction, formBase, idIn, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { ActForm } from '../http/act-form'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `${shown?.page.title ?? '办理'}·一站解纷` }]

/** The form of any act: which dispute, what is asked, or why there is none. */
export const loader = pageLoader(async (visit) => {
  const page = await actPage(visit.actor, idIn(visit, 'disputeId'), visit.params.act, visit.url.searchParams)
  return data({ page, base: formBase(visit, page.seen) }, { status: page.barred?.status ?? 200 })
})

export const action = (args: ActionFunctionArgs) => {
  const { act } = args.params
  if (!isForm(act)) throw new Response('没有这一步', { status: 404 })
  return forms[act].open((schema, run) =>
    formAction(schema, async (form, visit) => {
      const disputeId = idIn(visit, 'disputeId')
      await run({ ...sentOf(visit, disputeId, visit.form), actor: visit.actor }, form)
      return afterAct(visit.actor, act, disputeId)
    })(args),
  )
}

export default function Act() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return <ActForm page={page} base={base} reply={reply} />
}

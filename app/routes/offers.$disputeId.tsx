import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerForPage, answerShape, saidIn } from '#app/domain/offers/answer-form.server'
import { answerFor } from '#app/domain/offers/answer.server'
import { formAction, formBase, idIn, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { ActForm } from '../http/act-form'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `${shown?.page.title ?? '代为答复'}·一站解纷` }]

/** 代为答复: what a body said by telephone, written down by the post that offered it. */
export const loader = pageLoader(async (visit) => {
  const page = await answerForPage(visit.actor, idIn(visit, 'disputeId'))
  return data({ page, base: formBase(visit, page.seen) }, { status: page.barred?.status ?? 200 })
})

export const action = formAction(answerShape, async (form, visit) => {
  await answerFor(sentOf(visit, idIn(visit, 'disputeId'), visit.form), saidIn(form))
  return '/offers?done=1'
})

export default function AnswerFor() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return <ActForm page={page} base={base} reply={reply} />
}

import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms } from '#app/domain/forms/forms.server'
import { isId } from '#app/domain/id'
import { triageDesk } from '#app/domain/triage/desk.server'
import { nextInQueue, queueOf } from '#app/domain/triage/queue.server'
import { formAction, formBase, idIn, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { typed } from '../http/shell'
import { TriageView } from '#ui/desk/triage-page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.words.dispute?.title ?? '分流'}·分流台·一站解纷` }]

export const loader = pageLoader(async (visit) => {
  const words = await triageDesk(visit.actor, idIn(visit, 'disputeId'))
  const sent = visit.url.searchParams.get('sent') ?? undefined
  return { words, base: formBase(visit, words.dispute?.seen), sent: isId(sent) ? { href: `/disputes/${sent}` } : null }
})

/** 分流: by the same form as the act's own page; then on to the next in the queue. */
export const action = (args: ActionFunctionArgs) =>
  forms.offer.open((schema, run) =>
    formAction(schema, async (form, visit) => {
      const disputeId = idIn(visit, 'disputeId')
      const next = nextInQueue(await queueOf(visit.actor, disputeId), disputeId)
      await run({ ...sentOf(visit, disputeId, visit.form), actor: visit.actor }, form)
      return `/triage${next ? `/${next}` : ''}?sent=${disputeId}`
    })(args),
  )

/** What is said above the page too, since its field may be folded away. */
const asked = ['elsewhere', 'partyAsked', 'bodyId', 'insteadWhy']

export default function TriageOne() {
  const { words, base, sent } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const refused = reply && { bodyId: typed(reply, 'bodyId'), values: reply.values, errors: reply.errors }
  return (
    <OfficePage width="full">
      <TriageView
        words={words}
        base={base}
        sent={reply ? null : sent}
        open
        problem={reply && (asked.map((name) => reply.errors[name]?.[0]).find(Boolean) ?? reply.problem)}
        refused={refused}
      />
    </OfficePage>
  )
}

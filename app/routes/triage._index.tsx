import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { triageDesk } from '#app/domain/triage/desk.server'
import { isId } from '#app/domain/id'
import { formBase, pageLoader } from '#app/http/handlers.server'
import { TriageView } from '#ui/desk/triage-page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '分流台·一站解纷' }]

/** The queue, with the most urgent dispute beside it at a desk; on a phone the list alone. */
export const loader = pageLoader(async (visit) => {
  const words = await triageDesk(visit.actor, null)
  const sent = visit.url.searchParams.get('sent') ?? undefined
  return {
    words,
    base: formBase(visit, words.dispute?.seen),
    action: words.dispute && `/triage/${words.dispute.id}`,
    sent: isId(sent) ? { href: `/disputes/${sent}` } : null,
  }
})

export default function TriageDesk() {
  const { words, base, action, sent } = useLoaderData<typeof loader>()
  return (
    <OfficePage width="full">
      <TriageView words={words} base={base} action={action} sent={sent} open={false} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { urge } from '#app/domain/dispute/urge.server'
import { offersOut } from '#app/domain/offers/list.server'
import { formAction, formBase, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { OffersOut } from '#ui/desk/offers-out'
import { PageHead } from '#ui/page'
import { Problem } from '#ui/problem'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '送出未接·一站解纷' }]

/** 送出去还没有接的, for the triage post: chase, recall, answer on behalf. */
export const loader = pageLoader(async (visit) => ({
  // Each row's form has a key of its own: urging one is not urging another twice.
  rows: (await offersOut(visit.actor)).map((row) => ({ ...row, base: formBase(visit, row.seen) })),
  done: visit.url.searchParams.has('done'),
}))

const chase = z.object({ disputeId: z.uuid({ error: '没有这件纠纷' }) })

/** One press: the body is told once more, once a day. */
export const action = formAction(chase, async ({ disputeId }, visit) => {
  await urge(sentOf(visit, disputeId, visit.form), { text: '请尽快接收，不能接收的请退回并说明原因' })
  return '/offers?done=1'
})

export default function Offers() {
  const { rows, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <PageHead title="送出未接" note={`${rows.length} 件`} />
      <Saved done={done && !reply} />
      {reply?.problem && <Problem errors={[{ text: reply.problem }]} />}
      <OffersOut rows={rows} />
    </OfficePage>
  )
}

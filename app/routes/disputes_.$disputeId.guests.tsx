import { json, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endGuestLink, makeGuestLink } from '#app/domain/guest/links.server'
import { invitedTo } from '#app/domain/guest/invited.server'
import { legalDay } from '#app/domain/forms/form-words'
import { formAction, formBase, idIn, pageLoader, sentOf, type FormReply } from '#app/http/handlers.server'
import { Guests } from '#ui/party/guests'
import { FieldPage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '邀请的人和一次性链接·一站解纷' }]

export const loader = pageLoader(async (visit) => {
  const words = await invitedTo(visit.actor, idIn(visit, 'disputeId'))
  return { words, base: formBase(visit, words.seen) }
})

const form = z.object({
  requestId: z.uuid('没有这一项'),
  step: z.enum(['make', 'end'], { error: '没有这一步' }),
  until: legalDay.optional(),
})

/** A new link is in the answer to this very form and nowhere else: it is shown once. */
export const action = formAction(form, async ({ requestId, step, until }, visit) => {
  const disputeId = idIn(visit, 'disputeId')
  const sent = sentOf(visit, disputeId, visit.form)
  const here = `/disputes/${disputeId}/guests`
  if (step === 'end') {
    await endGuestLink(sent, requestId)
    return here
  }
  const token = await makeGuestLink(sent, { requestId, until: until ?? '' })
  if (!token) return here
  const origin = process.env.PUBLIC_URL ? new URL(process.env.PUBLIC_URL).origin : visit.url.origin
  return json({ link: { requestId, href: `${origin}/guest/${token}` } })
})

export default function GuestsPage() {
  const { words, base } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<FormReply> & { link?: { requestId: string; href: string } }>()
  return (
    <FieldPage back={{ label: words.head.title, href: words.head.href }}>
      <h1>邀请的人和一次性链接</h1>
      <Guests
        rows={words.rows}
        until={words.until}
        base={base}
        ask={`${words.head.href}/do/request`}
        link={answer?.link}
        problem={answer?.problem}
        errors={answer?.errors}
      />
    </FieldPage>
  )
}

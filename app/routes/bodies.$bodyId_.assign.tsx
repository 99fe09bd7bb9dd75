import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { assignMany, bulkPage, type GivenAnswer } from '#app/domain/conflict/bulk.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { BulkChoose, BulkDone, BulkPreview } from '#ui/desk/bulk-assign'
import { Problem } from '#ui/problem'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '批量指派·一站解纷' }]

/** 批量指派: choose, look at an answer for each case, then confirm. What was chosen stands in the address, and moves nothing. */
export const loader = pageLoader(async (visit) => {
  const { searchParams: asked } = visit.url
  const page = await bulkPage(visit.actor, idIn(visit, 'bodyId'), { cases: asked.getAll('case'), mediator: asked.get('mediator') ?? '' })
  return { page, base: formBase(visit) }
})

const gift = z.object({ id: z.uuid(), seen: z.coerce.number().int().nonnegative(), mediatorId: z.uuid(), key: z.uuid() })

export const action = formAction(
  z.object({ gifts: z.array(gift).min(1, '没有可以指派的').max(20, '一次太多了') }),
  async ({ gifts }, visit) => Response.json({ given: await assignMany(visit.actor, idIn(visit, 'bodyId'), gifts) }),
)

export default function BulkAssign() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply | { given: GivenAnswer[] }>()
  const given = reply && 'given' in reply ? reply.given : null
  const problem = reply && 'problem' in reply ? reply.problem : null
  return (
    <OfficePage>
      <p className="small">
        <a href={page.body.href}>{page.body.name}</a>
      </p>
      <h1>{given ? '指派的结果' : page.asked ? '先看每一件，再确定指派' : '批量指派'}</h1>
      {problem && <Problem errors={[problem]} />}
      {given ? (
        <BulkDone rows={given} back={page.body.href} />
      ) : page.asked ? (
        <BulkPreview page={page} base={base} />
      ) : (
        <BulkChoose page={page} />
      )}
    </OfficePage>
  )
}

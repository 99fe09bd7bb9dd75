import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { headOf } from '#app/domain/dispute/show/head.server'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { DisputeHead, mainAct } from '#ui/dispute/frame'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? '纠纷'}·一站解纷` }]

/** One dispute: its head, its tabs, and the next step that every tab shows in the same corner. */
export const loader = pageLoader(async (visit) => headOf(await disputePage(visit)))

export default function Dispute() {
  const head = useLoaderData<typeof loader>()
  const current = useLocation().pathname.replace(/\/$/, '')
  return (
    <OfficePage foot={mainAct(head.next)}>
      <DisputeHead head={head} current={current} />
      <Outlet context={head.next} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { orderPaper } from '#app/domain/order/page.server'
import { idIn, pageLoader } from '#app/http/handlers.server'
import { SheetBar } from '#ui/dispute/printed-path'
import { PaperSheet } from '#ui/paper/sheet'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.numbers[0]?.value ?? '督办单' }]

/** 督办单 on A4, to be sealed and signed for: a page without the office's bar. */
export const loader = pageLoader(async (visit) => orderPaper(visit.actor, idIn(visit, 'orderId')))

export default function Print() {
  const sheet = useLoaderData<typeof loader>()
  const { orderId } = useParams()
  return (
    <>
      <SheetBar back={`/orders/${orderId}`} to="督办单" />
      <PaperSheet sheet={sheet} />
    </>
  )
}

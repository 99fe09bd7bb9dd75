import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orderList } from '#app/domain/order/list.server'
import { pageLoader } from '#app/http/handlers.server'
import { OrderRows } from '#ui/desk/orders'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { Tabs } from '#ui/tabs'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '督办单·一站解纷' }]

/** 督办单: those to answer, those sent out, all of the district. */
export const loader = pageLoader(async ({ actor, url }) => orderList(actor, url.searchParams))

export default function Orders() {
  const { sides, standings, rows, first, next, mayIssue } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead
        title="督办单"
        side={
          mayIssue && (
            <>
              <a href="/orders/new">发督办单</a>
              <a href="/leaders">挂包领导</a>
              <a href="/patrol">排查</a>
            </>
          )
        }
      />
      {sides.length > 1 && <Tabs label="哪些督办单" tabs={sides} />}
      <Tabs label="办到哪里" tabs={standings} />
      <OrderRows rows={rows} />
      <Pager first={first} next={next} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { minePage } from '#app/domain/mine/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { AskedOfMe, RegisteredList } from '#ui/desk/registered'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '我登记的·一站解纷' }]

export const loader = pageLoader(({ actor, url }) => minePage(actor, url.searchParams))

export default function Mine() {
  const { asked, rows, first, next } = useLoaderData<typeof loader>()
  const register = (
    <ButtonLink href="/register" weight="main" wide>
      登记一件纠纷
    </ButtonLink>
  )
  return (
    <OfficePage foot={register}>
      <PageHead title="我登记的" note={asked.length ? `${asked.length} 项等您补充` : null} />
      <AskedOfMe rows={asked} />
      <RegisteredList rows={rows} headed />
      <Pager first={first} next={next} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showCard } from '#app/domain/help/cards/show.server'
import { pageLoader } from '#app/http/handlers.server'
import { SheetBar } from '#ui/dispute/printed-path'
import { HelpCard } from '#ui/help-card'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? '岗位卡片'}·一站解纷` }]

/** Two pages of A4 for one post: a page without the office's bar. */
export const loader = pageLoader(({ params }) => showCard(params.role ?? ''))

export default function CardPage() {
  const card = useLoaderData<typeof loader>()
  return (
    <>
      <SheetBar back="/help" to="帮助" />
      <HelpCard card={card} />
    </>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { paperOf } from '#app/domain/paper/paper.server'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { SheetBar } from '#ui/dispute/printed-path'
import { PaperSheet } from '#ui/paper/sheet'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title}·${data.numbers[0]?.value ?? ''}` : '文书' }]

/** One of the seven papers on A4, filled from the case, to be signed by hand: a page without the office's bar. */
export const loader = pageLoader(async (visit) => {
  const { searchParams: asked } = visit.url
  const page = await disputePage(visit)
  return paperOf(page, visit.params.paper ?? '', {
    session: asked.get('session'),
    agreement: asked.get('agreement'),
    visit: asked.get('visit'),
    party: asked.get('party'),
  })
})

export default function Print() {
  const sheet = useLoaderData<typeof loader>()
  const { disputeId } = useParams()
  return (
    <>
      <SheetBar back={`/disputes/${disputeId}/papers`} to="文书卷宗" />
      <PaperSheet sheet={sheet} />
    </>
  )
}

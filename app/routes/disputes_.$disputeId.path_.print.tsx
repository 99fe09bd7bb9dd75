import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { demand } from '#app/domain/dispute/show/open.server'
import { printedPath } from '#app/domain/dispute/show/print.server'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { PrintedPath, SheetBar } from '#ui/dispute/printed-path'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `一站式路径·${data?.number ?? ''}` }]

/** The 一站式 path on A4, to be signed and filed: a page without the office's bar. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  demand(!page.sight.sealed)
  return printedPath(page)
})

export default function Print() {
  const sheet = useLoaderData<typeof loader>()
  const { disputeId } = useParams()
  return (
    <>
      <SheetBar back={`/disputes/${disputeId}/path`} />
      <PrintedPath sheet={sheet} />
    </>
  )
}

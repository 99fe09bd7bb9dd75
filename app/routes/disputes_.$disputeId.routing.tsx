import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keptChoices } from '#app/domain/recommend/kept.server'
import { idIn, pageLoader } from '#app/http/handlers.server'
import { Choices } from '#ui/desk/routing'
import { Empty } from '#ui/empty'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `当时的分流建议·${data?.title ?? ''}·一站解纷` }]

/** What was recommended each time it was sent on, as it stood then. */
export const loader = pageLoader(async (visit) => {
  const id = idIn(visit, 'disputeId')
  return { id, ...(await keptChoices(visit.actor, id)) }
})

export default function KeptChoices() {
  const { id, number, title, choices } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <p className="small">
        <a href={`/disputes/${id}`}>
          ‹ {number}　{title}
        </a>
      </p>
      <PageHead title="当时的分流建议" note="每次送出时建议了谁、为什么、选了谁，原样留存" />
      {choices.length ? (
        <Choices choices={choices} />
      ) : (
        <Empty title="还没有留存的建议" act={{ label: '回到这件纠纷', href: `/disputes/${id}` }}>
          从分流台送出以后，这里留着当时的建议。
        </Empty>
      )}
    </OfficePage>
  )
}

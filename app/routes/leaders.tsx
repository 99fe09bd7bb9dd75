import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { leaderRoll } from '#app/domain/leader/roll.server'
import { pageLoader } from '#app/http/handlers.server'
import { LeaderTable } from '#ui/desk/leader'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '挂包领导·一站解纷' }]

/** 包保、挂包: who answers for which township and village, from when, and where nobody does. */
export const loader = pageLoader(async ({ actor }) => leaderRoll(actor))

export default function Leaders() {
  const roll = useLoaderData<typeof loader>()
  return (
    <OfficePage width="narrow">
      <PageHead
        title="挂包领导"
        note={roll.gaps ? `${roll.gaps} 个地方没有人` : '每个地方都有人'}
        side={
          <>
            {roll.setsTasks && <a href="/leader/tasks">布置任务</a>}
            {roll.keepsPeople && <a href="/people">在“人员”里安排</a>}
          </>
        }
      />
      <div className="field-work">
        {roll.townships.map((town) => (
          <LeaderTable key={town.id} town={town} />
        ))}
      </div>
    </OfficePage>
  )
}

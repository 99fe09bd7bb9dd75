import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBodies } from '#app/domain/body/list.server'
import { pageLoader } from '#app/http/handlers.server'
import { Chip } from '#ui/chip'
import { BodyList } from '#ui/desk/body-list'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '调解组织·一站解纷' }]

/** Committees, rooms, courts and organs, as people know them. */
export const loader = pageLoader(async () => ({ bodies: await listBodies() }))

export default function Bodies() {
  const { bodies } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead
        title="调解组织"
        note="管什么、在哪里、现在办多少件"
        side={
          <>
            {bodies.demo && <Chip tone="due">受理范围、时间、地点、人员是演示数据</Chip>} <a href="/duty">值班表</a>
          </>
        }
      />
      <BodyList bodies={bodies} />
    </OfficePage>
  )
}

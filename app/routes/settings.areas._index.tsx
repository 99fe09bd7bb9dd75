import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { areaTree } from '#app/domain/settings/area-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { AreaTree } from '#ui/settings/tables'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·辖区·一站解纷' }]

/** Townships, villages and grids. */
export const loader = pageLoader(async ({ actor }) => ({ townships: await areaTree(actor) }))

export default function Areas() {
  const { townships } = useLoaderData<typeof loader>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead title="辖区" note="乡镇（街道）只能改名；村（社区）、网格可以新设、改名、并入别的" />
      <div className="settings">
        <AreaTree townships={townships} />
      </div>
    </OfficePage>
  )
}

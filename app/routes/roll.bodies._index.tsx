import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodiesWithFindings } from '#app/domain/roll/bodies.server'
import { pageLoader } from '#app/http/handlers.server'
import { Empty } from '#ui/empty'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { ComposedRows } from '#ui/roll/findings'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '组成核对·名册·一站解纷' }]

export const loader = pageLoader(({ actor }) => bodiesWithFindings(actor))

export default function ComposedBodies() {
  const { total, found, good } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/roll">‹ 名册</a>
      </p>
      <PageHead title="组成核对" note={`${total} 个调委会，${found.length} 个要看一看`} />
      <p className="hint">照法律核对人数、主任、妇女和人数较少民族的成员、任期。只提醒，不影响办案。</p>
      {found.length > 0 ? (
        <Panel title="要看一看的" side={`${found.length} 个`}>
          <ComposedRows rows={found} />
        </Panel>
      ) : (
        <Empty title="都合规定">换届、聘任有变动的，登记以后再来核对。</Empty>
      )}
      {good.length > 0 && (
        <details className="others">
          <summary>合规定的 {good.length} 个</summary>
          <ComposedRows rows={good} />
        </details>
      )}
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { networkPage } from '#app/domain/network/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { BodyLoads, NetworkMap, NetworkTable } from '#ui/desk/network-map'
import { Columns, PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '各乡镇·一站解纷' }]

/** What lies where in the network, for bureau, duty and triage; a leader sees his own township. */
export const loader = pageLoader(async ({ actor }) => networkPage(actor))

export default function Network() {
  const { tiles, bodies, total, note, whole } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead title="各乡镇" note={`在办 ${total} 件`} />
      {!whole && <p className="small quiet">只数您辖区的；别的乡镇（街道）只画出位置。</p>}
      <Columns
        main={
          <>
            <NetworkMap tiles={tiles} note={note} />
            <NetworkTable tiles={tiles} />
          </>
        }
        more={
          bodies.length > 0 && (
            <Panel title="区级和行业调解组织" side="按名称">
              <BodyLoads bodies={bodies} />
            </Panel>
          )
        }
      />
    </OfficePage>
  )
}

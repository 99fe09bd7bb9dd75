import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { outcomes, whistlePage } from '#app/domain/whistle/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { WhistleRows, WhistleUnits } from '#ui/desk/whistles'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '吹哨·一站解纷' }]

/** 乡街吹哨、部门报到: who was called, who came, who was late; for triage posts, duty and bureau. */
export const loader = pageLoader(async ({ actor, url }) => ({ page: await whistlePage(actor, url.searchParams), outcomes }))

export default function Whistles() {
  const { page, outcomes: words } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead
        title="吹哨"
        note={page.month}
        side={
          <>
            <a href={page.before}>上个月</a>
            {page.after && <a href={page.after}>下个月</a>}
            {page.rows.length > 0 && <a href={page.tableHref}>导出 xlsx</a>}
          </>
        }
      />
      {page.units.length > 0 && (
        <WhistleUnits
          units={page.units}
          words={words}
          caption={`${page.month}各部门被吹哨的次数，按名称排列；迟了：签收、到场、答复有一步过了时间。本月的也算上以前吹的、还没办完的。`}
        />
      )}
      {page.more && <p className="small quiet">太多了，只数了最近的 2000 次。</p>}
      <WhistleRows rows={page.rows} shown={page.shown} />
      <Pager first={page.first} next={page.next} note={<a href={page.whole}>这个月全部</a>} />
    </OfficePage>
  )
}

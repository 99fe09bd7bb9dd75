import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { periodList } from '#app/domain/settings/period-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { PeriodTable } from '#ui/settings/tables'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·期限·一站解纷' }]

/** Every period with its words. */
export const loader = pageLoader(async ({ actor, url }) => ({ periods: await periodList(actor), done: url.searchParams.has('done') }))

export default function Periods() {
  const { periods, done } = useLoaderData<typeof loader>()
  const { own, law, others, mayChange } = periods
  return (
    <OfficePage>
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead title="期限" note="法定的照条文，只能看；本区设定的要有人负责才生效" />
      <Saved done={done} />
      <div className="settings">
        <Panel title="本区设定" side={mayChange ? '点名称就改' : '由区管理员改'}>
          <PeriodTable rows={own} caption="本区设定的期限" />
        </Panel>
        <Panel title="法定，由本系统盯着" side="条文定的，不能改">
          <PeriodTable rows={law} caption="法定期限" />
        </Panel>
        <Panel title="别的机关和当事人的" side="只显示预计，不由本系统盯">
          <details className="others">
            <summary>展开 {others.length} 项</summary>
            <PeriodTable rows={others} caption="别的机关和当事人的期限" />
          </details>
        </Panel>
      </div>
    </OfficePage>
  )
}

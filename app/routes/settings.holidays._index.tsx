import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { holidayList } from '#app/domain/settings/holidays.server'
import { pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { Notice } from '#ui/problem'
import { HolidayYears } from '#ui/settings/holidays'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·节假日表·一站解纷' }]

/** The years, each with its holiday table. */
export const loader = pageLoader(async ({ actor, url }) => ({ ...(await holidayList(actor)), done: url.searchParams.has('done') }))

export default function Holidays() {
  const { rows, missing, waiting, done } = useLoaderData<typeof loader>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead title="节假日表" note="每年一张，照国务院办公厅的通知；期限顺延和工作日都按它算" />
      <Saved done={done} />
      {missing.map(({ year, href }) => (
        <Notice key={year} title={`${year}年的表还没有导入。`}>
          算到那一年的期限先按周末暂计{waiting > 0 && `，现在有 ${waiting} 个`}。通知公布以后<a href={href}>导入这一年</a>，会自动重新计算。
        </Notice>
      ))}
      <HolidayYears rows={rows} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { alarmList } from '#app/domain/alarm/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { AlarmRows } from '#ui/desk/alarms'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '警报·一站解纷' }]

/** 警报: open ones, and how soon those of the last thirty days were taken; for duty, bureau, leaders, and whoever was called. */
export const loader = pageLoader(({ actor }) => alarmList(actor))

export default function Alarms() {
  const { open, past, days, drills } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead
        title="警报"
        note={open.length ? `${open.length} 件没有结束` : '没有没结束的'}
        side={
          <>
            {drills && <a href="/drills">演练</a>}
            <a href="/risk-rules">风险规则</a>
          </>
        }
      />
      <section className="part" aria-label="没有结束的警报">
        <AlarmRows rows={open} caption="没有结束的警报，最新的在前" none="现在没有警报" />
      </section>
      {past.length > 0 && (
        <section className="part">
          <h2>最近 {days} 天</h2>
          <AlarmRows rows={past} caption={`最近 ${days} 天结束的警报`} none="" />
        </section>
      )}
    </OfficePage>
  )
}

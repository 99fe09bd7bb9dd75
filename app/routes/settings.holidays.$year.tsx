import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { holidayForm, holidayYear, takeHolidays } from '#app/domain/settings/holidays.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Empty } from '#ui/empty'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { HolidayDays } from '#ui/settings/holidays'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.year.year ?? ''}年节假日表·设置·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  year: await holidayYear(visit.actor, Number(visit.params.year)),
  base: formBase(visit),
}))

export const action = formAction(holidayForm, async (form, visit) => {
  await takeHolidays(settingOf(visit), Number(visit.params.year), form)
  return '/settings/holidays?done=1'
})

export default function HolidayYear() {
  const { year, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings/holidays">‹ 节假日表</a>
      </p>
      <PageHead title={`${year.year}年节假日表`} />
      <div className="setting-forms">
        <Panel title="现在的表">
          {year.rows.length ? <HolidayDays rows={year.rows} /> : <Empty title="还没有">把通知里的日子抄在下面。</Empty>}
        </Panel>
        <SettingForm form={year.form} base={base} reply={reply} back="/settings/holidays" />
      </div>
    </OfficePage>
  )
}

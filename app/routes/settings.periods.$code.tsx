import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { periodSetting } from '#app/domain/settings/period-page.server'
import { changePeriod, periodForm } from '#app/domain/settings/periods.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { PeriodTable } from '#ui/settings/tables'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.period.title ?? '期限'}·设置·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  period: await periodSetting(visit.actor, visit.params.code ?? ''),
  base: formBase(visit),
}))

export const action = formAction(periodForm, async (form, visit) => {
  await changePeriod(settingOf(visit), visit.params.code ?? '', form)
  return '/settings/periods?done=1'
})

export default function Period() {
  const { period, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings/periods">‹ 期限</a>
      </p>
      <PageHead title={period.title} note="本区设定" />
      <div className="setting-forms">
        <Panel title="现在">
          <Facts rows={period.facts} />
        </Panel>
        <SettingForm form={period.form} base={base} reply={reply} back="/settings/periods" />
        <Panel title="先后的规定">
          <PeriodTable rows={period.versions} caption="先后的规定" />
        </Panel>
      </div>
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { drillEndForm } from '#app/domain/drill/form'
import { drillReport } from '#app/domain/drill/page.server'
import { endDrill } from '#app/domain/drill/start.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { AlarmCalls } from '#ui/desk/alarms'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.drill.title ?? '演练'}·一站解纷` }]

/** The report of one drill. */
export const loader = pageLoader(async (visit) => ({
  drill: await drillReport(visit.actor, idIn(visit, 'drillId')),
  base: formBase(visit),
}))

export const action = formAction(drillEndForm, async (form, visit) => {
  const drillId = idIn(visit, 'drillId')
  await endDrill(settingOf(visit), drillId, form)
  return `/drills/${drillId}`
})

export default function Drill() {
  const { drill, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/drills">‹ 演练</a>
      </p>
      <PageHead title={drill.title} note={drill.over ? '已结束' : '正在演练'} />
      <div className="setting-forms">
        <Panel title="报告">
          <Facts rows={drill.facts} />
        </Panel>
        <Panel title="一级一级叫了谁">
          {drill.calls.length ? <AlarmCalls calls={drill.calls} /> : <p className="small quiet">马上就叫，过一会儿再打开。</p>}
        </Panel>
        {drill.forms.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} />
        ))}
      </div>
    </OfficePage>
  )
}

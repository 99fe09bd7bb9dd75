import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeReminder, reminderForm, reminderSetting } from '#app/domain/settings/reminders.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { ReminderTable } from '#ui/settings/reminders'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.step.title ?? '提醒'}·设置·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  step: await reminderSetting(visit.actor, visit.params.code ?? ''),
  base: formBase(visit),
}))

export const action = formAction(reminderForm, async (form, visit) => {
  await changeReminder(settingOf(visit), visit.params.code ?? '', form)
  return '/settings/reminders?done=1'
})

export default function Reminder() {
  const { step, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings/reminders">‹ 提醒</a>
      </p>
      <PageHead title={step.title} note="本区设定" />
      <div className="setting-forms">
        <Panel title="现在">
          <Facts rows={step.facts} />
        </Panel>
        <SettingForm form={step.form} base={base} reply={reply} back="/settings/reminders" />
        <Panel title="先后的规定">
          <ReminderTable rows={step.versions.map(({ href: _, ...one }) => one)} caption="先后的规定" />
        </Panel>
      </div>
    </OfficePage>
  )
}

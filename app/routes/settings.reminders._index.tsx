import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reminderList } from '#app/domain/settings/reminders.server'
import { pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { ReminderTable } from '#ui/settings/reminders'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·提醒·一站解纷' }]

/** The steps of the reminders, before, on and after the last day of each period. */
export const loader = pageLoader(async ({ actor, url }) => ({ rows: await reminderList(actor), done: url.searchParams.has('done') }))

export default function Reminders() {
  const { rows, done } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead
        title="提醒"
        note="本区设定，没有法定的天数。工作日早上九点提醒；中止的不提醒；请假的人由替的人或者上一级同时收到；不公开的改提醒值班"
      />
      <Saved done={done} />
      <ReminderTable rows={rows} caption="提醒的每一步" />
    </OfficePage>
  )
}

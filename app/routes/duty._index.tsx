import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fillRoster } from '#app/domain/duty/change.server'
import { monthForm } from '#app/domain/duty/form'
import { dutyMonth } from '#app/domain/duty/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Columns, PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Roster } from '#ui/settings/roster'
import { Tabs } from '#ui/tabs'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.duty.area ?? ''}值班表·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  duty: await dutyMonth(visit.actor, visit.url.searchParams),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(monthForm, async (form, visit) => {
  const { areaId, here } = await dutyMonth(visit.actor, visit.url.searchParams)
  await fillRoster(settingOf(visit), areaId, form)
  return `${here}&done=1`
})

export default function Duty() {
  const { duty, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <PageHead title={`${duty.area}值班表`} note={duty.month} />
      <Saved done={done && !reply} />
      {duty.areas.length > 1 && (
        <Tabs tabs={duty.areas.map(({ name, href, current }) => ({ label: name, href, current }))} label="值班表" />
      )}
      <p className="month">
        <a href={duty.before}>上个月</a>
        <b>{duty.month}</b>
        <a href={duty.after}>下个月</a>
      </p>
      <Columns
        first="main"
        main={
          <Panel title={duty.month} side={duty.empty ? '还没有排' : '点名字：替班、交班'}>
            <Roster days={duty.days} caption={`${duty.area}${duty.month}值班表`} />
          </Panel>
        }
        next={
          duty.forms.length > 0 && (
            <div className="setting-forms">
              {duty.forms.map((form) => (
                <SettingForm key={form.act} form={form} base={base} reply={reply} />
              ))}
            </div>
          )
        }
      />
    </OfficePage>
  )
}

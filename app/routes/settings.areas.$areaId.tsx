import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { areaForm } from '#app/domain/settings/area-form'
import { areaPage } from '#app/domain/settings/area-page.server'
import { changeArea } from '#app/domain/settings/areas.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Notice } from '#ui/problem'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.area.name ?? '辖区'}·设置·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  area: await areaPage(visit.actor, idIn(visit, 'areaId')),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(areaForm, async (form, visit) => {
  const areaId = idIn(visit, 'areaId')
  await changeArea(settingOf(visit), areaId, form)
  return `/settings/areas/${areaId}?done=1`
})

export default function Area() {
  const { area, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings/areas">‹ 辖区</a>
      </p>
      <PageHead title={area.name} note={area.parent} />
      <Saved done={done && !reply} />
      {area.notes.map((words) => (
        <Notice key={words} tone="calm">
          {words}
        </Notice>
      ))}
      <div className="setting-forms">
        <Panel title="现在">
          <Facts rows={area.facts} />
        </Panel>
        {area.forms.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} />
        ))}
      </div>
    </OfficePage>
  )
}

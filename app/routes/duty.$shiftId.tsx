import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeShift } from '#app/domain/duty/change.server'
import { shiftForm } from '#app/domain/duty/form'
import { dutyShift } from '#app/domain/duty/page.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.shift.title ?? '值班'}·值班表·一站解纷` }]

export const loader = pageLoader(async (visit) => ({ shift: await dutyShift(visit.actor, idIn(visit, 'shiftId')), base: formBase(visit) }))

export const action = formAction(shiftForm, async (form, visit) => {
  const shiftId = idIn(visit, 'shiftId')
  // A second press of 撤下 finds no shift: it was taken off by the first.
  const back = form.act === 'takeOff' ? '/duty' : (await dutyShift(visit.actor, shiftId)).back
  await changeShift(settingOf(visit), shiftId, form)
  return back
})

export default function Shift() {
  const { shift, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={shift.back}>‹ 值班表</a>
      </p>
      <PageHead title={shift.title} />
      <div className="setting-forms">
        <Panel title="这一班">
          <Facts rows={shift.facts} />
        </Panel>
        {shift.forms.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} />
        ))}
      </div>
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newRegistrantPage } from '#app/domain/roll/act-page.server'
import { registrantForm } from '#app/domain/roll/forms'
import { saveRegistrant } from '#app/domain/roll/registrants.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '登记入册·一站解纷' }]

export const loader = pageLoader(async (visit) => ({ form: await newRegistrantPage(visit.actor), base: formBase(visit) }))

export const action = formAction(registrantForm, async (form, visit) => {
  const id = await saveRegistrant(settingOf(visit), null, form)
  return id ? `/roll/${id}?done=1` : '/roll'
})

export default function NewRegistrant() {
  const { form, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/roll">‹ 名册</a>
      </p>
      <PageHead title="登记入册" />
      <SettingForm form={form} base={base} reply={reply} back="/roll" />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { doRollAct, rollActForm } from '#app/domain/roll/act.server'
import { rollActPage } from '#app/domain/roll/act-page.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.form.title}·${data.page.name}·一站解纷` : '名册·一站解纷' },
]

export const loader = pageLoader(async (visit) => ({
  page: await rollActPage(visit.actor, idIn(visit, 'registrantId'), visit.params.rollAct ?? ''),
  base: formBase(visit),
}))

export const action = formAction(rollActForm, async (form, visit) => {
  const id = idIn(visit, 'registrantId')
  await doRollAct(settingOf(visit), id, form)
  return `/roll/${id}?done=1`
})

export default function RollAct() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const back = `/roll/${page.id}`
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={back}>‹ {page.name}</a>
      </p>
      <PageHead title={page.name} />
      <SettingForm form={page.form} base={base} reply={reply} back={back} />
    </OfficePage>
  )
}

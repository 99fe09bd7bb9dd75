import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { issueForm } from '#app/domain/order/form'
import { issueOrder } from '#app/domain/order/issue.server'
import { newOrderPage, subjectIn } from '#app/domain/order/new-page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '发督办单·一站解纷' }]

export const loader = pageLoader(async (visit) => ({
  page: await newOrderPage(visit.actor, visit.url.searchParams),
  base: formBase(visit),
}))

export const action = formAction(issueForm, async (form, visit) => {
  const id = await issueOrder(settingOf(visit), subjectIn(visit.url.searchParams), form)
  return id ? `/orders/${id}` : '/orders?of=issued'
})

export default function NewOrder() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={page.back}>‹ 返回</a>
      </p>
      <PageHead title="发督办单" note={page.from} />
      {page.about && (
        <p>
          关于：<b>{page.about}</b>
        </p>
      )}
      <SettingForm form={page.form} base={base} reply={reply} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeTemplate } from '#app/domain/notice/template-change.server'
import { templateForm } from '#app/domain/notice/template-form'
import { templatePage } from '#app/domain/notice/template-page.server'
import { previewOf } from '#app/domain/notice/template-words'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Preview, TemplateVersions } from '#ui/settings/messages'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.template.title ?? '短信'}·设置·一站解纷` }]

export const loader = pageLoader(async (visit) => ({
  template: await templatePage(visit.actor, visit.params.code ?? ''),
  base: formBase(visit),
}))

export const action = formAction(templateForm, async (form, visit) => {
  await changeTemplate(settingOf(visit), visit.params.code ?? '', form)
  return '/settings/messages?done=1'
})

export default function Template() {
  const { template, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const typed = reply && typeof reply.values.text === 'string' ? reply.values.text : null
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings/messages">‹ 短信</a>
      </p>
      <PageHead title={template.title} />
      <div className="setting-forms">
        <Panel title={typed === null ? '现在发出去的样子' : '您写的发出去是这样'} id="preview">
          <Preview {...previewOf(template.code, typed ?? template.text)} />
        </Panel>
        <SettingForm form={template.form} base={base} reply={reply} back="/settings/messages" />
        <Panel title="先后的写法">
          <TemplateVersions rows={template.versions} />
        </Panel>
      </div>
    </OfficePage>
  )
}

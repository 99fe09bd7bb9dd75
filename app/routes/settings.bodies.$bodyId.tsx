import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bodySetting, saveBody } from '#app/domain/settings/bodies.server'
import { bodyForm } from '#app/domain/settings/body-form'
import { formAction, formBase, idIn, pageLoader, type FormReply, type Visit } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.body.title ?? '调解组织'}·设置·一站解纷` }]

/** `new` is a body that is not there yet. */
const bodyIn = (visit: Visit) => (visit.params.bodyId === 'new' ? null : idIn(visit, 'bodyId'))

export const loader = pageLoader(async (visit) => ({ body: await bodySetting(visit.actor, bodyIn(visit)), base: formBase(visit) }))

export const action = formAction(bodyForm, async (form, visit) => {
  await saveBody(settingOf(visit), bodyIn(visit), form)
  return '/settings/bodies?done=1'
})

export default function BodySetting() {
  const { body, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { fields, seen, title, notes, id, page } = body
  const form = { act: 'body', title: id ? '改动' : '新设', fields, submit: id ? '保存' : '新设', ...(seen && { seen }) }
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings/bodies">‹ 调解组织和单位</a>
      </p>
      <PageHead
        title={title}
        note={notes.join('，')}
        side={
          page && (
            <>
              <a href={`${page}/venues`}>调解场所</a>　<a href={page}>看它的页面</a>
            </>
          )
        }
      />
      <SettingForm form={form} base={base} reply={reply} back="/settings/bodies" />
    </OfficePage>
  )
}

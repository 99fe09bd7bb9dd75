import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteForm } from '#app/domain/leader/form'
import { notePage } from '#app/domain/leader/notes-page.server'
import { writeNote } from '#app/domain/leader/notes.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.form.title ?? '走访'}·一站解纷` }]

export const loader = pageLoader(async (visit) => ({ page: await notePage(visit.actor, visit.url.searchParams), base: formBase(visit) }))

export const action = formAction(noteForm, async (form, visit) => {
  const { disputeId, back } = await notePage(visit.actor, visit.url.searchParams)
  await writeNote(settingOf(visit), form, disputeId)
  return back === '/leader' ? '/leader?done=1' : back
})

export default function Note() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={page.back}>‹ 返回</a>
      </p>
      <PageHead title={page.form.title} note={page.dispute || page.place} />
      <SettingForm form={page.form} base={base} reply={reply} />
    </OfficePage>
  )
}

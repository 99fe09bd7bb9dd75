import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerForm } from '#app/domain/leader/form'
import { notesPage } from '#app/domain/leader/notes-page.server'
import { answerNote } from '#app/domain/leader/notes.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { NoteList } from '#ui/desk/leader'
import { Empty } from '#ui/empty'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '领导批示·一站解纷' }]

/** 批示 on one's desk, and one's own with what came of them. */
export const loader = pageLoader(async (visit) => ({
  page: await notesPage(visit.actor, visit.url.searchParams.get('note')),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(answerForm, async (form, visit) => {
  await answerNote(settingOf(visit), form)
  return '/leader/notes?done=1'
})

export default function Notes() {
  const { page, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <PageHead title="领导批示" />
      <Saved done={done && !reply} />
      <div className="setting-forms">
        {page.form && <SettingForm form={page.form} base={base} reply={reply} />}
        {page.notes.length ? (
          <Panel title="批示" side="没有答复的在前">
            <NoteList rows={page.notes} />
          </Panel>
        ) : (
          <Empty title="没有批示">挂包领导有了批示会排在这里，办了写一句答复。</Empty>
        )}
      </div>
    </OfficePage>
  )
}

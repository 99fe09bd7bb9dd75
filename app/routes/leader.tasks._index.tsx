import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { taskForm } from '#app/domain/leader/form'
import { tasksPage } from '#app/domain/leader/tasks-page.server'
import { setLeaderTask } from '#app/domain/leader/tasks.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { TaskList } from '#ui/desk/leader'
import { Empty } from '#ui/empty'
import { Columns, PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '挂包任务·一站解纷' }]

export const loader = pageLoader(async (visit) => ({
  page: await tasksPage(visit.actor),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(taskForm, async (form, visit) => {
  await setLeaderTask(settingOf(visit), form)
  return '/leader/tasks?done=1'
})

export default function Tasks() {
  const { page, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage>
      <PageHead title="挂包任务" note={page.district} side={<a href="/leaders">谁挂包哪里</a>} />
      <Saved done={done && !reply} />
      <Columns
        first="main"
        main={
          <Panel title="布置过的" side="没做完的在前">
            {page.tasks.length ? <TaskList rows={page.tasks} /> : <Empty title="还没有布置过">在旁边布置第一项。</Empty>}
          </Panel>
        }
        next={<SettingForm form={page.form} base={base} reply={reply} />}
      />
    </OfficePage>
  )
}

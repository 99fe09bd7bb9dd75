import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { taskActForm } from '#app/domain/leader/form'
import { taskPage } from '#app/domain/leader/tasks-page.server'
import { actOnTask } from '#app/domain/leader/tasks.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Chip } from '#ui/chip'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.task.title ?? '挂包任务'}·一站解纷` }]

export const loader = pageLoader(async (visit) => ({ task: await taskPage(visit.actor, idIn(visit, 'taskId')), base: formBase(visit) }))

export const action = formAction(taskActForm, async (form, visit) => {
  await actOnTask(settingOf(visit), idIn(visit, 'taskId'), form)
  return form.act === 'done' ? '/leader' : '/leader/tasks'
})

export default function Task() {
  const { task, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={task.back}>‹ 返回</a>
      </p>
      <PageHead title={task.title} note={<Chip tone={task.tone}>{task.state}</Chip>} />
      <div className="field-work">
        <Panel title="任务">
          <Facts rows={task.facts} />
        </Panel>
        {task.forms.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} />
        ))}
      </div>
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeJobs } from '#app/domain/jobs/act.server'
import { jobForm } from '#app/domain/jobs/form'
import { jobsPage } from '#app/domain/jobs/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Notice, Problem } from '#ui/problem'
import { JobTable, TaskTable } from '#ui/settings/jobs'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·后台任务·一站解纷' }]

/** What is done in the background, and what was not done. */
export const loader = pageLoader(async (visit) => ({
  jobs: await jobsPage(visit.actor),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(jobForm, async (form, visit) => {
  await changeJobs(settingOf(visit), form)
  return '/settings/jobs?done=1'
})

export default function Jobs() {
  const { jobs, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { totals, tasks, dead, again, backoff, more } = jobs
  return (
    <OfficePage>
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead title="后台任务" note={`等着做 ${totals.waiting}，正在做 ${totals.running}，做不成 ${totals.dead}`} />
      {done && !reply && (
        <Notice tone="done" live>
          已经排上，马上就做。
        </Notice>
      )}
      {reply?.problem && <Problem errors={[reply.problem]} />}
      <div className="settings">
        <Panel title="做不成、等您处理的" side={more ? '只列最早的一百个' : undefined}>
          <JobTable rows={dead} caption="做不成的任务" at="最后一次" base={base} />
        </Panel>
        <Panel title="没做成、还会自动再试的">
          <p className="hint">{backoff}</p>
          <JobTable rows={again} caption="等着再试的任务" at="下一次" />
        </Panel>
        {tasks.length > 0 && (
          <Panel title="各类任务">
            <TaskTable rows={tasks} base={base} />
          </Panel>
        )}
      </div>
    </OfficePage>
  )
}

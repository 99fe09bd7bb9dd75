import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeJobs } from '#app/domain/jobs/act.server'
import { jobForm } from '#app/domain/jobs/form'
import { jobPage } from '#app/domain/jobs/page.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Facts } from '#ui/facts'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.job.title ?? '任务'}·设置·一站解纷` }]

export const loader = pageLoader(async (visit) => ({ job: await jobPage(visit.actor, visit.params.jobId ?? ''), base: formBase(visit) }))

export const action = formAction(jobForm, async (form, visit) => {
  await changeJobs(settingOf(visit), form)
  return form.act === 'giveUp' ? '/settings/jobs' : '/settings/jobs?done=1'
})

export default function Job() {
  const { job, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href="/settings/jobs">‹ 后台任务</a>
      </p>
      <PageHead title={job.title} note="没有做成" />
      <div className="setting-forms">
        <Panel title="这个任务">
          <Facts rows={job.facts} />
        </Panel>
        {job.forms.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} />
        ))}
      </div>
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reportForm } from '#app/domain/patrol/form'
import { reportPage } from '#app/domain/patrol/report-page.server'
import { reportRound } from '#app/domain/patrol/report.server'
import { Refusal } from '#app/domain/refusal'
import { isId } from '#app/domain/id'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { SettingForm } from '../http/setting-form'
import { FieldPage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `上报${data?.page.place ?? ''}·一站解纷` }]

/** 上报: on the phone; nothing found is one press. */
export const loader = pageLoader(async (visit) => ({
  page: await reportPage(visit.actor, idIn(visit, 'roundId'), visit.url.searchParams.get('area')),
  base: formBase(visit),
}))

export const action = formAction(reportForm, async (form, visit) => {
  const [roundId, areaId] = [idIn(visit, 'roundId'), visit.url.searchParams.get('area') ?? undefined]
  if (!isId(areaId)) throw new Refusal('notFound')
  await reportRound(settingOf(visit), roundId, areaId, form)
  return `/patrol/${roundId}`
})

export default function Report() {
  const { page, base } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <FieldPage back={{ label: '排查', href: '/patrol' }}>
      <h1>{page.title}</h1>
      <p className="quiet">
        {page.kind}，{page.place}
      </p>
      {page.asked && <p>{page.asked}</p>}
      <div className="setting-forms">
        {page.forms.map((form) => (
          <SettingForm key={form.act} form={form} base={base} reply={reply} among />
        ))}
      </div>
    </FieldPage>
  )
}

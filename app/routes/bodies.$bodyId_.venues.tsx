import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveVenue, venueForm, venuesPage } from '#app/domain/schedule/venues.server'
import { formAction, formBase, idIn, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { Empty } from '#ui/empty'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { Venues } from '#ui/schedule/venues'
import { Saved, SettingForm } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? '调解场所'}·一站解纷` }]

/** The rooms of a body, for its head and its administrator. */
export const loader = pageLoader(async (visit) => ({
  page: await venuesPage(visit.actor, idIn(visit, 'bodyId'), visit.url.searchParams.get('venue')),
  base: formBase(visit),
  done: visit.url.searchParams.has('done'),
}))

export const action = formAction(venueForm, async (form, visit) => {
  const bodyId = idIn(visit, 'bodyId')
  await saveVenue(settingOf(visit), bodyId, form)
  return `/bodies/${bodyId}/venues?done=1`
})

export default function BodyVenues() {
  const { page, base, done } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={page.back}>‹ 组织页面</a>
      </p>
      <PageHead title={page.title} side={<a href={`/schedule?body=${page.back.slice('/bodies/'.length)}`}>看日程</a>} />
      <Saved done={done} />
      <div className="settings">
        {page.rows.length === 0 ? (
          <Empty title="还没有调解场所">在下面加一个，约调解时间时就能选，不会撞上。</Empty>
        ) : (
          <Panel title="现有的" side={`${page.rows.length} 个`} flush>
            <Venues rows={page.rows} />
          </Panel>
        )}
        <SettingForm form={page.form} base={base} reply={reply} {...(page.editing && { back: page.here })} />
      </div>
    </OfficePage>
  )
}

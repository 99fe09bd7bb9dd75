import { json, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endFeed, renewFeed } from '#app/domain/schedule/feed.server'
import { weekPage } from '#app/domain/schedule/week.server'
import { formAction, formBase, pageLoader, type FormReply } from '#app/http/handlers.server'
import { settingOf } from '#app/http/setting.server'
import { PageHead } from '#ui/page'
import { PrintButton } from '#ui/print-button'
import { CalendarFeed } from '#ui/schedule/feed'
import { WeekDays, WeekTable } from '#ui/schedule/week'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? '日程'}·一站解纷` }]

/** A week: the own one, or a body's by its rooms. */
export const loader = pageLoader(async (visit) => {
  const { searchParams } = visit.url
  return {
    page: await weekPage(visit.actor, { week: searchParams.get('week'), body: searchParams.get('body') }),
    base: formBase(visit),
  }
})

/** The address of the own calendar is in the answer to this very form and nowhere else: it is shown once. */
export const action = formAction(z.object({ step: z.enum(['renew', 'end'], { error: '没有这一步' }) }), async ({ step }, visit) => {
  const here = `/schedule${visit.url.search}`
  if (step === 'end') {
    await endFeed(settingOf(visit))
    return here
  }
  const token = await renewFeed(settingOf(visit))
  if (!token) return here
  const origin = process.env.PUBLIC_URL ? new URL(process.env.PUBLIC_URL).origin : visit.url.origin
  return json({ address: `${origin}/calendar/${token}.ics` })
})

export default function Schedule() {
  const { page, base } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<FormReply> & { address?: string }>()
  return (
    <OfficePage>
      <div className="schedule">
        <PageHead
          title={page.title}
          note={page.span}
          side={
            <span className="only-screen">
              {page.venues && <a href={page.venues}>调解场所</a>} <PrintButton />
            </span>
          }
        />
        <nav className="week-nav only-screen" aria-label="换一周、换一张">
          <a href={page.before}>‹ 上一周</a>
          {page.now && <a href={page.now}>本周</a>}
          <a href={page.after}>下一周 ›</a>
          <span className="views">
            {page.views.map(({ label, href, current }) => (
              <a key={href} href={href} aria-current={current ? 'true' : undefined}>
                {label}
              </a>
            ))}
          </span>
        </nav>
        <WeekTable week={page} caption={`${page.title}，${page.span}`} />
        <WeekDays week={page} />
        <p className="small quiet only-screen">约时间：打开一件纠纷，点“约定调解时间”。“已约”是您不经手的，只看得到时间。</p>
        <CalendarFeed since={page.feedSince} base={base} address={answer?.address} problem={answer?.problem} />
      </div>
    </OfficePage>
  )
}

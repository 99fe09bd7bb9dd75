import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { markRead, noticesOf, noticesPath } from '#app/domain/notice/notices.server'
import { formAction, formBase, pageLoader } from '#app/http/handlers.server'
import { Button } from '#ui/buttons'
import { NoticeList } from '#ui/desk/notice-list'
import { Empty } from '#ui/empty'
import { Hidden } from '#ui/field'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { Tabs } from '#ui/tabs'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '消息·一站解纷' }]

const marked = z.object({
  ids: z
    .string()
    .max(4000)
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).max(100)),
})

/** What one was told, unread first. */
export const loader = pageLoader(async (visit) => {
  return { notices: await noticesOf(visit.actor, visit.url.searchParams), base: formBase(visit) }
})

/** One is marked as read, or those that were shown as unread; what came in meanwhile stays unread. */
export const action = formAction(marked, async ({ ids }, { actor, url }) => {
  await markRead(actor, ids)
  return noticesPath(url.searchParams)
})

export default function Notices() {
  const { notices, base } = useLoaderData<typeof loader>()
  const { unread, read, tabs, first, next, more } = notices
  return (
    <OfficePage width="narrow">
      <PageHead title="消息" note={more ? `未读很多，先列 ${unread.length} 条` : unread.length ? `未读 ${unread.length} 条` : null} />
      <Tabs label="看哪些消息" tabs={tabs} />
      {unread.length > 0 && (
        <section className="part">
          <form method="post" className="mark-read">
            <Hidden values={{ ...base, ids: unread.map(({ id }) => id).join(',') }} />
            <h2>未读</h2>
            <Button>都标为已读</Button>
          </form>
          <NoticeList rows={unread} base={base} />
        </section>
      )}
      {read.length > 0 && (
        <section className="part">
          <h2>已读</h2>
          <NoticeList rows={read} />
        </section>
      )}
      {unread.length + read.length === 0 && (
        <Empty title={tabs[0]?.current ? '还没有消息' : '没有这一类消息'} act={{ label: '回到我的待办', href: '/' }}>
          分流、指派、退回、到期、警报，都会在这里告诉您。
        </Empty>
      )}
      <Pager first={first ?? undefined} next={next ?? undefined} />
    </OfficePage>
  )
}

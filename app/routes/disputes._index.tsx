import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { holds } from '#app/domain/actor'
import { Refusal } from '#app/domain/refusal'
import { listPage } from '#app/domain/search/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { KeysHint } from '#ui/buttons'
import { SealedRows } from '#ui/desk/sealed-rows'
import { DisputeRows } from '#ui/dispute-rows'
import { Empty } from '#ui/empty'
import { Filters } from '#ui/filters'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '纠纷·一站解纷' }]

/** Everything under one's own sight; an administrator has none. */
export const loader = pageLoader(async ({ actor, url }) => {
  if (holds(actor, 'admin') && actor.posts.every(({ role }) => role === 'admin')) throw new Refusal('forbidden', '管理员看不到纠纷')
  return listPage(actor, url.searchParams)
})

export default function Disputes() {
  const { list, sealed, filters, filtered, first, next, sealedHref, exportHref, codesHref, searched } = useLoaderData<typeof loader>()
  const alone = sealed?.alone ?? false
  return (
    <OfficePage>
      <PageHead
        title="纠纷"
        note={alone ? null : `共 ${list.total} 件`}
        side={
          list.rows.length > 0 && (
            <>
              <KeysHint keys={['J', 'K']} word="上下" />
              {codesHref && <a href={codesHref}>写回省系统编码</a>}
              <a href={exportHref}>导出 xlsx</a>
            </>
          )
        }
      />
      <Filters action="/disputes" filters={filters} clear={filtered ? '/disputes' : undefined} />
      {!alone && list.rows.length > 0 && <DisputeRows rows={list.rows} caption="纠纷名单" />}
      {!alone && list.rows.length === 0 && (
        <Empty
          title={searched ? `没有查到“${searched}”` : '这里没有纠纷'}
          act={filtered ? { label: '看全部', href: '/disputes' } : undefined}
        >
          {filtered ? '可以只写姓名或者编号里的两个字，或者放宽条件。' : '您登记的、分流给您的、在您辖区的，会列在这里。'}
        </Empty>
      )}
      {sealed && sealed.rows.length > 0 && <SealedRows rows={sealed.rows} />}
      {alone && sealed?.rows.length === 0 && <Empty title="没有不公开的纠纷" act={{ label: '看全部', href: '/disputes' }} />}
      <Pager
        first={first ?? undefined}
        next={next ?? undefined}
        note={!alone && !first && !next ? <a href={sealedHref}>不公开的纠纷</a> : undefined}
      />
    </OfficePage>
  )
}

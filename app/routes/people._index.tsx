import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { peoplePage } from '#app/domain/staff/list.server'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { Empty } from '#ui/empty'
import { Filters } from '#ui/filters'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { FirstDay, PeopleRows } from '#ui/people/rows'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '人员·一站解纷' }]

/** Whom an administrator looks after. */
export const loader = pageLoader(({ actor, url }) => peoplePage(actor, url.searchParams))

export default function People() {
  const { rows, total, firstDay, filters, filtered, first, next } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead title="人员" note={`${total} 人`} />
      <div className="buttons people-acts">
        <ButtonLink href="/people/new" weight="main">
          新建人员
        </ButtonLink>
        <ButtonLink href="/people/import">用表格导入</ButtonLink>
      </div>
      {firstDay && <FirstDay />}
      {(!firstDay || filtered) && <Filters action="/people" filters={filters} clear={filtered ? '/people' : undefined} />}
      {rows.length > 0 && <PeopleRows rows={rows} />}
      {rows.length === 0 && !firstDay && (
        <Empty title={filtered ? '没有查到' : '这里还没有人'} act={filtered ? { label: '看全部', href: '/people' } : undefined}>
          {filtered ? '姓名可以只写一个字，手机号要写全 11 位；停用的人请在状态里选。' : '请新建人员，或者用表格导入。'}
        </Empty>
      )}
      <Pager first={first ?? undefined} next={next ?? undefined} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rollPage } from '#app/domain/roll/list.server'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { Chip } from '#ui/chip'
import { Empty } from '#ui/empty'
import { Filters } from '#ui/filters'
import { PageHead } from '#ui/page'
import { Pager } from '#ui/pager'
import { RollRows } from '#ui/roll/rows'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '名册·一站解纷' }]

/** Mediators, 法律明白人 and advisers whom the reader may look up. */
export const loader = pageLoader(({ actor, url }) => rollPage(actor, url.searchParams))

export default function Roll() {
  const { rows, total, demo, writes, findings, filters, filtered, first, next } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead
        title="名册"
        note={`调解员、法律明白人、法律顾问 ${total} 人`}
        side={
          <>
            {demo && <Chip tone="due">演示数据</Chip>} {findings && <a href="/roll/bodies">组成核对</a>}
          </>
        }
      />
      {writes && (
        <div className="buttons people-acts">
          <ButtonLink href="/roll/new" weight="main">
            登记一个人
          </ButtonLink>
          <ButtonLink href="/roll/import">用表格导入</ButtonLink>
          <ButtonLink href="/roll/export">导出 xlsx</ButtonLink>
        </div>
      )}
      <Filters action="/roll" filters={filters} clear={filtered ? '/roll' : undefined} />
      {rows.length > 0 && <RollRows rows={rows} />}
      {rows.length === 0 && (
        <Empty
          title={filtered ? '没有查到' : '名册里还没有人'}
          act={filtered ? { label: '看全部', href: '/roll' } : writes ? { label: '登记一个人', href: '/roll/new' } : undefined}
        >
          {filtered ? '姓名可以只写一个字；撤下的人请在情况里选。' : '请管理员登记本地的调解员、法律明白人和法律顾问。'}
        </Empty>
      )}
      <Pager first={first ?? undefined} next={next ?? undefined} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { firstPage } from '#app/domain/desk/first-page.server'
import { doneWords } from '#app/domain/forms/after-act.server'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { DeskKeys, FirstPage } from '#ui/desk/first-page'
import { PageHead } from '#ui/page'
import { Notice } from '#ui/problem'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? '我的待办'}·一站解纷` }]

/** 我的待办: what lies with whoever asks; after an act that ended their sight of a dispute, also that it worked. */
export const loader = pageLoader(async ({ actor, url }) => ({
  page: await firstPage(actor),
  done: doneWords(url.searchParams.get('done')),
}))

export default function FirstPageOfAll() {
  const { page, done } = useLoaderData<typeof loader>()
  const register = page.field && (
    <ButtonLink href="/register" weight="main" wide>
      登记一件纠纷
    </ButtonLink>
  )
  return (
    <OfficePage foot={register}>
      <PageHead
        title={page.title}
        note={page.field ? null : page.note}
        side={
          <>
            <DeskKeys page={page} />
            {page.alarms && <a href="/alarms">警报</a>}
            {page.quick && <a href="/quick">简易快办</a>}
            {page.wall && <a href="/wall">大屏</a>}
            {page.supervised && <a href="/orders">督办单</a>}
            {page.patrols && (
              <>
                <a href="/patrol">排查</a>
                <a href="/leaders">挂包领导</a>
              </>
            )}
            {page.enquiries && <a href="/enquiries">咨询</a>}
            {page.bodies.map(({ href }) => (
              <a key={href} href={href}>
                本组织
              </a>
            ))}
          </>
        }
      />
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      {page.field && (
        <p className="at-desk">
          <ButtonLink href="/register" weight="main">
            登记一件纠纷
          </ButtonLink>
        </p>
      )}
      <FirstPage page={page} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { firstPage } from '#app/domain/desk/first-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { DeskKeys, FirstPage } from '#ui/desk/first-page'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? '我的待办'}·一站解纷` }]

/** 我的待办: what lies with whoever asks. */
export const loader = pageLoader(async ({ actor }) => ({ page: await firstPage(actor) }))

export default function FirstPageOfAll() {
  const { page } = useLoaderData<typeof loader>()
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
            <DeskKeys />
            {page.bodies.map(({ href }) => (
              <a key={href} href={href}>
                本组织
              </a>
            ))}
          </>
        }
      />
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

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodiesToSet } from '#app/domain/settings/body-list.server'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { BodyTable } from '#ui/settings/tables'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·调解组织·一站解纷' }]

/** The bodies that the administrator looks after. */
export const loader = pageLoader(async ({ actor, url }) => ({ groups: await bodiesToSet(actor), done: url.searchParams.has('done') }))

export default function BodySettings() {
  const { groups, done } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead
        title="调解组织和单位"
        note={`${groups.reduce((sum, { rows }) => sum + rows.length, 0)} 个，点名称就改`}
        side={<ButtonLink href="/settings/bodies/new">新设</ButtonLink>}
      />
      <Saved done={done} />
      <div className="settings">
        {groups.map(({ title, rows }) => (
          <Panel key={title} title={title} side={`${rows.length} 个`}>
            <BodyTable rows={rows} caption={`${title}的调解组织和单位`} />
          </Panel>
        ))}
      </div>
    </OfficePage>
  )
}

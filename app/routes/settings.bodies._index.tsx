import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodiesToSet } from '#app/domain/settings/body-list.server'
import { formBase, pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { Panel } from '#ui/panel'
import { BodyTable } from '#ui/settings/tables'
import { TableDoor } from '#ui/table-door'
import { Saved } from '../http/setting-form'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·调解组织·一站解纷' }]

/** The bodies that the administrator looks after. */
export const loader = pageLoader(async (visit) => ({
  groups: await bodiesToSet(visit.actor),
  done: visit.url.searchParams.has('done'),
  base: formBase(visit),
}))

export default function BodySettings() {
  const { groups, done, base } = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <p className="small">
        <a href="/settings">‹ 设置</a>
      </p>
      <PageHead title="调解组织和单位" note={`${groups.reduce((sum, { rows }) => sum + rows.length, 0)} 个，点名称就改`} />
      <TableDoor
        make={{ label: '新设', href: '/settings/bodies/new' }}
        into="/settings/bodies/import"
        out="/settings/bodies/export"
        base={base}
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

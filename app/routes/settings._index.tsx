import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { settingDoors } from '#app/domain/settings/doors.server'
import { pageLoader } from '#app/http/handlers.server'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '设置·一站解纷' }]

/** What administrators keep in order; for others there is no such page. */
export const loader = pageLoader(async ({ actor }) => ({ doors: await settingDoors(actor) }))

export default function Settings() {
  const { doors } = useLoaderData<typeof loader>()
  return (
    <OfficePage width="narrow">
      <PageHead title="设置" note="改动都记在案，从哪天起就从哪天起算" />
      <ul className="doors">
        {doors.map(({ href, title, words }) => (
          <li key={href}>
            <a href={href}>
              <b>{title}</b>
              <span className="small quiet">{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </OfficePage>
  )
}

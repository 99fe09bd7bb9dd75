import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayIn } from '#app/domain/calendar/days'
import { rulesPage } from '#app/domain/recommend/rules-page'
import { pageLoader } from '#app/http/handlers.server'
import { Rules } from '#ui/desk/routing'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `分流规则 ${data?.version ?? ''} 版·一站解纷` }]

/** The rules and weights of routing, for everybody on the staff. */
export const loader = pageLoader(({ url }) => Promise.resolve(rulesPage(dayIn(new Date()), url.searchParams.get('version'))))

export default function Routing() {
  const rules = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead title={`分流规则 ${rules.version} 版`} note={`${rules.from}起。只是建议，由分流岗决定；不看任何人的成功率`} />
      <Rules rules={rules} />
    </OfficePage>
  )
}

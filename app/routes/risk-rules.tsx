import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayIn } from '#app/domain/calendar/days'
import { riskRulesPage } from '#app/domain/risk/rules-page'
import { pageLoader } from '#app/http/handlers.server'
import { RiskRules } from '#ui/desk/risk-rules'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `风险规则 ${data?.version ?? ''} 版·一站解纷` }]

/** The rules by which danger is counted, for everybody on the staff. */
export const loader = pageLoader(({ url }) => Promise.resolve(riskRulesPage(dayIn(new Date()), url.searchParams.get('version'))))

export default function RiskRulesPage() {
  const rules = useLoaderData<typeof loader>()
  return (
    <OfficePage>
      <PageHead title={`风险规则 ${rules.version} 版`} note={`${rules.from}起。人可以改等级，写明原因；规则怎么说、人怎么改，都记在案`} />
      <RiskRules rules={rules} />
    </OfficePage>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ledgerPage } from '#app/domain/deadline/ledger-page.server'
import { idIn, pageLoader } from '#app/http/handlers.server'
import { LedgerPanel } from '#ui/dispute/ledger'
import { Empty } from '#ui/empty'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `期限怎么算的·${data?.title ?? ''}·一站解纷` }]

/** How every due moment of a dispute came about, counted again as the page is opened. */
export const loader = pageLoader(async (visit) => {
  const id = idIn(visit, 'disputeId')
  return { id, ...(await ledgerPage(visit.actor, id)) }
})

export default function Deadlines() {
  const { id, number, title, running, stopped, before } = useLoaderData<typeof loader>()
  return (
    <OfficePage width="narrow">
      <p className="small">
        <a href={`/disputes/${id}`}>
          ‹ {number}　{title}
        </a>
      </p>
      <PageHead title="期限怎么算的" note="每个期限用了哪条规定、哪张节假日表，停过、延过、改过什么；打开这页时按办理动态重新算一遍" />
      {running.length === 0 && <Empty title="现在没有在计算的期限">以前的在下面。</Empty>}
      <div className="setting-forms">
        {running.map((line) => (
          <LedgerPanel key={line.id} line={line} />
        ))}
      </div>
      {stopped.length > 0 && (
        <details className="ledger-past">
          <summary>已经停止的期限（{stopped.length}）</summary>
          {stopped.map((line) => (
            <LedgerPanel key={line.id} line={line} />
          ))}
        </details>
      )}
      {before > 0 && <p className="small quiet">另有 {before} 个期限是记这本账以前的，只有结果，没有经过。</p>}
    </OfficePage>
  )
}

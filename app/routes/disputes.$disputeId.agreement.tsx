import { useLoaderData, useOutletContext } from '@remix-run/react'
import { agreementsOf } from '#app/domain/dispute/show/agreements.server'
import { nextOf } from '#app/domain/dispute/show/next.server'
import { demand } from '#app/domain/dispute/show/open.server'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { deadlineWords, Due } from '#ui/deadline'
import { AgreementPanel } from '#ui/dispute/agreement'
import { DisputeColumns, type NextStepsData } from '#ui/dispute/frame'
import { Empty } from '#ui/empty'
import { Panel } from '#ui/panel'

/** 协议与履行: each paper with its signatures and duties, what came before it, and the way to a court's confirmation. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  demand(page.sight.terms !== 'none' && !page.sight.sealed)
  const { acts, more } = nextOf(page)
  const formOf = (id: string) => [...acts, ...more].find((act) => act.id === id)?.href ?? null
  return { ...agreementsOf(page), perform: formOf('perform'), amend: formOf('amend'), past: page.sight.until === 'own' }
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

const Confirmation = ({ confirmations, confirmBy }: Pick<Shown, 'confirmations' | 'confirmBy'>) =>
  confirmations.length === 0 && !confirmBy ? null : (
    <Panel title="司法确认" side={confirmBy && <Due due={deadlineWords(confirmBy)} inline />}>
      {confirmBy && (
        <p className="small">
          双方共同向有管辖权的法院申请：一方住所地、标的物所在地、调解组织所在地的法院，或者邀请调解的法院。协议生效当日不算，30 日内提出（
          {confirmBy.basis}）。
        </p>
      )}
      <ul className="requests small">
        {confirmations.map(({ id, title, lines }) => (
          <li key={id}>
            <b>{title}</b>
            {lines.map((line) => (
              <p key={line} className="quiet">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )

export default function Agreement() {
  const { now, before, confirmations, confirmBy, perform, amend, past } = useLoaderData<typeof loader>()
  const next = useOutletContext<NextStepsData>()
  const item = perform && !past ? (id: string) => `${perform}?item=${id}` : undefined
  const main = (
    <>
      {now.length === 0 && <Empty title="还没有协议">谈成以后，由调解员写下每一项谁向谁做什么、什么时候。</Empty>}
      {now.map((agreement) => (
        <AgreementPanel key={agreement.id} agreement={agreement} amend={amend ?? undefined} perform={agreement.binds ? item : undefined} />
      ))}
      <Confirmation confirmations={confirmations} confirmBy={confirmBy} />
      {before.length > 0 && (
        <details className="folded">
          <summary>以前的协议 {before.length} 份</summary>
          {before.map((agreement) => (
            <AgreementPanel key={agreement.id} agreement={agreement} />
          ))}
        </details>
      )}
    </>
  )
  return <DisputeColumns next={next} main={main} />
}

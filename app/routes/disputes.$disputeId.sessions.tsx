import { useLoaderData, useOutletContext } from '@remix-run/react'
import { isPossible } from '#app/domain/dispute/moves'
import { mayDo } from '#app/domain/dispute/permissions'
import { demand } from '#app/domain/dispute/show/open.server'
import { sessionsOf } from '#app/domain/dispute/show/sessions'
import { sittingsOf } from '#app/domain/dispute/show/sittings'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { DisputeColumns, type NextStepsData } from '#ui/dispute/frame'
import { SessionCard } from '#ui/dispute/session'
import { Sittings } from '#ui/dispute/sittings'
import { Empty } from '#ui/empty'
import { Panel } from '#ui/panel'

/** 调解过程: rights told, each meeting with who came; what is agreed apart from what was said, each for whom it is meant. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  demand(page.sight.sessions !== 'none' && !page.sight.sealed)
  const { actor, dispute } = page
  const may = page.sight.acts && isPossible('sitting', dispute.status, dispute.facts) && mayDo(actor, 'sitting', dispute.handling)
  return { legs: sessionsOf(page), sittings: sittingsOf(page, may) }
})

export default function Sessions() {
  const { legs, sittings } = useLoaderData<typeof loader>()
  const next = useOutletContext<NextStepsData>()
  const main =
    legs.length === 0 ? (
      <Empty title="还没有调解">受理、指派以后，调解员在这里记每一次调解。</Empty>
    ) : (
      legs.map(({ id, body, told, sessions }) => (
        <Panel key={id} title={body} side={told || '还没有告知权利义务，第一次调解以前告知'}>
          {sessions.length === 0 && <p className="quiet">还没有开过调解会。</p>}
          {sessions.map((session) => (
            <SessionCard key={session.id} session={session} />
          ))}
        </Panel>
      ))
    )
  const planned = sittings.length > 0 && (
    <Panel title="约定的调解">
      <Sittings rows={sittings} />
    </Panel>
  )
  return (
    <DisputeColumns
      next={next}
      main={
        <>
          {planned}
          {main}
        </>
      }
    />
  )
}

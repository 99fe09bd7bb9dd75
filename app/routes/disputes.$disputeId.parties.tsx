import { useLoaderData, useOutletContext } from '@remix-run/react'
import { mayAskWilling } from '#app/domain/dispute/annotate.server'
import { demand } from '#app/domain/dispute/show/open.server'
import { partiesOf } from '#app/domain/dispute/show/parties.server'
import { maySplitOff } from '#app/domain/merge/split-off.server'
import { membersOf } from '#app/domain/roster/members.server'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { DisputeColumns, type NextStepsData } from '#ui/dispute/frame'
import { RosterMembers } from '#ui/dispute/roster-members'
import { Empty } from '#ui/empty'
import { Panel } from '#ui/panel'
import { PartyCard } from '#ui/party-card'

/** 当事人: everybody of either side, with who stands for them; numbers masked, shown one at a time with a purpose. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  demand(page.sight.parties && !page.sight.sealed)
  const ask = page.sight.acts && mayAskWilling(page.actor, page.dispute.handling) ? `/disputes/${page.dispute.id}/do/willing` : null
  const split = page.sight.acts && maySplitOff(page.actor, page.dispute.handling) ? `/disputes/${page.dispute.id}/do/splitOff` : null
  return { parties: partiesOf(page), members: await membersOf(page), ask, split }
})

type Party = ReturnType<typeof useLoaderData<typeof loader>>['parties'][number]

const Helpers = ({ party: { helpers, left, name } }: { party: Party }) => (
  <>
    {left && <p className="small quiet">{left}</p>}
    {helpers.map(({ id, text, masked }) => (
      <p key={id} className="small">
        {text}
        {masked && (
          <>
            {'　'}
            <span className="masked num">{masked.masked}</span>
            {masked.href && (
              <a href={masked.href}>
                查看<span className="unseen">{`${name}的代理人的电话`}</span>
              </a>
            )}
          </>
        )}
      </p>
    ))}
  </>
)

export default function Parties() {
  const { parties, members, ask, split } = useLoaderData<typeof loader>()
  const next = useOutletContext<NextStepsData>()
  const side = (
    <>
      {ask && <a href={ask}>登记是否愿意调解</a>}
      {ask && split && '　'}
      {split && <a href={split}>拆出一件</a>}
    </>
  )
  const main = (
    <Panel title="当事人" side={side}>
      {parties.length === 0 && <Empty title="还没有登记当事人">知道是谁以后，用“补充情况”或者“登记名册”补上。</Empty>}
      {parties.map((party) => (
        <PartyCard
          key={party.id}
          role={party.role}
          name={party.name}
          about={party.about}
          willing={party.willing}
          masked={party.masked}
          rows={party.rows}
        >
          <Helpers party={party} />
          <RosterMembers members={members[party.id]} id={party.id} name={party.name} />
        </PartyCard>
      ))}
    </Panel>
  )
  return <DisputeColumns next={next} main={main} />
}

import { useLoaderData, useOutletContext } from '@remix-run/react'
import { tiesOf } from '#app/domain/conflict/on-case.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { previewOf } from '#app/domain/offers/preview.server'
import { notesOn } from '#app/domain/leader/notes-page.server'
import { ordersOn } from '#app/domain/order/beside.server'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { NotesPanel } from '#ui/desk/leader'
import { AgreementNow } from '#ui/dispute/agreement-now'
import { MattersPanel, OpenDanger } from '#ui/dispute/beside'
import { DeadlinesPanel } from '#ui/dispute/deadlines'
import { DisputeColumns, type NextStepsData } from '#ui/dispute/frame'
import { DisputeLog } from '#ui/dispute/log'
import { MergedPanel } from '#ui/dispute/merged'
import { RiskPanel } from '#ui/dispute/risk'
import { HandlersPanel, RequestsPanel, SidesPanel } from '#ui/dispute/side'
import { OrdersPanel } from '#ui/dispute/supervised'
import { Facts } from '#ui/facts'
import { Panel } from '#ui/panel'
import { PathList } from '#ui/path/list'
import { PathMap } from '#ui/path/map'
import { Notice } from '#ui/problem'

/** 概况: the path, what was agreed and how far it is kept, what happened last; who, and by when. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  if (page.sight.sealed) return null
  const [preview, ties, supervised, led] = await Promise.all([previewOf(page), tiesOf(page), ordersOn(page), notesOn(page)])
  return { at: `/disputes/${page.dispute.id}`, tabs: page.sight.parties, preview, ties, supervised, led, ...overviewOf(page) }
})

const Sealed = () => (
  <Notice tone="calm" title="这件纠纷不公开。">
    只有经办的人和值班能看内容；您能看到编号、地方和风险等级。
  </Notice>
)

export default function Overview() {
  const shown = useLoaderData<typeof loader>()
  const next = useOutletContext<NextStepsData>()
  if (!shown) return <Sealed />
  const { at, path, agreement, log, events, about, facts } = shown
  const main = (
    <>
      {shown.ties && (
        <Notice title="调解员和一方有利害关系">{shown.ties.join('；')}。负责人另行指派，或者告知双方、都接受以后再指派。</Notice>
      )}
      {shown.danger && <OpenDanger danger={shown.danger} />}
      {shown.preview && (
        <Panel title="先看清再接">
          <Facts rows={shown.preview} small />
        </Panel>
      )}
      <Panel
        title="一站式路径"
        side={
          <>
            <a href={`${at}/path`}>逐站看</a>　{shown.pathNote}
          </>
        }
      >
        <PathMap path={path} />
        <div className="only-narrow">
          <PathList path={{ ...path, stations: path.stations.slice(-4), requests: [] }} caption="最近几站" />
        </div>
      </Panel>
      {agreement && <AgreementNow agreement={agreement} at={at} />}
      <Panel title="纠纷情况">
        <div className="stack">
          {facts && <p className="prose">{facts}</p>}
          <div className="in-two">
            <Facts rows={about} small />
          </div>
        </div>
      </Panel>
      <MergedPanel merged={shown.merged} />
      <Panel title="办理动态" side={events > log.length && <a href={`${at}/path#log`}>全部 {events} 条</a>}>
        <DisputeLog lines={log} />
      </Panel>
    </>
  )
  const more = (
    <>
      <DeadlinesPanel deadlines={shown.deadlines} expected={shown.expected} reminders={shown.reminders} href={shown.ledger} />
      <SidesPanel sides={shown.sides} href={`${at}/parties`} />
      <HandlersPanel rows={shown.handlers} />
      <RequestsPanel requests={shown.requests} />
      <OrdersPanel {...shown.supervised} />
      <NotesPanel {...shown.led} />
      <RiskPanel risk={shown.risk} />
      <MattersPanel {...shown.matters} />
    </>
  )
  return <DisputeColumns next={next} main={main} more={more} first="next" />
}

import { ButtonLink } from '../buttons'
import { OfferCard } from '../candidate'
import { type Level, RiskChip } from '../chip'
import { Due, type DueWords } from '../deadline'
import { Empty } from '../empty'
import { Panel } from '../panel'
import { type WorkGroup, WorkList } from '../work-list'

type Offer = {
  id: string
  href: string
  title: string
  risk: Level
  riskWhy?: string | undefined
  meta: readonly string[]
  due?: DueWords | undefined
  acts: readonly { label: string; href: string; main?: boolean | undefined }[]
}
type Case = { id: string; href: string; title: string; state: string; who: string; due?: DueWords | undefined }
export type BodyDeskWords = {
  offered: readonly Offer[]
  unassigned: readonly Offer[]
  bulk: string | null
  elsewhere: readonly Offer[]
  cases: readonly Case[]
  asked: WorkGroup | null
}

const Offers = ({ rows, main }: { rows: readonly Offer[]; main: boolean }) => (
  <>
    {rows.map((row, at) => (
      <OfferCard
        key={row.id}
        title={row.title}
        href={row.href}
        chips={row.risk === 'green' ? undefined : <RiskChip level={row.risk} why={row.riskWhy} />}
        meta={row.meta}
        due={row.due && <Due due={row.due} inline />}
        acts={row.acts.map((act) => (
          <ButtonLink key={act.label} href={act.href} {...(act.main && main && at === 0 ? { weight: 'main' as const } : {})}>
            {act.label}
          </ButtonLink>
        ))}
      />
    ))}
  </>
)

const Cases = ({ rows }: { rows: readonly Case[] }) => (
  <table className="list cases">
    <caption className="unseen">本组织在办的纠纷，先到期的在前</caption>
    <thead>
      <tr>
        <th scope="col">纠纷</th>
        <th scope="col">状态</th>
        <th scope="col">谁在办</th>
        <th scope="col">期限</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, href, title, state, who, due }) => (
        <tr key={id} data-row>
          <th scope="row">
            <a href={href}>{title}</a>
          </th>
          <td>{state}</td>
          <td>{who}</td>
          <td>{due ? <Due due={due} inline /> : '–'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** BodyDesk {desk: BodyDeskWords}: what was offered to the body, what waits there for a mediator, what others ask of it, its cases by when they are due. */
export const BodyDesk = ({ desk: { offered, unassigned, bulk, elsewhere, cases, asked } }: { desk: BodyDeskWords }) => (
  <>
    <Panel title={`待接收 ${offered.length}`} side="接收前只显示决定收不收要用的内容" flush>
      {offered.length ? <Offers rows={offered} main /> : <Empty title="没有等着接收的">分流岗派来的会列在这里。</Empty>}
    </Panel>
    {unassigned.length > 0 && (
      <Panel title={`待指派 ${unassigned.length}`} side={bulk ? <a href={bulk}>批量指派</a> : '先核回避，再看空额、语言'} flush>
        <Offers rows={unassigned} main={offered.length === 0} />
      </Panel>
    )}
    {elsewhere.length > 0 && (
      <Panel title={`正在办 ${elsewhere.length}`} flush>
        <Offers rows={elsewhere} main={offered.length === 0} />
      </Panel>
    )}
    {asked && (
      <Panel title={`协办请求 ${asked.rows.length}`}>
        <WorkList groups={[asked]} calm />
      </Panel>
    )}
    {cases.length > 0 && (
      <Panel title={`在办 ${cases.length}`} side="先到期的在前">
        <Cases rows={cases} />
      </Panel>
    )}
  </>
)

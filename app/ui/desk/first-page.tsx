import { KeysHint } from '../buttons'
import { type DisputeRow, DisputeRows } from '../dispute-rows'
import { Empty } from '../empty'
import { type Day, Week } from '../week'
import { type WorkGroup, WorkList } from '../work-list'
import { Numbers, type NumberRow } from './numbers'
import { type DraftRow, Drafts, RegisteredList, type RegisteredRow } from './registered'
import { Queue, type QueueRow } from '../queue'

export type FirstPageWords = {
  field: { rows: readonly RegisteredRow[]; more: boolean; drafts: readonly DraftRow[] } | null
  queue: { numbers: readonly NumberRow[]; first: readonly QueueRow[] } | null
  work: { sections: readonly WorkGroup[]; week: readonly Day[] | null; more: boolean } | null
  asked: WorkGroup | null
  overview: {
    watch: readonly WorkGroup[]
    danger: readonly DisputeRow[]
    late: { rows: readonly DisputeRow[]; total: string } | null
    list: { rows: readonly DisputeRow[]; total: string; next: string | null } | null
  } | null
  register: readonly NumberRow[] | null
  errands: readonly NumberRow[]
}

const TriagePart = ({ queue }: { queue: NonNullable<FirstPageWords['queue']> }) => (
  <section className="part">
    <h2>分流台</h2>
    <Numbers rows={queue.numbers} label="待分流的件数" />
    {queue.first.length > 0 && (
      <div className="panel first-queue">
        <Queue rows={queue.first} />
      </div>
    )}
    <p className="more">
      <a href="/triage">打开分流台</a>
    </p>
  </section>
)

const OverviewPart = ({ overview: { watch, danger, late, list } }: { overview: NonNullable<FirstPageWords['overview']> }) => (
  <>
    {watch.length > 0 && <WorkList groups={watch} />}
    {danger.length > 0 && (
      <section className="part">
        <h2 className="late">红、黄 {danger.length}</h2>
        <DisputeRows rows={danger} caption="有危险的纠纷，红的在前" />
      </section>
    )}
    {!list && danger.length === 0 && <Empty title="没有红、黄的纠纷">有了会排在这里，红的在前。</Empty>}
    {late && late.rows.length > 0 && (
      <section className="part">
        <h2 className="late">
          逾期 <span className="num">{late.total}</span>
        </h2>
        <DisputeRows rows={late.rows} caption="逾期的纠纷，最久的在前" />
        {late.total !== String(late.rows.length) && (
          <p className="more">
            只列出最久的 {late.rows.length} 件，<a href="/disputes?state=late">看全部逾期的</a>
          </p>
        )}
      </section>
    )}
    {list && (
      <section className="part">
        <h2>
          在办 <span className="num">{list.total}</span>
        </h2>
        {list.rows.length ? (
          <DisputeRows rows={list.rows} caption="在办没逾期的纠纷，先到期的在前" />
        ) : (
          late?.rows.length === 0 && <Empty title="没有在办的纠纷">登记以后会排在这里。</Empty>
        )}
        <p className="more">
          <a href="/disputes">查找和筛选全部纠纷</a>
        </p>
      </section>
    )}
  </>
)

/** FirstPage {page: FirstPageWords}: what lies with somebody, under every post they hold, part by part. */
export function FirstPage({ page: { field, queue, work, asked, overview, register, errands } }: { page: FirstPageWords }) {
  const groups = [...(asked ? [asked] : []), ...(work?.sections ?? [])]
  return (
    <>
      {field && <Drafts rows={field.drafts} />}
      {queue && <TriagePart queue={queue} />}
      {errands.length > 0 && (
        <section className="part">
          <h2>督办、挂包、排查</h2>
          <Numbers rows={errands} label="督办、挂包、排查" />
        </section>
      )}
      {work?.week && <Week days={work.week} />}
      {groups.length > 0 && (
        <section className="part">
          {(queue || field) && <h2>要我跟进的</h2>}
          <WorkList groups={groups} calm={Boolean(queue || field)} />
          {work?.more && (
            <p className="more">
              只列出最急的 40 件，<a href="/disputes?mine=1">看全部</a>
            </p>
          )}
        </section>
      )}
      {work && groups.length === 0 && !field && !queue && !overview && (
        <Empty title="没有要办的事" act={{ label: '查找纠纷', href: '/disputes' }}>
          分流给您、指派给您的，都会按期限排在这里。
        </Empty>
      )}
      {overview && <OverviewPart overview={overview} />}
      {register && (
        <section className="part">
          <h2>组织和人员</h2>
          <Numbers rows={register} label="组织和人员的数目" />
          <p className="small quiet part-note">管理员看不到任何纠纷。</p>
        </section>
      )}
      {field && <RegisteredList rows={field.rows} more={field.more ? '/mine' : undefined} />}
    </>
  )
}

/** DeskKeys {page}: which keys move along the desk; nothing where there is no row to move to. */
export function DeskKeys({ page: { field, queue, work, asked, overview } }: { page: FirstPageWords }) {
  const rows = [
    field?.rows,
    queue?.first,
    work?.sections,
    asked ? [asked] : [],
    overview?.watch,
    overview?.danger,
    overview?.late?.rows,
    overview?.list?.rows,
  ]
  return rows.some((some) => some?.length) ? <KeysHint keys={['J', 'K']} word="上下" /> : null
}

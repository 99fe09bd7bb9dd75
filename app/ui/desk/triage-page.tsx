import { KeysHint } from '../buttons'
import { Empty } from '../empty'
import { Trio } from '../page'
import { Notice, Problem } from '../problem'
import { Queue, type QueueRow } from '../queue'
import { Candidates, OtherActs, type CandidatesWords } from './candidates'
import type { Refused } from './offer-form'
import { TriageCase, type TriageWords } from './triage-case'

export type TriagePageWords = {
  queue: { rows: readonly QueueRow[]; total: string; late: number }
  dispute: (TriageWords & { state: string; here: boolean; acts: readonly { type: string; label: string; href: string }[] }) | null
  candidates: CandidatesWords | null
}

const List = ({ queue }: Pick<TriagePageWords, 'queue'>) => (
  <>
    <header>
      <h1 className="list-title">
        待分流 <span className="num">{queue.total}</span>
      </h1>
      <span className="small quiet">{queue.late ? <b className="late">逾期 {queue.late}</b> : '按风险和期限'}</span>
    </header>
    <p className="list-links small">
      <a href="/offers">送出未接</a>　<a href="/whistles">吹哨</a>　<a href="/enquiries">咨询</a>　<a href="/roll">名册</a>
    </p>
    {queue.rows.length > 0 && (
      <p className="keys-line small quiet">
        <KeysHint keys={['J', 'K']} word="上下" />
      </p>
    )}
    {queue.rows.length ? <Queue rows={queue.rows} /> : <Empty title="没有待分流的纠纷">新登记的、退回来的、调解不成的，都会到这里。</Empty>}
  </>
)

/** TriageView {words base action? open? problem? refused? sent?}: the queue, the dispute beside it, and beside that who could take it; on a phone one after the other. */
export function TriageView({
  words,
  base,
  action,
  open,
  problem,
  refused,
  sent,
}: {
  words: TriagePageWords
  base: Readonly<Record<string, string | number | undefined>>
  /** Where the forms go, when not to the page's own address. */
  action?: string | null | undefined
  /** One was chosen: on a phone the list steps aside. */
  open: boolean
  problem?: string | null | undefined
  refused?: Refused | undefined
  /** The one just sent off. */
  sent?: { href: string } | null | undefined
}) {
  const { queue, dispute, candidates } = words
  return (
    <Trio
      open={open}
      list={<List queue={queue} />}
      dispute={
        <>
          {open && (
            <p className="only-phone">
              <a href="/triage">‹ 待分流 {queue.total}</a>
            </p>
          )}
          {sent && (
            <Notice tone="done" live>
              上一件已经送出。<a href={sent.href}>打开看看或者收回</a>
            </Notice>
          )}
          {problem && <Problem title="没有送出" errors={[problem]} />}
          {dispute ? <TriageCase dispute={dispute} /> : <Empty title="都分流完了" act={{ label: '回到我的待办', href: '/' }} />}
        </>
      }
      side={
        dispute && (
          <>
            {candidates ? (
              <Candidates words={candidates} base={base} action={action ?? undefined} refused={refused} />
            ) : (
              <header>
                <h2>不在这个分流台上</h2>
                <p className="small quiet">现在是“{dispute.state}”。</p>
              </header>
            )}
            {dispute.acts.length > 0 && <OtherActs acts={dispute.acts} />}
          </>
        )
      }
    />
  )
}

import type { ReactNode } from 'react'
import { CanDo, type Can } from '../plain'
import { Notice } from '../problem'
import { Stages, type Stage } from '../stage'

export type OwnCaseWords = {
  number: string
  title: string
  now: string
  /** Where it lies: a body, or the post that sends it on. */
  at: string
  next: { who: string; what: string; until: { day: string; words: string; late: boolean } | null } | null
  stages: readonly Stage[]
  /** When and where they meet; what was called off. */
  meetings: readonly { id: string; off: boolean; when: string; where: string }[]
  terms: readonly { who: string; what: string; when: string; done: boolean }[]
  contact: { name: string; phone: string | null } | null
  can: readonly Can[]
  /** What both sides were told of who mediates, and accepted. */
  told: readonly string[]
}

/** OwnCase {own said? asked?}: a party's own case in plain words: where it is, who acts next, until when, what was agreed, what one may do. */
export const OwnCase = ({ own, said, asked }: { own: OwnCaseWords; said?: string | undefined; asked?: ReactNode }) => (
  <>
    <h1>{own.title}</h1>
    <p className="small quiet num">{own.number} 号</p>
    {said && (
      <Notice tone="done" live>
        {said}
      </Notice>
    )}
    <div className="now plainly">
      <p className="small quiet">在{own.at}</p>
      <p>
        <b>{own.now}</b>
      </p>
      {own.next && (
        <p>
          下一步：<b>{own.next.who}</b>
          {own.next.what}
        </p>
      )}
      {own.next?.until && (
        <p className={own.next.until.late ? 'late' : 'due'}>
          <span>{own.next.until.day}前，</span>
          <span>{own.next.until.words}</span>
        </p>
      )}
    </div>
    {own.meetings.length > 0 && (
      <section className="meetings" aria-label="约好的调解">
        <h2>约好的调解</h2>
        <ul>
          {own.meetings.map(({ id, off, when, where }) => (
            <li key={id}>
              {off ? (
                <>
                  <s>{when}</s>　<b>取消了</b>，不用来
                </>
              ) : (
                <>
                  <b>{when}</b>
                  {where && <span>　{where}</span>}
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    )}
    {asked}
    {own.told.map((line) => (
      <Notice key={line} tone="calm" title="关于调解员">
        {line}
      </Notice>
    ))}
    <Stages stages={own.stages} />
    {own.terms.length > 0 && (
      <section className="agreed" aria-label="说好的事">
        <h2>
          说好的事，{own.terms.length} 件做完 {own.terms.filter(({ done }) => done).length} 件
        </h2>
        <ol>
          {own.terms.map(({ who, what, when, done }, at) => (
            <li key={at}>
              <b>{who}</b>：{what}
              {when && <span className={done ? 'done' : 'quiet'}>　{when}</span>}
            </li>
          ))}
        </ol>
      </section>
    )}
    <h2 className="unseen">我能做什么</h2>
    <CanDo acts={own.can} />
    {own.contact && (
      <p className="small">
        找{own.contact.name}
        {own.contact.phone && (
          <>
            ：<a href={`tel:${own.contact.phone}`}>{own.contact.phone}</a>
          </>
        )}
      </p>
    )}
    <p className="small quiet">调解不收费。用完请点“退出”。</p>
  </>
)

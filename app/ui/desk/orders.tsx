import { Chip } from '../chip'
import { Due, type DueWords } from '../deadline'
import { Empty } from '../empty'

type Line = {
  id: string
  href: string
  number: string
  to: string
  why: string
  about: string
  state: string
  tone?: 'due' | 'danger' | 'done' | undefined
  late: string
  issued: string
  due?: DueWords | undefined
}

/** OrderRows {rows}: orders as a list: number, whom, why, about what, how it stands, by when. */
export const OrderRows = ({ rows }: { rows: readonly Line[] }) =>
  rows.length === 0 ? (
    <Empty title="这里没有督办单">要督办的，打开那件纠纷或者那个组织，点“督办”。</Empty>
  ) : (
    <ul className="whistles">
      {rows.map((row) => (
        <li key={row.id} data-row>
          <div>
            <h3>
              <a href={row.href}>{row.number}</a>
            </h3>
            <p className="small">
              <b>{row.to}</b> <Chip tone={row.tone}>{row.state}</Chip>
            </p>
            <p className="about">
              <span>{row.why}</span>
              {row.about && <span>{row.about}</span>}
            </p>
          </div>
          <div className="small">
            {row.late && <p className="late">{row.late}</p>}
            <p className="quiet">{row.issued}</p>
          </div>
          {row.due ? <Due due={row.due} /> : <span />}
        </li>
      ))}
    </ul>
  )

type Step = { id: string; at: string; dateTime: string; text: string; words: string; who: string }

/** OrderLog {steps}: an order's own log, the newest first. */
export const OrderLog = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="log">
    {steps.map(({ id, at, dateTime, text, words, who }) => (
      <li key={id}>
        <time className="num" dateTime={dateTime}>
          {at}
        </time>
        <div>
          <b>{text}</b>
          {words && <p className="prose">{words}</p>}
          <span className="who">{who}</span>
        </div>
      </li>
    ))}
  </ol>
)

import { Button, ButtonLink } from '../buttons'
import { Chip } from '../chip'
import { Hidden } from '../field'
import { Panel } from '../panel'

type Base = Readonly<Record<string, string | number | undefined>>
type Held = {
  id: string
  href: string
  body: string
  office: string
  words: string
  over: boolean
  state: string | null
  load: string
  end: boolean
}

/** Offices {held endHref}: what somebody holds and held, where, by which paper, and how it ended. */
export const Offices = ({ held, endHref }: { held: readonly Held[]; endHref: string }) => (
  <Panel title="任职" side={held.some(({ end }) => end) && <a href={endHref}>结束任职</a>}>
    <ul className="posts">
      {held.map(({ id, href, body, office, words, state, over, load }) => (
        <li key={id} className={over ? 'quiet' : undefined}>
          <b>
            <a href={href}>{body}</a>·{office}
          </b>{' '}
          {state && <Chip tone={over ? undefined : 'due'}>{state}</Chip>} <span className="small num">{load}</span>
          <p className="small quiet">{words}</p>
        </li>
      ))}
      {held.length === 0 && <li className="quiet">还没有任职</li>}
    </ul>
  </Panel>
)

type Away = { today: string | null; rows: readonly { id: string; words: string; by: string; cancel: boolean }[] }

/** Leaves {away base}: leave that runs or comes, who stands in, and the way to cancel it. */
export const Leaves = ({ away, base }: { away: Away; base: Base }) => (
  <Panel title="请假" side={away.today}>
    <ul className="posts">
      {away.rows.map(({ id, words, by, cancel }) => (
        <li key={id}>
          {words}；{by}
          {cancel && (
            <form method="post" className="one-line">
              <Hidden values={{ ...base, act: 'back', absenceId: id }} />
              <Button>销假</Button>
            </form>
          )}
        </li>
      ))}
      {away.rows.length === 0 && <li className="quiet">没有请假</li>}
    </ul>
  </Panel>
)

type Line = { when: string; words: string; note: string }

/** DatedList {title side? rows empty}: what was done on which day: trainings, consultations. */
export const DatedList = ({
  title,
  side,
  rows,
  empty,
}: {
  title: string
  side?: string | undefined
  rows: readonly Line[]
  empty: string
}) => (
  <Panel title={title} side={side}>
    <ul className="posts">
      {rows.map(({ when, words, note }, i) => (
        <li key={`${when}${String(i)}`}>
          {words} <span className="small quiet">{[when, note].filter(Boolean).join('，')}</span>
        </li>
      ))}
      {rows.length === 0 && <li className="quiet">{empty}</li>}
    </ul>
  </Panel>
)

/** Kin {rows base}: near family as it was declared; numbers are never shown. */
export const Kin = ({ rows, base }: { rows: readonly { id: string; words: string; remove: boolean }[]; base: Base }) => (
  <Panel title="近亲属" side="分案前核对用">
    <ul className="posts">
      {rows.map(({ id, words, remove }) => (
        <li key={id}>
          {words}
          {remove && (
            <form method="post" className="one-line">
              <Hidden values={{ ...base, act: 'kinRemove', kinId: id }} />
              <Button>删掉</Button>
            </form>
          )}
        </li>
      ))}
      {rows.length === 0 && <li className="quiet">没有登记</li>}
    </ul>
  </Panel>
)

/** CardActs {acts}: what may be done on a card; the likely one first, and filled. */
export const CardActs = ({ acts }: { acts: readonly { label: string; href: string }[] }) =>
  acts.length === 0 ? null : (
    <div className="buttons people-acts">
      {acts.map(({ label, href }, i) => (
        <ButtonLink key={href} href={href} {...(i === 0 && { weight: 'main' as const })}>
          {label}
        </ButtonLink>
      ))}
    </div>
  )

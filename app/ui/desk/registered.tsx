import { ButtonLink } from '../buttons'
import { Due, type DueWords } from '../deadline'
import { Empty } from '../empty'

export type RegisteredRow = {
  id: string
  href: string
  number: string
  title: string
  about: readonly string[]
  state: string
  desk?: string | undefined
  phone?: string | undefined
  phoneOf?: string | undefined
  due?: DueWords | undefined
  result?: string | undefined
  add?: string | undefined
  answer?: string | undefined
}
export type AskedRow = { id: string; title: string; text: string; until?: string | undefined; href: string }
export type DraftRow = { id: string; href: string; title: string; words: string }

/** Drafts {rows: {href title words}[]}: forms begun and not sent: what each is, since when; to be gone on with on any device. */
export const Drafts = ({ rows }: { rows: readonly DraftRow[] }) =>
  rows.length ? (
    <section className="drafts">
      <h2>没填完的登记，点开接着填</h2>
      <ul>
        {rows.map(({ id, href, title, words }) => (
          <li key={id}>
            <a href={href}>
              <b>{title}</b>
              <span>{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  ) : null

/** AskedOfMe {rows: AskedRow[]}: what a desk asked of me and waits for, each with the way to its answer. */
export const AskedOfMe = ({ rows }: { rows: readonly AskedRow[] }) =>
  rows.length ? (
    <section className="asked-of-me" aria-labelledby="asked-of-me">
      <h2 id="asked-of-me">请您补充</h2>
      <ul>
        {rows.map(({ id, title, text, until, href }) => (
          <li key={id}>
            <div>
              <b>{text}</b>
              <p className="small quiet">
                {title}
                {until && `，${until}`}
              </p>
            </div>
            <ButtonLink href={href}>
              答复
              <span className="unseen">
                ：{title}，{text}
              </span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  ) : null

const Acts = ({ row: { add, answer, title } }: { row: RegisteredRow }) =>
  add ? (
    <p className="acts">
      {answer && answer !== add && (
        <a href={answer}>
          答复<span className="unseen">：{title}</span>
        </a>
      )}
      <a href={add}>
        补充情况<span className="unseen">：{title}</span>
      </a>
    </p>
  ) : null

/**
 * RegisteredList {rows: RegisteredRow[] more?: href headed?}: what became of what I wrote down: state, whose desk with its
 * telephone, next date, result; `headed`: the page's own heading stands for the list.
 */
export const RegisteredList = ({
  rows,
  more,
  headed = false,
}: {
  rows: readonly RegisteredRow[]
  more?: string | undefined
  headed?: boolean
}) => (
  <section className="registered">
    <h2 className={headed ? 'unseen' : undefined}>我登记的</h2>
    {rows.length === 0 ? (
      <Empty title="还没有登记过纠纷" act={{ label: '登记一件', href: '/register' }}>
        登记以后，走到哪一步、在谁那里，都在这里看。
      </Empty>
    ) : (
      <ul>
        {rows.map((row) => (
          <li key={row.id} data-row>
            <h3>
              <a href={row.href}>{row.title}</a>
            </h3>
            <p className="where">
              <b>{row.state}</b>
              {row.result && <span>{row.result}</span>}
              {row.desk && <span>{row.desk}</span>}
              {row.phone && (
                <span>
                  {row.phoneOf && <span className="small quiet">{row.phoneOf} </span>}
                  <a className="num" href={`tel:${row.phone}`}>
                    {row.phone}
                  </a>
                </span>
              )}
            </p>
            <p className="small quiet about">
              {row.about.map((word) => (
                <span key={word}>{word}</span>
              ))}
              <span className="num">{row.number}</span>
            </p>
            {row.due && (
              <p className="small till">
                <Due due={row.due} inline />
              </p>
            )}
            <Acts row={row} />
          </li>
        ))}
      </ul>
    )}
    {more && (
      <p className="more">
        <a href={more}>看更早登记的</a>
      </p>
    )}
  </section>
)

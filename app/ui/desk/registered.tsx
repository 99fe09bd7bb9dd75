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
  due?: DueWords | undefined
  result?: string | undefined
}
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

/** RegisteredList {rows: RegisteredRow[] more?: href}: what became of what I wrote down: state, whose desk, next date, result. */
export const RegisteredList = ({ rows, more }: { rows: readonly RegisteredRow[]; more?: string | undefined }) => (
  <section className="registered">
    <h2>我登记的</h2>
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

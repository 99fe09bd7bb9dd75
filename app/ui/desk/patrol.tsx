import { Chip } from '../chip'
import { Due, type DueWords } from '../deadline'
import { Empty } from '../empty'

type Round = {
  id: string
  href: string
  title: string
  about: readonly string[]
  state: string
  tone?: 'due' | 'done' | undefined
  counts: string
  due?: DueWords | undefined
  todo: readonly { label: string; href: string }[]
}

/** RoundRows {rows}: rounds of patrol: where, till when, how many reported; what oneself has still to report. */
export const RoundRows = ({ rows }: { rows: readonly Round[] }) =>
  rows.length === 0 ? (
    <Empty title="没有排查">开始一轮以后会排在这里；网格员会收到消息。</Empty>
  ) : (
    <ul className="whistles">
      {rows.map(({ id, href, title, about, state, tone, counts, due, todo }) => (
        <li key={id} data-row>
          <div>
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p className="about">
              {about.map((word) => (
                <span key={word}>{word}</span>
              ))}
            </p>
            {todo.length > 0 && (
              <p className="go-list">
                {todo.map(({ label, href: to }) => (
                  <a key={to} href={to} className="button">
                    上报：{label}
                  </a>
                ))}
              </p>
            )}
          </div>
          <p className="small">
            <Chip tone={tone}>{state}</Chip> {counts}
          </p>
          {due ? <Due due={due} /> : <span />}
        </li>
      ))}
    </ul>
  )

type Place = {
  id: string
  place: string
  above: string
  reported: string
  rounds: string
  found: string
  outcomes: Readonly<Record<string, number>>
  findings: readonly { id: string; words: string; dispute?: { label: string; href?: string | undefined } | undefined }[]
  note: string
  href?: string | undefined
}

const Findings = ({ place }: { place: Place }) => (
  <>
    {place.findings.length > 0 && (
      <ul className="plain small">
        {place.findings.map(({ id, words, dispute }) => (
          <li key={id}>
            {words}{' '}
            {dispute && (dispute.href ? <a href={dispute.href}>{dispute.label}</a> : <span className="quiet">{dispute.label}</span>)}
          </li>
        ))}
      </ul>
    )}
    {place.note && <p className="small quiet">{place.note}</p>}
  </>
)

/** PlaceTable {rows words caption}: each grid of a round in the order of places, never of figures. */
export const PlaceTable = ({
  rows,
  words,
  caption,
}: {
  rows: readonly Place[]
  words: Readonly<Record<string, { label: string }>>
  caption: string
}) => (
  <table className="list plain-rows patrol">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">地方</th>
        <th scope="col">上报</th>
        <th scope="col" className="num">
          次数
        </th>
        <th scope="col" className="num">
          发现
        </th>
        <th scope="col">结果</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((place) => (
        <tr key={place.id}>
          <th scope="row">
            {place.place} <span className="small quiet">{place.above}</span>
          </th>
          <td>
            {place.reported || <span className="due">未报</span>}{' '}
            {place.href && (
              <a href={place.href}>
                {place.reported ? '改报' : '上报'}
                <span className="unseen">：{place.place}</span>
              </a>
            )}
          </td>
          <td className="num">
            {place.rounds && <span className="only-phone small quiet">排查次数 </span>}
            {place.rounds}
          </td>
          <td className="num">
            {place.found && <span className="only-phone small quiet">排查发现 </span>}
            {place.found}
          </td>
          <td>
            {Object.entries(place.outcomes)
              .filter(([, count]) => count > 0)
              .map(([code, count]) => `${words[code]?.label ?? ''} ${count}`)
              .join('，')}
            <Findings place={place} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

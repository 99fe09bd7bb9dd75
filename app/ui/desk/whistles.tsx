import { Chip } from '../chip'
import { Due, type DueWords } from '../deadline'
import { Empty } from '../empty'

type Count = { value: string; href: string }
type Unit = { id: string; name: string; asked: Count; counts: readonly (Count & { key: string })[] }
type Line = {
  id: string
  href: string
  title: string
  unit: string
  about: readonly string[]
  state: string
  late?: string | undefined
  times: readonly string[]
  due?: DueWords | undefined
}

const Number = ({ count, of, late }: { count: Count; of: string; late?: boolean }) =>
  count.value === '0' ? (
    <span className="quiet">0</span>
  ) : (
    <a href={count.href} className={late ? 'late' : undefined}>
      {count.value}
      <span className="unseen"> 次：{of}</span>
    </a>
  )

/** WhistleUnits {units words caption}: how often each unit was asked, in time, late; each number opens its rows. Units, never persons. */
export const WhistleUnits = ({
  units,
  words,
  caption,
}: {
  units: readonly Unit[]
  words: Readonly<Record<string, { label: string }>>
  caption: string
}) => (
  <table className="list units">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">部门</th>
        <th scope="col" className="num">
          吹了
        </th>
        {Object.entries(words).map(([key, { label }]) => (
          <th scope="col" key={key} className="num">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {units.map(({ id, name, asked, counts }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td className="num">
            <Number count={asked} of={name} />
          </td>
          {counts.map(({ key, ...count }) => (
            <td key={key} className="num">
              <Number count={count} of={`${name}，${words[key]?.label ?? ''}`} late={key === 'late'} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** WhistleRows {rows shown}: each department that was called, when it came and answered, and where it was late. */
export const WhistleRows = ({ rows, shown }: { rows: readonly Line[]; shown: string }) => (
  <section className="part" aria-label="吹哨名单">
    <h2>{shown}</h2>
    {rows.length === 0 ? (
      <Empty title="这里没有吹哨">要几个部门一起到场的，打开那件纠纷，点“请别的单位协办”，再点“吹哨”。</Empty>
    ) : (
      <ul className="whistles">
        {rows.map((row) => (
          <li key={row.id} data-row>
            <div>
              <h3>
                <a href={row.href}>{row.title}</a>
              </h3>
              <p className="small">
                <b>{row.unit}</b> <Chip>{row.state}</Chip>
              </p>
              <p className="about">
                {row.about.map((word) => (
                  <span key={word}>{word}</span>
                ))}
              </p>
            </div>
            <div className="small">
              {row.late && <p className="late">{row.late}</p>}
              {row.times.map((time) => (
                <p key={time} className="quiet">
                  {time}
                </p>
              ))}
            </div>
            {row.due ? <Due due={row.due} /> : <span />}
          </li>
        ))}
      </ul>
    )}
  </section>
)

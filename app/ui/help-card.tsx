import type { ReactNode } from 'react'

export type CardWords = {
  title: string
  on: string
  duties: readonly string[]
  day: readonly string[]
  tasks: readonly { title: string; steps: readonly string[] }[]
  periods: readonly { name: string; starts: string; length: string; source: string }[]
  cannot: readonly { say: string; article?: string }[]
  keys: readonly { key: string; does: string }[]
  ask: readonly string[]
}

const Steps = ({ lines }: { lines: readonly string[] }) => (
  <ol>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ol>
)

const Sheet = ({ title, page, on, children }: { title: string; page: 1 | 2; on: string; children: ReactNode }) => {
  const words = (
    <>
      {title}
      <small className="num">
        {on}　第 {page} 页，共 2 页
      </small>
    </>
  )
  return (
    <article className="paper card">
      {page === 1 ? <h1>{words}</h1> : <p className="card-title">{words}</p>}
      {children}
    </article>
  )
}

const Periods = ({ rows }: { rows: CardWords['periods'] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">期限</th>
        <th scope="col">从什么时候起</th>
        <th scope="col">多长</th>
        <th scope="col">依据</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, starts, length, source }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{starts}</td>
          <td className="nowrap">{length}</td>
          <td>{source}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Ask = ({ lines }: { lines: readonly string[] }) => (
  <table className="blank">
    <tbody>
      {lines.map((line) => (
        <tr key={line}>
          <th scope="row">{line}</th>
          <td />
        </tr>
      ))}
    </tbody>
  </table>
)

/** HelpCard {card}: two sheets of A4 for the table of a post: what it does, and what it has to keep. */
export const HelpCard = ({ card }: { card: CardWords }) => (
  <main id="main">
    <Sheet title={card.title} page={1} on={card.on}>
      <h2>您负责什么</h2>
      <ul>
        {card.duties.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>一天怎么过</h2>
      <Steps lines={card.day} />
      <h2>最常用的五件事</h2>
      {card.tasks.map(({ title, steps }) => (
        <section key={title}>
          <h3>{title}</h3>
          <Steps lines={steps} />
        </section>
      ))}
    </Sheet>
    <Sheet title={card.title} page={2} on={card.on}>
      <h2>几个期限</h2>
      <p className="quiet">写着“本区设定”的没有条文，本区会改，以页面上的为准；“预计”的是别的机关和当事人的期限。</p>
      <Periods rows={card.periods} />
      <h2>不能做的事</h2>
      <ul className="cannot">
        {card.cannot.map(({ say, article }) => (
          <li key={say}>
            {say}
            {article && `（${article}）`}
          </li>
        ))}
      </ul>
      <h2>快捷键</h2>
      {card.keys.length > 0 ? (
        <ul>
          {card.keys.map(({ key, does }) => (
            <li key={key}>
              <b>{key}</b>　{does}
            </li>
          ))}
        </ul>
      ) : (
        <p>没有专门的快捷键；按 Tab 键也能走到每个按钮，回车就是按下。</p>
      )}
      <h2>找谁（打印出来填上电话）</h2>
      <Ask lines={card.ask} />
    </Sheet>
  </main>
)

import { Chip } from '../chip'
import { Due, type DueWords } from '../deadline'
import { Panel } from '../panel'

type Task = {
  id: string
  href: string
  title: string
  place: string
  state: string
  tone?: 'due' | 'danger' | 'done' | undefined
  due?: DueWords | undefined
  text: string
  done: string
}

/** TaskList {rows}: a leader's tasks: what, where, by when, what was done. */
export const TaskList = ({ rows }: { rows: readonly Task[] }) => (
  <ul className="requests">
    {rows.map(({ id, href, title, place, state, tone, due, text, done }) => (
      <li key={id}>
        <a href={href}>{title}</a> <Chip tone={tone}>{state}</Chip>
        <p className="small quiet">{place}</p>
        {text && <p className="small">{text}</p>}
        {due && (
          <p className="small">
            <Due due={due} inline />
          </p>
        )}
        {done && <p className="small">{done}</p>}
      </li>
    ))}
  </ul>
)

type Note = {
  id: string
  kind: string
  who: string
  place: string
  on: string
  text: string
  dispute?: { label: string; href?: string | undefined } | undefined
  answer: string
  open: boolean
  href?: string | undefined
}

/** NoteList {rows}: what leaders wrote: when, where, of which dispute, and what came of it. */
export const NoteList = ({ rows }: { rows: readonly Note[] }) => (
  <ul className="requests">
    {rows.map(({ id, kind, who, place, on, text, dispute, answer, open, href }) => (
      <li key={id}>
        <b>{kind}</b> {open && <Chip tone="due">没有答复</Chip>}
        <p className="small quiet">{[on, who, place].filter(Boolean).join('，')}</p>
        <p className="prose">{text}</p>
        {dispute && <p className="small">{dispute.href ? <a href={dispute.href}>{dispute.label}</a> : dispute.label}</p>}
        {answer && <p className="small">答复：{answer}</p>}
        {href && (
          <p className="small">
            <a href={href}>
              答复<span className="unseen">：{text.slice(0, 20)}</span>
            </a>
          </p>
        )}
      </li>
    ))}
  </ul>
)

/** NotesPanel {notes write}: visits and instructions on one dispute. */
export const NotesPanel = ({ notes, write }: { notes: readonly Note[]; write: string | null }) =>
  notes.length === 0 && !write ? null : (
    <Panel title="走访、批示" side={write && <a href={write}>写一条</a>}>
      {notes.length ? <NoteList rows={notes} /> : <p className="small quiet">没有走访、批示</p>}
    </Panel>
  )

type Line = { id: string; place: string; leaders: readonly { id: string; name: string; words: string }[]; gap: string }

const Row = ({ line, inner }: { line: Line; inner?: boolean }) => (
  <tr>
    <th scope="row" className={inner ? 'inner' : undefined}>
      {line.place}
    </th>
    <td>
      {line.leaders.map(({ id, name, words }) => (
        <p key={id}>
          <b>{name}</b> <span className="small quiet">{words}</span>
        </p>
      ))}
      {line.gap && <span className="due">{line.gap}</span>}
    </td>
  </tr>
)

/** LeaderTable {town}: a township and its villages with who answers for each, and where nobody does. */
export const LeaderTable = ({ town }: { town: Line & { villages: readonly Line[]; gaps: number } }) => (
  <Panel title={town.place} side={town.gaps > 0 && `${town.gaps} 个村（社区）没有人`}>
    <table className="list plain-rows">
      <caption className="unseen">{town.place}的挂包领导</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">地方</th>
          <th scope="col">挂包领导</th>
        </tr>
      </thead>
      <tbody>
        <Row line={town} />
        {town.villages.map((village) => (
          <Row key={village.id} line={village} inner />
        ))}
      </tbody>
    </table>
  </Panel>
)

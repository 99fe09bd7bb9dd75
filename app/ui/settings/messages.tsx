import { Chip } from '../chip'
import { Empty } from '../empty'

type TemplateRow = { code: string; href: string; label: string; text: string; owner: string }
type TextRow = {
  id: string
  to: string
  drill: boolean
  about: string
  text: string
  status: string
  tone?: 'done' | 'danger' | undefined
  why: string
  at: string
}
type VersionRow = { id: string; text: string; who: string; from: string; now: boolean }

/** TemplateTable {rows}: every text as it is sent now; its name leads to the form. */
export const TemplateTable = ({ rows }: { rows: readonly TemplateRow[] }) => (
  <table className="list plain-rows messages">
    <caption className="unseen">短信的写法</caption>
    <thead>
      <tr>
        <th scope="col">哪种短信</th>
        <th scope="col">现在这样写</th>
        <th scope="col">谁负责</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ code, href, label, text, owner }) => (
        <tr key={code}>
          <th scope="row">
            <a href={href}>{label}</a>
          </th>
          <td>{text}</td>
          <td>{owner}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** TextTable {rows}: text messages of late: to whom, what, and how far each has come. */
export const TextTable = ({ rows }: { rows: readonly TextRow[] }) =>
  rows.length === 0 ? (
    <Empty title="没有短信" />
  ) : (
    <table className="list plain-rows messages">
      <caption className="unseen">最近的短信</caption>
      <thead>
        <tr>
          <th scope="col">给谁</th>
          <th scope="col">内容</th>
          <th scope="col">到哪一步</th>
          <th scope="col">时间</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, to, drill, about, text, status, tone, why, at }) => (
          <tr key={id}>
            <th scope="row" className="num">
              {to}
            </th>
            <td>
              {drill && <Chip>演练</Chip>} {text || <span className="quiet">{about}，还没有发</span>}
            </td>
            <td>
              <Chip tone={tone}>{status}</Chip> {why && <span className="small">{why}</span>}
            </td>
            <td>{at}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

/** Preview {texts length problems}: a text as it would arrive on a telephone, what it costs, and what must not stand there. */
export const Preview = ({ texts, length, problems }: { texts: readonly string[]; length: string; problems: readonly string[] }) => (
  <div className="sms-preview">
    {texts.map((text) => (
      <p key={text} className="sms">
        {text}
      </p>
    ))}
    <p className="small quiet num">{length}</p>
    {problems.map((words) => (
      <p key={words} className="error">
        {words}
      </p>
    ))}
  </div>
)

/** TemplateVersions {rows}: what a text said before, and says from a later day. */
export const TemplateVersions = ({ rows }: { rows: readonly VersionRow[] }) => (
  <table className="list plain-rows messages">
    <caption className="unseen">先后的写法</caption>
    <thead>
      <tr>
        <th scope="col">从哪天起</th>
        <th scope="col">内容</th>
        <th scope="col">谁负责</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, text, who, from, now }) => (
        <tr key={id}>
          <th scope="row">
            {from || '一开始'} {now && <Chip tone="done">现在用的</Chip>}
          </th>
          <td>{text}</td>
          <td>{who}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

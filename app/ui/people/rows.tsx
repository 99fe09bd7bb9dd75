import { Chip } from '../chip'

export type PersonLine = { href: string; name: string; phone: string; posts: readonly string[]; standing: string | null }

/** PeopleRows {rows}: who is there: name, what for, the masked telephone; each leads to the person. */
export const PeopleRows = ({ rows }: { rows: readonly PersonLine[] }) => (
  <table className="list people">
    <caption className="unseen">人员名单</caption>
    <thead>
      <tr>
        <th scope="col">姓名</th>
        <th scope="col">岗位</th>
        <th scope="col">手机号</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ href, name, phone, posts, standing }) => (
        <tr key={href} data-row>
          <th scope="row">
            <a href={href}>{name}</a>
          </th>
          <td>
            {posts.map((post) => (
              <span key={post} className="each">
                {post}
              </span>
            ))}
            {standing && <Chip tone="due">{standing}</Chip>}
          </td>
          <td className="num">{phone}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** FirstDay: an empty office says what to do first, in its order. */
export const FirstDay = () => (
  <div className="empty">
    <h2>还没有别的人，先做这三件事</h2>
    <ol className="first-day">
      <li>
        <a href="/people/new">给每个乡镇（街道）建一位管理员</a>，本地的人由他们管
      </li>
      <li>
        <a href="/people/new">建分流岗和值班的人</a>，登记上来的纠纷先到他们那里
      </li>
      <li>
        <a href="/people/import">用表格导入网格员和调解员</a>，一次最多 2000 人，每人发一个一次性密码
      </li>
    </ol>
  </div>
)

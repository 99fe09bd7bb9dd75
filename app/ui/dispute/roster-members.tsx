import { Sideways } from '../sideways'

type Masked = { label: string; masked: string; href?: string | undefined }
type Member = { id: string; no: number; name: string; idNumber: Masked | null; phone: Masked | null; amount: string; about: string }
export type Members = { rows: readonly Member[]; sum: string; count: number; href: string | null }

const Hidden = ({ of, what: { label, masked, href } }: { of: string; what: Masked }) => (
  <>
    <span className="masked num">{masked}</span>
    {href && (
      <a href={href} className="look">
        查看<span className="unseen">{`${of}的${label}`}</span>
      </a>
    )}
  </>
)

const People = ({ members: { rows, sum, count }, name: list }: { members: Members; name: string }) => (
  <details className="members">
    <summary>
      名册 {count} 人{sum && `，金额合计 ${sum}`}
    </summary>
    <Sideways label={`名册：${list}`}>
      <table>
        <caption className="unseen">名册上的人，号码只显示一部分</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">姓名</th>
            <th scope="col">证件号码</th>
            <th scope="col">手机号</th>
            <th scope="col" className="right">
              金额（元）
            </th>
            <th scope="col">备注</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, no, name, idNumber, phone, amount, about }) => (
            <tr key={id}>
              <td className="num">{no}</td>
              <th scope="row">{name}</th>
              <td>{idNumber ? <Hidden of={name} what={idNumber} /> : '–'}</td>
              <td>{phone ? <Hidden of={name} what={phone} /> : '–'}</td>
              <td className="num right">{amount || '–'}</td>
              <td>{about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  </details>
)

/** RosterMembers {members id name}: everybody on a list of many, folded away: names, masked numbers, amounts with their sum; where it is sent in. */
export const RosterMembers = ({ members, id, name }: { members: Members | undefined; id: string; name: string }) =>
  members ? (
    <div id={`roster-${id}`}>
      {members.count > 0 && <People members={members} name={name} />}
      {members.href && (
        <p className="small to-list">
          <a href={members.href}>{members.count ? '重新导入名册 xlsx' : '导入名册 xlsx'}</a>
        </p>
      )}
    </div>
  ) : null

import { Button } from '../buttons'
import { Hidden } from '../field'
import { Panel } from '../panel'

export type AnswerRow = { row: number; name: string; phone: string; words: string; answer: string; bad: boolean }

/** Sums {sums}: how many rows are worth what. */
export const Sums = ({ sums }: { sums: readonly { word: string; count: number }[] }) => (
  <ul className="row-sums">
    {sums.map(({ word, count }) => (
      <li key={word}>
        {word} <b className="num">{count}</b> 行
      </li>
    ))}
  </ul>
)

/** Answers {rows}: each row of a table that was sent in, with its answer; what does not count comes first. */
export const Answers = ({ rows }: { rows: readonly AnswerRow[] }) => (
  <table className="list answers">
    <caption>行号是您表格里的行号，不能导入的在前面</caption>
    <thead>
      <tr>
        <th scope="col">行</th>
        <th scope="col">结果</th>
        <th scope="col">姓名</th>
        <th scope="col">岗位</th>
        <th scope="col">手机号</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ row, name, phone, words, answer, bad }) => (
        <tr key={row}>
          <th scope="row" className="num">
            第 {row} 行
          </th>
          <td>{bad ? <b className="late">{answer}</b> : answer}</td>
          <td>{name}</td>
          <td>{words}</td>
          <td className="num">{phone}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** PasswordList {passwords action base}: the button that makes the list of one-time passwords, and what follows from it. */
export const PasswordList = ({
  passwords,
  action,
  base,
}: {
  passwords: { count: number; before: boolean }
  action: string
  base: Readonly<Record<string, string | number | undefined>>
}) => (
  <Panel title="一次性密码">
    <form method="post" action={action} className="one-act">
      <Hidden values={base} />
      <Button weight={passwords.before ? undefined : 'main'}>{passwords.before ? '重新生成名单' : '下载一次性密码名单'}</Button>
      <p className="small quiet">
        {passwords.before
          ? '名单已经下载过。没有保存好的，10 分钟内再下还是原来的密码；过后重新生成，先前发出的作废，已经登录过的人不受影响。'
          : `${passwords.count} 个新账号，每人一个密码。系统里不存密码，请把名单保存好，分头发给本人，发完删掉。`}
      </p>
    </form>
  </Panel>
)

import { Hidden } from './field'

/** DemoAccounts {action name hidden accounts: {value label note?}[]}: the accounts of a demo, one press each; never beside a real database. */
export const DemoAccounts = ({
  action,
  name,
  hidden = {},
  accounts,
}: {
  action: string
  name: string
  hidden?: Readonly<Record<string, string>>
  accounts: readonly { value: string; label: string }[]
}) => (
  <section className="accounts">
    <h2>演示账号</h2>
    <p className="hint">点一个，直接用这个岗位登录</p>
    <form method="post" action={action}>
      <Hidden values={hidden} />
      <ul>
        {accounts.map(({ value, label }) => (
          <li key={value}>
            <button type="submit" className="button" name={name} value={value}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </form>
  </section>
)

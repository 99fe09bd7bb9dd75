import { Chip } from '../chip'
import { Due, type DueWords } from '../deadline'
import { Panel } from '../panel'

type Order = {
  id: string
  href: string
  title: string
  state: string
  tone?: 'due' | 'danger' | 'done' | undefined
  lines: readonly string[]
  due?: DueWords | undefined
}

/** OrdersPanel {orders issue}: orders about this dispute, and where a new one is written. */
export const OrdersPanel = ({ orders, issue }: { orders: readonly Order[]; issue: string | null }) =>
  orders.length === 0 && !issue ? null : (
    <Panel title="督办" side={issue && <a href={issue}>督办…</a>}>
      {orders.length === 0 ? (
        <p className="small quiet">没有督办单</p>
      ) : (
        <ul className="requests small">
          {orders.map(({ id, href, title, state, tone, lines, due }) => (
            <li key={id}>
              <a href={href}>{title}</a> <Chip tone={tone}>{state}</Chip>
              {lines.map((line) => (
                <p key={line} className="quiet">
                  {line}
                </p>
              ))}
              {due && <Due due={due} inline />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )

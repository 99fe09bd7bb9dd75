import { ButtonLink } from '../buttons'
import { Chip } from '../chip'
import { Panel } from '../panel'
import { Notice } from '../problem'

type Danger = { lines: readonly string[]; handle: string | null }
type Matter = {
  id: string
  title: string
  standing: string
  lines: readonly string[]
  warning?: string | undefined
  change?: string | undefined
}

/** OpenDanger {danger}: a danger that nobody has handled yet, and the one act that ends it. */
export const OpenDanger = ({ danger }: { danger: Danger }) => (
  <div className="problem">
    <h2>危险未处置</h2>
    <ul>
      {danger.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    {danger.handle && (
      <p className="buttons">
        <ButtonLink href={danger.handle}>已处置</ButtonLink>
      </p>
    )}
  </div>
)

/** MattersPanel {rows add}: what another unit has of the same quarrel; what bars us is a warning, never a lock. */
export const MattersPanel = ({ rows, add }: { rows: readonly Matter[]; add: string | null }) =>
  rows.length === 0 && !add ? null : (
    <Panel title="别处的程序" side={add && <a href={add}>登记</a>}>
      {rows.length === 0 ? (
        <p className="small quiet">没有登记别处的程序</p>
      ) : (
        <ul className="requests small">
          {rows.map(({ id, title, standing, lines, warning, change }) => (
            <li key={id}>
              <b>{title}</b> <Chip tone={warning ? 'due' : undefined}>{standing}</Chip>{' '}
              {change && (
                <a href={change}>
                  改<span className="unseen">：{title}</span>
                </a>
              )}
              {lines.map((line) => (
                <p key={line} className="quiet">
                  {line}
                </p>
              ))}
              {warning && <Notice>{warning}</Notice>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )

import { Chip } from '../chip'
import { Facts } from '../facts'
import { Panel } from '../panel'

export type LedgerLine = {
  id: string
  title: string
  state: string
  rule: string
  confidence: string
  lastDay: string
  steps: readonly string[]
  story: readonly { version: number; when: string; what: string }[]
  calendars: readonly string[]
  same: boolean | null
}

/** LedgerPanel {line}: one period, step by step: its rule, what happened to it, how it was counted, and whether it comes out the same. */
export const LedgerPanel = ({ line }: { line: LedgerLine }) => (
  <Panel title={line.title}>
    <p className="ledger-head">
      <strong>最后一天 {line.lastDay}</strong>
      <Chip>{line.state}</Chip>
      {line.same === false && <Chip tone="danger">与记录不一致，请告诉管理员</Chip>}
    </p>
    <Facts
      rows={[
        { label: '依据', value: [line.rule, line.confidence].filter(Boolean).join('　') },
        { label: '节假日表', value: line.calendars.join('；') },
      ]}
    />
    {line.steps.length > 0 && (
      <ol className="ledger-steps">
        {line.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    )}
    <details>
      <summary>经过（{line.story.length}）</summary>
      <ul className="ledger-story">
        {line.story.map(({ version, when, what }, at) => (
          <li key={`${version}-${at}`}>
            第 {version} 站　{what} <span className="small quiet">{when}记</span>
          </li>
        ))}
      </ul>
    </details>
    {line.same && <p className="small quiet">刚刚按办理动态重新计算过，结果与记录一致。</p>}
  </Panel>
)

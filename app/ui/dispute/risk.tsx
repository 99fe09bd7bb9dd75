import { RiskChip, type Level } from '../chip'
import { Panel } from '../panel'

type Risk = {
  lines: readonly { id: string; level: Level; at: string; who: string; why: string; against?: string | undefined }[]
  reports: readonly { id: string; text: string }[]
  alarms: readonly { id: string; text: string; href?: string | undefined }[]
  rules: string
}

/** RiskPanel {risk}: how dangerous it was when, by whose word; alarms; and to whom it was reported. */
export const RiskPanel = ({ risk }: { risk: Risk | null }) =>
  risk && (
    <Panel title="风险和报告" side={<a href={risk.rules}>规则</a>}>
      <ul className="requests small">
        {risk.lines.map(({ id, level, at, who, why, against }) => (
          <li key={id}>
            <RiskChip level={level} /> <span className="num">{at}</span> {who}
            {why && <p className="quiet">{why}</p>}
            {against && <p className="due">{against}</p>}
          </li>
        ))}
        {risk.alarms.map(({ id, text, href }) => (
          <li key={id}>
            <b>{href ? <a href={href}>警报</a> : '警报'}</b> {text}
          </li>
        ))}
        {risk.reports.map(({ id, text }) => (
          <li key={id}>
            <b>报告</b> {text}
          </li>
        ))}
      </ul>
    </Panel>
  )

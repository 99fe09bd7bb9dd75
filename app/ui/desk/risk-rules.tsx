import { Facts } from '../facts'
import { Panel } from '../panel'
import { RuleVersions, type RuleVersion } from '../rule-versions'

export type RiskRulesWords = {
  owner: string
  why: string
  rules: readonly { key: string; say: string; points: number; why: string; source: string }[]
  limits: readonly { label: string; value: string }[]
  versions: readonly RuleVersion[]
}

/** RiskRules {rules}: a version of the rules of danger: each with its points, its reason and its source. */
export const RiskRules = ({ rules }: { rules: RiskRulesWords }) => (
  <div className="settings">
    <Panel title="为什么这样定" side={rules.owner}>
      <p>{rules.why}</p>
      <Facts rows={rules.limits} />
    </Panel>
    <Panel title="每一条给几分" side="只加不减，有的就加">
      <table className="list plain-rows">
        <caption className="unseen">每一条给几分，为什么，依据什么</caption>
        <thead>
          <tr>
            <th scope="col">情形</th>
            <th scope="col">分</th>
            <th scope="col">为什么</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {rules.rules.map(({ key, say, points, why, source }) => (
            <tr key={key}>
              <th scope="row">{say}</th>
              <td className="num">{points}</td>
              <td>{why}</td>
              <td className="small quiet">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
    <RuleVersions versions={rules.versions} side="当时按哪一版算的，永远查得到" />
  </div>
)

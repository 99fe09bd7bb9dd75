import { Facts } from '../facts'
import { Panel } from '../panel'
import { RuleVersions, type RuleVersion } from '../rule-versions'
import { WhyList, type Reason } from '../why-list'

export type RulesWords = {
  owner: string
  why: string
  points: readonly { key: string; say: string; points: string; source: string }[]
  factors: readonly { key: string; say: string; kinds: string; source: string }[]
  lists: readonly { label: string; value: string }[]
  versions: readonly RuleVersion[]
}

/** Rules {rules}: a version of the rules of routing: each weight with its reason and its source. */
export const Rules = ({ rules }: { rules: RulesWords }) => (
  <div className="settings">
    <Panel title="为什么这样定" side={rules.owner}>
      <p>{rules.why}</p>
      <Facts rows={rules.lists} />
    </Panel>
    <Panel title="每一条给几分" side="加起来分高的在前；前三个各属一类，便于比较">
      <table className="list plain-rows">
        <caption className="unseen">每一条给几分</caption>
        <thead>
          <tr>
            <th scope="col">情形</th>
            <th scope="col">分</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {rules.points.map(({ key, say, points, source }) => (
            <tr key={key}>
              <th scope="row">{say}</th>
              <td className="num">{points}</td>
              <td className="small quiet">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
    <Panel title="纠纷的情形，对不同的组织" side="在上面的分以外再加减">
      <table className="list plain-rows">
        <caption className="unseen">纠纷的情形，对不同的组织加减几分</caption>
        <thead>
          <tr>
            <th scope="col">情形</th>
            <th scope="col">加减</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {rules.factors.map(({ key, say, kinds, source }) => (
            <tr key={key}>
              <th scope="row">{say}</th>
              <td>{kinds}</td>
              <td className="small quiet">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
    <RuleVersions versions={rules.versions} side="当时按哪一版建议的，永远查得到" />
  </div>
)

export type ChoiceWords = {
  id: string
  when: string
  by: string
  version: string
  rulesHref: string
  chosen: string
  place: string
  ranked: readonly { id: string; name: string; score: number; chosen: boolean; reasons: readonly Reason[] }[]
  excluded: readonly { id: string; name: string; reasons: readonly Reason[] }[]
}

/** Choices {choices}: each time somebody sent it on: what was recommended then, and what was chosen. */
export const Choices = ({ choices }: { choices: readonly ChoiceWords[] }) => (
  <>
    {choices.map(({ id, when, by, version, rulesHref, chosen, place, ranked, excluded }) => (
      <Panel key={id} title={`${when}　${chosen}`} side={`${by}选的，${place}`}>
        <p className="small quiet">
          当时按<a href={rulesHref}>分流规则 {version} 版</a>；标“内部”的不告知当事人。
        </p>
        {ranked.map((body, at) => (
          <section key={body.id} className={body.chosen ? 'candidate best' : 'candidate'}>
            <header>
              <h3>
                {at + 1}. {body.name}
              </h3>
              <span className="small quiet num">{body.score} 分</span>
              {body.chosen && <b className="small">选的是它</b>}
            </header>
            <WhyList reasons={body.reasons} />
          </section>
        ))}
        {excluded.length > 0 && (
          <details className="candidate">
            <summary>当时不宜的 {excluded.length} 个</summary>
            {excluded.map((body) => (
              <div key={body.id} className="not-fit">
                <b>{body.name}</b>
                <WhyList reasons={body.reasons} />
              </div>
            ))}
          </details>
        )}
      </Panel>
    ))}
  </>
)

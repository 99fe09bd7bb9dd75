import { Chip, type Level, RiskChip } from '../chip'
import { Due, type DueWords } from '../deadline'

export type TriageWords = {
  id: string
  title: string
  head: string
  risk: Level
  riskWhy?: string | undefined
  chips: readonly string[]
  due?: DueWords | undefined
  facts: string
  parties: readonly {
    id: string
    role: string
    name: string
    about: string
    willing: { word: string; tone?: 'due' | 'done' | undefined }
  }[]
  consent: string
  links: readonly { id: string; words: string; note?: string | undefined }[]
  history: readonly { id: string; when: string; what: string; why: readonly string[] }[]
}

const Parties = ({ dispute }: { dispute: TriageWords }) => (
  <section>
    <h2>
      当事人 <span className="small quiet">{dispute.consent}</span>
    </h2>
    {dispute.parties.map(({ id, role, name, about, willing }) => (
      <div className="party-line" key={id}>
        <span className="quiet">{role}</span>
        <span>{name}</span>
        <span className="quiet">{about}</span>
        <Chip tone={willing.tone}>{willing.word}</Chip>
      </div>
    ))}
    <p className="small">
      <a href={`/disputes/${dispute.id}/parties`}>看电话、证件和名单</a>
    </p>
  </section>
)

const History = ({ history }: Pick<TriageWords, 'history'>) => (
  <section>
    <h2>办理经过</h2>
    {history.length === 0 ? (
      <p className="small quiet">登记以后，还没有分流给任何组织。</p>
    ) : (
      <ol className="tries">
        {history.map(({ id, when, what, why }) => (
          <li key={id}>
            <span className="num quiet">{when}</span>
            <div>
              {what}
              {why.map((text) => (
                <p className="small quiet" key={text}>
                  {text}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    )}
  </section>
)

/** TriageCase {dispute: TriageWords}: the dispute as whoever decides where it goes must know it: what, who, what they answered, what was tried. */
export const TriageCase = ({ dispute }: { dispute: TriageWords }) => (
  <>
    <p className="small quiet num">{dispute.head}</p>
    <h1>
      <a href={`/disputes/${dispute.id}`}>{dispute.title}</a>
    </h1>
    <p className="row">
      <RiskChip level={dispute.risk} why={dispute.riskWhy} />
      {dispute.chips.map((word) => (
        <Chip key={word}>{word}</Chip>
      ))}
      {dispute.due && (
        <span className="small">
          <Due due={dispute.due} inline />
        </span>
      )}
    </p>
    <section>
      <h2>事情经过</h2>
      <p className="prose">{dispute.facts || '登记时没有写经过。'}</p>
    </section>
    <Parties dispute={dispute} />
    {dispute.links.length > 0 && (
      <section>
        <h2>关联和可能重复的</h2>
        <ul className="small">
          {dispute.links.map(({ id, words, note }) => (
            <li key={id}>
              {words}
              {note && <span className="quiet">（{note}）</span>}
            </li>
          ))}
        </ul>
      </section>
    )}
    <History history={dispute.history} />
  </>
)

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
  links: readonly { id: string; words: string; note?: string | undefined; href?: string | undefined }[]
  history: readonly { id: string; when: string; what: string; why: readonly string[] }[]
}

type Party = TriageWords['parties'][number]

const Line = ({ party: { role, name, about, willing } }: { party: Party }) => (
  <div className="party-line">
    <span className="quiet">{role}</span>
    <span>{name}</span>
    <span className="quiet">{about}</span>
    <Chip tone={willing.tone}>{willing.word}</Chip>
  </div>
)

/** So many stand in the open; more would push away what is to be decided. */
const named = 6

/** Some of each side first, whatever the order they came in: nobody decides on one side alone. */
function ofEachSide(parties: readonly Party[]): Party[] {
  const sides = [...new Set(parties.map(({ role }) => role))]
  const share = Math.max(1, Math.ceil(named / Math.max(1, sides.length)))
  const first = new Set(sides.flatMap((side) => parties.filter(({ role }) => role === side).slice(0, share)))
  return [...parties].sort((a, b) => Number(first.has(b)) - Number(first.has(a)))
}

function Parties({ dispute: { id, parties, consent } }: { dispute: TriageWords }) {
  const many = parties.length > named + 2
  const all = many ? ofEachSide(parties) : parties
  const [shown, folded] = many ? [all.slice(0, named), all.slice(named)] : [all, []]
  return (
    <section>
      <h2>
        当事人 <span className="small quiet">{consent}</span>
      </h2>
      {shown.map((party) => (
        <Line key={party.id} party={party} />
      ))}
      {folded.length > 0 && (
        <details>
          <summary className="small">其余 {folded.length} 方</summary>
          {folded.map((party) => (
            <Line key={party.id} party={party} />
          ))}
        </details>
      )}
      <p className="small">
        <a href={`/disputes/${id}/parties`}>看电话、证件和名单</a>
      </p>
    </section>
  )
}

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
          {dispute.links.map(({ id, words, note, href }) => (
            <li key={id}>
              {words}
              {note && <span className="quiet">（{note}）</span>}
              {href && (
                <>
                  {' '}
                  <a href={href}>
                    放在一起比<span className="unseen">：{words}</span>
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    )}
    <History history={dispute.history} />
  </>
)

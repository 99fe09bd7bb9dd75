import { Facts } from '../facts'

export type SessionData = {
  id: string
  title: string
  when: string
  facts: readonly { label: string; value: string }[]
  agreed: readonly string[]
  talks: readonly string[]
}

const Said = ({ title, note, texts, closed }: { title: string; note: string; texts: readonly string[]; closed?: boolean }) =>
  texts.length === 0 ? null : (
    <section className={closed ? 'said-text closed' : 'said-text'}>
      <h4>
        {title} <span className="small quiet">{note}</span>
      </h4>
      {texts.map((text) => (
        <p key={text} className="prose">
          {text}
        </p>
      ))}
    </section>
  )

/** SessionCard {session}: one meeting: when, where, who; what is agreed apart from what was said. */
export const SessionCard = ({ session }: { session: SessionData }) => (
  <article className="session">
    <header>
      <h3>{session.title}</h3>
      <span className="small quiet num">{session.when}</span>
    </header>
    <Facts rows={session.facts} small />
    <Said title="无争议事实" note="双方核对后可以随案移送" texts={session.agreed} />
    <Said title="调解过程与让步" note="不外传" texts={session.talks} closed />
  </article>
)

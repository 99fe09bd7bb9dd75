type FindingWords = { code: string; sentence: string; article: string }

/** Findings {findings}: how a committee differs from what the law says of it, each with its article. */
export const Findings = ({ findings }: { findings: readonly FindingWords[] }) => (
  <ul className="findings">
    {findings.map(({ code, sentence, article }) => (
      <li key={code}>
        {sentence} <span className="small quiet">{article}</span>
      </li>
    ))}
  </ul>
)

type BodyLine = { id: string; href: string; name: string; area: string; words: string; findings: readonly FindingWords[] }

/** ComposedRows {rows}: committees, each with its findings. */
export const ComposedRows = ({ rows }: { rows: readonly BodyLine[] }) => (
  <ul className="composed">
    {rows.map(({ id, href, name, area, words, findings }) => (
      <li key={id} data-row>
        <h3>
          <a href={href}>{name}</a>
        </h3>
        <p className="small quiet">
          {area}　{words}
        </p>
        <Findings findings={findings} />
      </li>
    ))}
  </ul>
)

/** RollLinks {roll}: the way into the register of a body, and what the law finds of it. */
export const RollLinks = ({ roll }: { roll: { people: string; composed: string; findings: readonly FindingWords[] | null } }) => (
  <>
    <p className="small part-note">
      <a href={roll.people} className="each">
        人员名册
      </a>
      <a href={roll.composed} className="each">
        组成和任期
      </a>
    </p>
    {roll.findings && roll.findings.length > 0 && <Findings findings={roll.findings} />}
  </>
)

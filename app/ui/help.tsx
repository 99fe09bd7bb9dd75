export type HelpWords = { title: string; lines: readonly string[] }

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ol>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ol>
)

/** HelpFold {help}: 怎么办 on the bar: the page's five lines over the page, and the way to the card of one's post. No script. */
export const HelpFold = ({ help: { title, lines } }: { help: HelpWords }) => (
  <details className="help">
    <summary>怎么办</summary>
    <div className="help-lines">
      <p>
        <b>{title}</b>
      </p>
      <Lines lines={lines} />
      <p className="help-more">
        <a href="/help/cards">本岗位的卡片</a>
        <a href="/help">全部帮助</a>
      </p>
    </div>
  </details>
)

/** PlainHelp {help}: the same on a page without a bar. */
export const PlainHelp = ({ help: { lines } }: { help: HelpWords }) => (
  <details className="help-plain only-screen">
    <summary>怎么办</summary>
    <Lines lines={lines} />
  </details>
)

/** HelpIndex {groups}: every page's five lines, folded, by what people are about. */
export const HelpIndex = ({ groups }: { groups: readonly { title: string; screens: readonly (HelpWords & { at: string })[] }[] }) => (
  <>
    {groups.map((group) => (
      <section className="help-group" key={group.title}>
        <h2>{group.title}</h2>
        {group.screens.map(({ at, title, lines }) => (
          <details key={at}>
            <summary>{title}</summary>
            <Lines lines={lines} />
          </details>
        ))}
      </section>
    ))}
  </>
)

import { Panel } from './panel'

export type RuleVersion = { key: string; label: string; href: string; current: boolean }

/** RuleVersions {versions side}: every version that a set of dated rules has had, the one on the page in bold. */
export const RuleVersions = ({ versions, side }: { versions: readonly RuleVersion[]; side: string }) => (
  <Panel title="历次版本" side={side}>
    <ul className="plain">
      {versions.map(({ key, label, href, current }) => (
        <li key={key}>{current ? <b>{label}</b> : <a href={href}>{label}</a>}</li>
      ))}
    </ul>
  </Panel>
)

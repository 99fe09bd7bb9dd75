export type PrintData = { label: string; href: string; there: boolean; note: string }

/** PrintList {prints}: papers to print, with what is there and what is still missing on each. */
export const PrintList = ({ prints }: { prints: readonly PrintData[] }) => (
  <ul className="file-check small">
    {prints.map(({ label, href, there, note }) => (
      <li key={href} className={there ? 'there' : undefined}>
        <span aria-hidden="true">{there ? '✓' : '○'}</span>
        <span>
          <a href={href}>打印{label}</a>
          <span className="quiet">　{note}</span>
        </span>
      </li>
    ))}
  </ul>
)

export type CheckData = { label: string; there: boolean; note: string; holds?: boolean | undefined }

/** FileCheck {checks}: 案卷齐不齐: what this kind of dispute asks for and what is there; only what holds up closing says so. */
export const FileCheck = ({ checks }: { checks: readonly CheckData[] }) => (
  <ul className="file-check small">
    {checks.map(({ label, there, note, holds }) => (
      <li key={label} className={there ? 'there' : undefined}>
        <span aria-hidden="true">{there ? '✓' : '○'}</span>
        <span>
          <b>{label}</b>
          <span className="unseen">{there ? '，有' : '，还缺'}</span>
          {note && <span className="quiet">　{note}</span>}
          {holds && !there && <span className="due">　缺了不能办结</span>}
        </span>
      </li>
    ))}
  </ul>
)

import { Facts } from '../facts'
import { Panel } from '../panel'

type Masked = { label: string; masked: string; href?: string | undefined }
export type MergedData = {
  id: string
  number: string
  href?: string | undefined
  head: string
  facts: string
  sides: readonly { role: string; names: string; masked: readonly Masked[] }[]
  files: readonly { href: string; label: string }[]
}

const Hidden = ({ masked }: { masked: readonly Masked[] }) =>
  masked.map(({ label, masked: text, href }) => (
    <span key={label} className="secret">
      <span className="masked num">{text}</span>
      {href && (
        <a href={href}>
          查看<span className="unseen">{label}</span>
        </a>
      )}
    </span>
  ))

/** MergedPanel {merged}: registrations of the same quarrel that rest in this file, each as it was told. */
export const MergedPanel = ({ merged }: { merged: readonly MergedData[] }) =>
  merged.length === 0 ? null : (
    <Panel title={`并入的登记 ${merged.length} 件`}>
      {merged.map(({ id, number, href, head, facts, sides, files }) => (
        <section key={id} className="stack" aria-label={`${number} 号`}>
          <h3 className="num">{href ? <a href={href}>{number} 号</a> : `${number} 号`}</h3>
          <p className="small quiet">{head}</p>
          {facts && <p className="prose">{facts}</p>}
          <Facts
            small
            rows={sides.map(({ role, names, masked }) => ({
              label: role,
              value: (
                <>
                  {names} <Hidden masked={masked} />
                </>
              ),
            }))}
          />
          {files.length > 0 && (
            <p className="small">
              {files.map((file) => (
                <a key={file.href} href={file.href} className="go">
                  {file.label}{' '}
                </a>
              ))}
            </p>
          )}
        </section>
      ))}
    </Panel>
  )

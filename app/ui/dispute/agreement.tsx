import { Chip } from '../chip'
import { Facts } from '../facts'
import { Panel } from '../panel'
import { Notice } from '../problem'
import { DisputeTerms, type TermData } from './terms'

export type AgreementData = {
  id: string
  title: string
  status: string
  binds: boolean
  facts: readonly { label: string; value: string }[]
  signatures: readonly { label: string; done: boolean; note: string }[]
  missing: readonly string[]
  terms: readonly TermData[]
  unwritten: boolean
}

const Signatures = ({ signatures }: { signatures: AgreementData['signatures'] }) => (
  <ul className="signatures small" aria-label="签字和盖章">
    {signatures.map(({ label, done, note }) => (
      <li key={label} className={done ? 'on' : undefined}>
        {label}
        <br />
        <span className="quiet">{note}</span>
      </li>
    ))}
  </ul>
)

/** AgreementPanel {agreement acts?}: one paper: what it is, who signed and what is missing, its duties item by item. */
export function AgreementPanel({
  agreement,
  perform,
  amend,
}: {
  agreement: AgreementData
  perform?: ((id: string) => string) | undefined
  /** Where terms that were not written yet are added. */
  amend?: string | undefined
}) {
  const { title, status, binds, facts, signatures, missing, terms, unwritten } = agreement
  return (
    <Panel
      title={
        <>
          {title} <Chip tone={binds ? 'done' : undefined}>{status}</Chip>
        </>
      }
    >
      <div className="stack">
        <Facts rows={facts} small />
        {signatures.length > 0 && <Signatures signatures={signatures} />}
        {missing.length > 0 && <Notice title="还不能生效，缺：">{missing.join('、')}</Notice>}
        {unwritten ? (
          <Notice title="条款未录">
            {binds ? '协议已经生效，但写了什么还没有录进来，履行没法登记。' : '这份文书没有录条款。'}
            {binds && amend && <a href={amend}>补录条款</a>}
          </Notice>
        ) : (
          <DisputeTerms terms={terms} detail {...(perform && { act: perform })} />
        )}
      </div>
    </Panel>
  )
}

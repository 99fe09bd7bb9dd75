import type { ReactNode } from 'react'
import { Button, ButtonLink, Buttons } from './buttons'
import { Hidden } from './field'
import { Notice, Problem } from './problem'
import { Pager } from './pager'
import { TableAnswers, TableField, type AnsweredRow } from './table-answers'

type Link = { label: string; href: string }
type Base = Readonly<Record<string, string | number | undefined>>

/** Where no table was sent yet: what may be sent, and what becomes of it. */
export type Sending = { template: string; hint: string; note: string; links: readonly Link[]; before?: ReactNode }

/** A table that was looked at: what would happen, and the way on: a button that does it, or a link to a last question. */
export type Looking = {
  title: string
  notes?: ReactNode
  submit?: string | null | undefined
  next?: Link | null | undefined
  grave?: boolean
  links: readonly Link[]
}

export type SentTable = {
  id: string
  /** Rows that do not count. */
  bad: number
  total: number
  rows: readonly AnsweredRow[]
  first?: string | null
  next?: string | null
}

const Links = ({ links }: { links: readonly Link[] }) => (
  <>
    {links.map(({ label, href }) => (
      <ButtonLink key={href} href={href}>
        {label}
      </ButtonLink>
    ))}
  </>
)

/** SendTable {base sending wrong?}: the form that takes a table in. */
const SendTable = ({ base, sending, wrong }: { base: Base; sending: Sending; wrong?: readonly string[] | undefined }) => (
  <form method="post" className="form" encType="multipart/form-data">
    <Hidden values={base} />
    {sending.before}
    <TableField template={sending.template} hint={sending.hint} errors={wrong} />
    <p className="small quiet">{sending.note}</p>
    <Buttons>
      <Button weight="main">上传并核对</Button>
      <Links links={sending.links} />
    </Buttons>
  </form>
)

/** LookAtTable {base sheet looking}: what its rows would do, and the act. */
const LookAtTable = ({ base, sheet, looking }: { base: Base; sheet: SentTable; looking: Looking }) => (
  <form method="post" className="form" encType="multipart/form-data">
    <Hidden values={{ ...base, sheet: sheet.id }} />
    <Notice tone={sheet.bad || looking.grave ? undefined : 'calm'} title={looking.title}>
      {looking.notes}
    </Notice>
    <Buttons>
      {looking.submit && <Button weight={looking.grave ? 'grave' : 'main'}>{looking.submit}</Button>}
      {looking.next && (
        <ButtonLink href={looking.next.href} weight="main">
          {looking.next.label}
        </ButtonLink>
      )}
      <Links links={looking.links} />
    </Buttons>
  </form>
)

/**
 * TablePage {head problem? wrong? base heads sheet sending looking done children? after?}: the page that takes in a table: the file, then
 * every row with its answer and the act, then that it is done. `children` stand above the rows, `after` below all.
 */
export function TablePage({
  head,
  problem,
  wrong,
  base,
  heads,
  sheet,
  sending,
  looking,
  done,
  children,
  after,
}: {
  head: ReactNode
  problem?: string | null | undefined
  wrong?: readonly string[] | undefined
  base: Base
  heads: readonly string[]
  sheet: SentTable | null
  sending: Sending | null
  looking: Looking | null
  done: { title: string; words: ReactNode } | null
  children?: ReactNode
  after?: ReactNode
}) {
  return (
    <>
      {head}
      {problem && <Problem errors={wrong?.map((text) => ({ text, href: '#table' })) ?? [problem]} />}
      {done && (
        <Notice tone="done" title={done.title}>
          {done.words}
        </Notice>
      )}
      {children}
      {sheet && looking && <LookAtTable base={base} sheet={sheet} looking={looking} />}
      {sheet && sheet.rows.length > 0 && (
        <>
          <TableAnswers caption={`共 ${sheet.total} 行，有问题的在前`} heads={heads} rows={sheet.rows} />
          <Pager first={sheet.first ?? undefined} next={sheet.next ?? undefined} />
        </>
      )}
      {sending && <SendTable base={base} sending={sending} wrong={wrong} />}
      {after}
    </>
  )
}

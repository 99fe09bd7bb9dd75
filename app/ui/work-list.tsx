import { ButtonLink } from './buttons'
import { type Level, RiskChip } from './chip'
import { Due, type DueWords } from './deadline'

/** A piece of work: what to do, in a sentence, and the dispute it belongs to. */
export type WorkRow = {
  id: string
  /** 核实第 2 期租金付了没有，登记履行 */
  todo: string
  href: string
  /** The dispute's title. */
  title: string
  /** 新团社区, 合同·铺面租赁, 履行中: whatever there is to say, in this order. */
  about: readonly string[]
  /** Said beside the title where it is red or yellow. */
  risk?: Level | undefined
  riskWhy?: string | undefined
  due?: DueWords | undefined
  act?: { label: string; href: string } | undefined
  /** What else may be done with it at once, under the title. */
  others?: readonly { label: string; href: string }[] | undefined
}

export type WorkGroup = {
  heading: string
  tone?: 'late' | undefined
  note?: string | undefined
  rows: readonly WorkRow[]
}

const Row = ({ row, first }: { row: WorkRow; first: boolean }) => (
  <li className={first ? 'here' : undefined} data-row>
    <h3 className="todo">
      <a href={row.href}>{row.todo}</a>
    </h3>
    <div className="case">
      {row.risk && row.risk !== 'green' && (
        <>
          <RiskChip level={row.risk} why={row.riskWhy} />{' '}
        </>
      )}
      {row.title}
      <div className="about">
        {row.about.map((word) => (
          <span key={word}>{word}</span>
        ))}
      </div>
      {row.others && row.others.length > 0 && (
        <p className="others small">
          {row.others.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
              <span className="unseen">：{row.title}</span>
            </a>
          ))}
        </p>
      )}
    </div>
    {row.due ? <Due due={row.due} /> : <span />}
    {row.act && (
      <ButtonLink href={row.act.href} weight={first ? 'main' : 'plain'}>
        {row.act.label}
      </ButtonLink>
    )}
  </li>
)

/** WorkList {groups: {heading tone? note? rows: WorkRow[]}[] calm?}: the desk by due time; the first row's act is the one that is filled (not when calm). */
export function WorkList({ groups, calm }: { groups: readonly WorkGroup[]; calm?: boolean }) {
  const full = groups.filter(({ rows }) => rows.length > 0)
  return (
    <>
      {full.map(({ heading, tone, note, rows }, at) => (
        <section className="work" key={heading}>
          <div className="group">
            <h2 className={tone}>
              {heading} <span className="num">{rows.length}</span>
            </h2>
            {note && <span className="small quiet">{note}</span>}
          </div>
          <ul>
            {rows.map((row, index) => (
              <Row key={row.id} row={row} first={!calm && at === 0 && index === 0} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

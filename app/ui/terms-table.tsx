import type { ReactNode } from 'react'
import { Due, type DueWords } from './deadline'

/** One agreed duty, in words: who owes what to whom, by when, how far it is kept. */
export type TermLine = {
  id: string
  /** From 1, as the paper counts. */
  no: number
  who: string
  to?: string | undefined
  what: ReactNode
  /** 900.00 元, or 按实际重量 */
  amount?: string | undefined
  /** Label of when: 11月26日, 每年3月, 长期. */
  when: string
  due?: DueWords | undefined
  /** 已付 300.00 元，还差 600.00 元 */
  progress: ReactNode
  done?: boolean | undefined
  /** Its act: 登记履行. */
  act?: { label: string; href: string } | undefined
  note?: ReactNode
}

/** TermsTable {terms: TermLine[] caption?}: what was agreed and how far it is kept. */
export function TermsTable({ terms, caption = '约定的义务' }: { terms: readonly TermLine[]; caption?: string }) {
  const acts = terms.some(({ act }) => act)
  return (
    <table className="list terms">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">项</th>
          <th scope="col">谁</th>
          <th scope="col">做什么</th>
          <th scope="col">到期</th>
          <th scope="col">情况</th>
          {acts && (
            <th scope="col">
              <span className="unseen">办理</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.id}>
            <td className="no-cell num quiet">{term.no}</td>
            <td>
              {term.who}
              {term.to && <span className="quiet unbroken"> → {term.to}</span>}
            </td>
            <td>
              {term.what}
              {term.amount && (
                <>
                  ，<b className="num unbroken">{term.amount}</b>
                </>
              )}
              {term.note && <div className="small quiet">{term.note}</div>}
            </td>
            <td className="due-cell num">
              <span className={term.due?.tone}>{term.when}</span>
              {term.due && !term.done && <Due due={{ ...term.due, day: undefined, basis: undefined }} />}
            </td>
            <td>
              {term.done && (
                <span className="yes" aria-hidden="true">
                  ✓{' '}
                </span>
              )}
              {term.progress}
            </td>
            {acts && <td className="act">{term.act && <a href={term.act.href}>{term.act.label}</a>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

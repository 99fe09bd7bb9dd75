import type { ReactNode } from 'react'
import { Chip } from './chip'
import { type Fact, Facts } from './facts'

export type MaskedFact = {
  label: string
  masked: string
  /** Where it is shown with a purpose, one at a time. */ href?: string | undefined
}

export type PartyCardProps = {
  /** 申请人, 被申请人, 当事人甲 */
  role: string
  name: string
  /** 居民代表（九户推选）, 个体工商户，经营者木某 */
  about?: string | undefined
  /** 愿意, 不愿意, 还没问 */
  willing?: { word: string; tone?: 'due' | 'done' | undefined } | undefined
  masked?: readonly MaskedFact[]
  rows?: readonly Fact[]
  acts?: readonly { label: string; href: string }[]
  children?: ReactNode
}

/** PartyCard {role name about? willing? masked? rows? acts? children?}: one party; what is masked says how to see it. */
export function PartyCard({ role, name, about, willing, masked = [], rows = [], acts = [], children }: PartyCardProps) {
  const hidden: Fact[] = masked.map(({ label, masked: text, href }) => ({
    label,
    value: (
      <>
        <span className="masked num">{text}</span>
        {href && (
          <a href={href}>
            查看<span className="unseen">{`${name}的${label}`}</span>
          </a>
        )}
      </>
    ),
  }))
  return (
    <section className="party">
      <header>
        <span className="role">{role}</span>
        <h3>{name}</h3>
        {about && <span className="quiet">{about}</span>}
        {willing && <Chip tone={willing.tone}>{willing.word}</Chip>}
        {acts.length > 0 && (
          <span className="end">
            {acts.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
                <span className="unseen">：{name}</span>
              </a>
            ))}
          </span>
        )}
      </header>
      {hidden.length + rows.length > 0 && <Facts rows={[...hidden, ...rows]} />}
      {children}
    </section>
  )
}

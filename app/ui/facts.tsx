import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Facts {rows: {label,value}[] small?}: a list of names and values; rows without a value are left out. */
export function Facts({ rows, small }: { rows: readonly Fact[]; small?: boolean }) {
  return (
    <dl className={small ? 'facts small' : 'facts'}>
      {rows
        .filter(({ value }) => value !== undefined && value !== null && value !== '' && value !== false)
        .map(({ label, value }) => [<dt key={`${label}?`}>{label}</dt>, <dd key={label}>{value}</dd>])}
    </dl>
  )
}

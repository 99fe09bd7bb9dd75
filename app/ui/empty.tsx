import type { ReactNode } from 'react'
import { ButtonLink } from './buttons'

/** Empty {title children? act?: {label,href}}: an empty list says what to do next. */
export const Empty = ({
  title,
  children,
  act,
}: {
  title: string
  children?: ReactNode
  act?: { label: string; href: string } | undefined
}) => (
  <div className="empty">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {act && (
      <div className="buttons">
        <ButtonLink href={act.href}>{act.label}</ButtonLink>
      </div>
    )}
  </div>
)

import type { ReactNode } from 'react'

/** Sideways {label children}: a table that may be wider than its page; who has no mouse reaches it by Tab and pushes it with the arrows. */
export const Sideways = ({ label, children }: { label: string; children: ReactNode }) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is pushed sideways has to be reached by keyboard
  <div className="sideways" tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
)

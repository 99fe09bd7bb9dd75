import type { ReactNode } from 'react'

export type Wrong = { text: string; /** `#` and the id of the field. */ href?: string }

/** Problem {title? errors: (string|{text,href?})[] children?}: a refusal on top of the form; read at once, says what to do. */
export function Problem({
  title = '还没有办成',
  errors,
  children,
}: {
  title?: string
  errors?: readonly (string | Wrong)[] | undefined
  children?: ReactNode
}) {
  if (!children && !errors?.length) return null
  const wrongs = errors?.map((error) => (typeof error === 'string' ? { text: error } : error)) ?? []
  return (
    <div className="problem" role="alert" tabIndex={-1} id="problem">
      <h2>{title}</h2>
      <ul>
        {wrongs.map(({ text, href }) => (
          <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
      {children}
    </div>
  )
}

/** Notice {tone? title? level? children}: what to know before going on (amber), calm (grey) or done (jade). */
export function Notice({
  tone,
  title,
  children,
  live,
}: {
  tone?: 'calm' | 'done'
  title?: ReactNode
  children?: ReactNode
  /** Said aloud when it appears (a success after a redirect). */
  live?: boolean
}) {
  return (
    <div className={tone ? `notice ${tone}` : 'notice'} role={live ? 'status' : undefined}>
      {title && <b>{title}</b>} {children}
    </div>
  )
}

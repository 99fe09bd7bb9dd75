import type { ButtonHTMLAttributes, ReactNode } from 'react'

/** One thing on a screen is indigo and filled: the likely next act. `grave` is for what cannot be taken back. */
export type Weight = 'main' | 'plain' | 'grave'

/** `key` of the keyboard that presses it, heard by app/browser/enhance.js; shown only where it works. */
type Look = { weight?: Weight; wide?: boolean; hotkey?: string; children: ReactNode }

const look = ({ weight, wide }: Pick<Look, 'weight' | 'wide'>) => ['button', weight, wide && 'wide'].filter(Boolean).join(' ')

/** Key {hotkey}: the key that does it, shown only where keys work. */
export const Key = ({ hotkey }: { hotkey: string | undefined }) => (hotkey ? <kbd aria-hidden="true">{hotkey}</kbd> : null)

/** Button {weight? wide? hotkey? children …button}: submits its form unless told otherwise; name and value say which. */
export function Button({ weight, wide, hotkey, children, ...rest }: Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>) {
  return (
    <button type="submit" {...rest} className={look({ weight, wide })} data-key={hotkey}>
      {children}
      <Key hotkey={hotkey} />
    </button>
  )
}

/** ButtonLink {href weight? wide? hotkey? children}: a link that looks like an act and leads to its form. */
export function ButtonLink({ href, weight, wide, hotkey, children }: Look & { href: string }) {
  return (
    <a href={href} className={look({ weight, wide })} data-key={hotkey}>
      {children}
      <Key hotkey={hotkey} />
    </a>
  )
}

/** Buttons {children}: the row of acts that ends a form. */
export const Buttons = ({ children }: { children: ReactNode }) => <div className="buttons">{children}</div>

/** KeysHint {keys word}: says which keys move along a list, with the switch that turns them off; shown only where they work. */
export const KeysHint = ({ keys, word }: { keys: readonly string[]; word: string }) => (
  <span className="keys-hint">
    <span className="keys-on">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{' '}
      {word}
    </span>
    <button type="button" className="button plain" data-keys-switch>
      <span className="keys-on">关快捷键</span>
      <span className="keys-off">开快捷键</span>
    </button>
  </span>
)

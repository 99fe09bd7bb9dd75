import type { ReactNode } from 'react'
import { Due, type DueWords } from './deadline'

/** Now {title due? children?}: where it is now, on a phone: 履行中·马锅头调解室. */
export const Now = ({ title, due, children }: { title: ReactNode; due?: DueWords | undefined; children?: ReactNode }) => (
  <div className="now">
    <b>{title}</b>
    {children}
    {due && (
      <span className="small">
        <Due due={due} inline />
      </span>
    )}
  </div>
)

export type Can = { id: string; title: string; words?: string | undefined; href?: string | undefined }

/** CanDo {acts: {id title words? href?}[]}: what I can do, one line an act; without href it is said only. */
export const CanDo = ({ acts }: { acts: readonly Can[] }) => (
  <ul className="can">
    {acts.map(({ id, title, words, href }) => (
      <li key={id}>
        {href ? (
          <a href={href}>
            <b>{title}</b>
            {words && <span>{words}</span>}
          </a>
        ) : (
          <div className="said">
            <b>{title}</b>
            {words && <span>{words}</span>}
          </div>
        )}
      </li>
    ))}
  </ul>
)

/** TypeSize {normal large chosen}: the switch between standard and large type; plain links. */
export const TypeSize = ({ normal, large, chosen }: { normal: string; large: string; chosen: 'normal' | 'large' }) => (
  <div className="size" role="group" aria-label="字的大小">
    <a href={normal} aria-current={chosen === 'normal' ? 'true' : undefined}>
      标准
    </a>
    <a href={large} aria-current={chosen === 'large' ? 'true' : undefined}>
      大字
    </a>
  </div>
)

import type { ReactNode } from 'react'

export type Reason = {
  verdict: 'yes' | 'but' | 'no'
  text: ReactNode
  /** Not to be told to the parties. */
  internal?: boolean | undefined
}

const signs = { yes: ['✓', '合适：'], but: ['!', '注意：'], no: ['✕', '不可以：'] } as const

/** WhyList {reasons: {verdict yes|but|no, text, internal?}[]}: a judgement says its reasons, each with a sign that is also read aloud. */
export const WhyList = ({ reasons }: { reasons: readonly Reason[] }) => (
  <ul className="why">
    {reasons.map(({ verdict, text, internal }, at) => (
      <li key={at}>
        <span className={verdict} aria-hidden="true">
          {signs[verdict][0]}
        </span>
        <span>
          <span className="unseen">{signs[verdict][1]}</span>
          {text}
          {internal && '（内部）'}
        </span>
      </li>
    ))}
  </ul>
)

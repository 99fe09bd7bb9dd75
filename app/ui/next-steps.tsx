import type { ReactNode } from 'react'
import { ButtonLink } from './buttons'
import { Due, type DueWords } from './deadline'
import { Panel } from './panel'

export type NextAct = {
  id: string
  label: string
  /** Its form. Without it the act is not open to this person now, and `whyNot` says why. */
  href?: string | undefined
  main?: boolean | undefined
  /** What follows, or what it asks for. */
  note?: ReactNode
  /** 由束河司法所办 */
  who?: string | undefined
  due?: DueWords | undefined
  whyNot?: string | undefined
  hotkey?: string | undefined
}

const Act = ({ act }: { act: NextAct }) => (
  <li>
    {act.href ? (
      <>
        <ButtonLink href={act.href} {...(act.main ? { weight: 'main' as const } : {})} {...(act.hotkey ? { hotkey: act.hotkey } : {})}>
          {act.label}
        </ButtonLink>
        {act.main && <b className="only-phone">{act.label}</b>}
        {(act.note || act.who || act.due) && (
          <p>
            {act.due && <Due due={act.due} inline />}
            {act.due && (act.note || act.who) && '　'}
            {act.note}
            {act.who && <span>（{act.who}）</span>}
          </p>
        )}
      </>
    ) : (
      <p>
        <b>{act.label}</b>：{act.whyNot}
        {act.who && `（${act.who}）`}
      </p>
    )}
  </li>
)

/**
 * NextSteps {acts: NextAct[] desk? title? more? children?}: always in the same corner: what may be done, by when, and why
 * what may not; `more` acts are folded away. On a phone the main act's button is the one under the thumb (mainAct).
 */
export function NextSteps({
  acts,
  desk,
  title = '下一步',
  more = [],
  children,
}: {
  acts: readonly NextAct[]
  /** 在您这里, or whose desk it is on. */
  desk?: ReactNode
  title?: string
  more?: readonly NextAct[]
  children?: ReactNode
}) {
  return (
    <Panel title={title} side={desk} flush next>
      {children}
      <ol>
        {acts.map((act) => (
          <Act key={act.id} act={act} />
        ))}
      </ol>
      {more.length > 0 && (
        <details>
          <summary className="small">其他办理 {more.length} 项</summary>
          <ul>
            {more.map((act) => (
              <Act key={act.id} act={act} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

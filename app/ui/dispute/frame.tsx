import type { ReactNode } from 'react'
import { ButtonLink } from '../buttons'
import { Chip, type Line } from '../chip'
import { Due, deadlineWords, type DeadlineFacts } from '../deadline'
import { Columns } from '../page'
import { NextSteps, type NextAct } from '../next-steps'
import { Tabs } from '../tabs'

export type NextStepsData = {
  desk: string
  acts: readonly NextData[]
  more: readonly NextData[]
}
type NextData = Omit<NextAct, 'due'> & { due?: DeadlineFacts | undefined }

const acted = ({ due, ...act }: NextData): NextAct => ({ ...act, ...(due && { due: deadlineWords(due) }) })

export type HeadData = {
  number: string
  note?: string | undefined
  title: string
  chips: readonly { text: string; tone?: 'danger' | 'due' | Line | undefined }[]
  status: string
  due?: (DeadlineFacts & { label: string }) | undefined
  tabs: readonly { label: string; href: string; count?: number | undefined }[]
}

/** DisputeHead {head current}: number, title, chips, where it is and by when, and the tabs of every page of a dispute. */
export const DisputeHead = ({ head, current }: { head: HeadData; current: string }) => (
  <header className="dispute-head">
    <p className="small quiet num">
      {head.number}
      {head.note && `　${head.note}`}
    </p>
    <h1>{head.title}</h1>
    <div className="row">
      {head.chips.map(({ text, tone }) => (
        <Chip key={text} tone={tone}>
          {text}
        </Chip>
      ))}
      <b>{head.status}</b>
      {head.due && (
        <span>
          {head.due.label} <Due due={deadlineWords(head.due)} inline />
        </span>
      )}
    </div>
    <Tabs label="这件纠纷" tabs={head.tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
  </header>
)

/** DisputeColumns {next main more? first?}: a tab with the next step in its corner; `first` is what a phone shows first. */
export const DisputeColumns = ({
  next,
  main,
  more,
  first = 'main',
}: {
  next: NextStepsData
  main: ReactNode
  more?: ReactNode
  first?: 'next' | 'main'
}) => (
  <Columns
    first={first}
    next={
      next.acts.length + next.more.length > 0 ? (
        <NextSteps acts={next.acts.map(acted)} more={next.more.map(acted)} desk={next.desk} />
      ) : undefined
    }
    main={main}
    more={more}
  />
)

/** The likely next act and 补充情况, for under the thumb of a phone; null where this person has neither, and then there is no foot. */
export function mainAct({ acts }: NextStepsData): ReactNode {
  const main = acts.find((act) => act.main)
  const add = acts.find(({ id, href }) => id === 'note' && href)
  if (!main?.href && !add?.href) return null
  return (
    <>
      {add?.href && (
        <ButtonLink href={add.href} wide={!main?.href}>
          {add.label}
        </ButtonLink>
      )}
      {main?.href && (
        <ButtonLink href={main.href} weight="main">
          {main.label}
        </ButtonLink>
      )}
    </>
  )
}

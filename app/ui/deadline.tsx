/** What is known of a deadline: whole days to its last day (0 is the last day, below it is over). */
export type DeadlineFacts = {
  daysLeft: number
  /** As people read it: 11月26日 or 11月26日（周四）. */
  lastDay: string
  /** Whose rule it is: 人民调解法第 28 条, 本区设定 5 天. */
  basis?: string | undefined
  /** A year without a published holiday table was counted on. */
  provisional?: boolean | undefined
  /** It stands still, and why. */
  paused?: string | undefined
}

/** Words of a deadline, ready to show. `late` is over, `due` is near, none is far off. */
export type DueWords = { words: string; tone?: 'late' | 'due'; day?: string | undefined; basis?: string | undefined }

/** The words of a deadline; from how many days on it counts as near is the caller's (`soon`, 3 unless told). */
export function deadlineWords({ daysLeft, lastDay, basis, provisional, paused }: DeadlineFacts, soon = 3): DueWords {
  const note = [basis, provisional && '暂计'].filter(Boolean).join('，') || undefined
  if (paused !== undefined) return { words: '期限中止', day: paused || undefined, basis: note }
  if (daysLeft < 0) return { words: `已超 ${-daysLeft} 天`, tone: 'late', day: `${lastDay}到期`, basis: note }
  if (daysLeft === 0) return { words: '今天到期', tone: 'due', day: undefined, basis: note }
  const words = `还剩 ${daysLeft} 天`
  return { words, ...(daysLeft <= soon ? { tone: 'due' as const } : {}), day: `${lastDay}前`, basis: note }
}

/** Due {due: DueWords inline? plain?}: “还剩 3 天” with its last day and whose rule it is; inline: on one line, without the rule. */
export function Due({ due, inline }: { due: DueWords; inline?: boolean }) {
  const { words, tone, day, basis } = due
  if (inline)
    return (
      <span className={tone}>
        {words}
        {day && <span className="small quiet">　{day}</span>}
      </span>
    )
  return (
    <span className="deadline">
      <span className={tone}>{words}</span>
      {(day || basis) && <span className="basis">{[day, basis].filter(Boolean).join('　')}</span>}
    </span>
  )
}

/** Deadline {facts: DeadlineFacts soon? inline?}: the same from its facts. */
export const Deadline = ({ facts, soon, inline }: { facts: DeadlineFacts; soon?: number; inline?: boolean }) => (
  <Due due={deadlineWords(facts, soon)} {...(inline ? { inline } : {})} />
)

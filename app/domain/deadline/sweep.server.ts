import type { Period } from '#machines/periods'
import { inTransaction, read, type Tx } from '#app/db/client.server'
import { clock } from '../actor'
import { ruleBook } from '../calendar/rule-book.server'
import { advance } from '../dispute/advance.server'
import { CaseFile, type Move } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'

const batch = 100

type Due = { id: string; disputeId: string }

/** Deadlines past their due instant that nobody has fired: unlocked, so that an act under way is never in a ring with a sweep. */
const dueNow = (now: Date, after: Due[]) => read<Due[]>`
  select id, dispute_id as "disputeId" from deadline
  where due_at <= ${now} and stopped_at is null and fired_at is null and paused_since is null and id <> all(${after.map(({ id }) => id)}::uuid[])
  order by due_at limit ${batch}`

/** The dispute is locked first, by one sweep only; another worker, or an act that is still writing, is left alone until the next round. */
async function claim(tx: Tx, { id, disputeId }: Due, now: Date) {
  const [held] = await tx.$queryRaw<{ id: string }[]>`select id from dispute where id = ${disputeId}::uuid for update skip locked`
  if (!held) return null
  const [due] = await tx.$queryRaw<{ period: Period; ruleCode: string | null; dueAt: Date }[]>`
    update deadline set fired_at = ${now}, stopped_at = case when period = 'confirmation' then due_at end,
      stopped_why = case when period = 'confirmation' then 'lapse' end
    where id = ${id}::uuid and due_at <= ${now} and stopped_at is null and fired_at is null and paused_since is null
    returning period, rule_code as "ruleCode", due_at as "dueAt"`
  return due ?? null
}

/** What the parties are told when a period is over that only opens another way (labour: law.md 1c; U18). */
const opens: Readonly<Record<string, string>> = {
  LABOUR_MED: '期满没有达成协议，任何一方都可以申请劳动仲裁（《劳动争议调解仲裁法》第14条）；双方愿意的，可以接着调解',
}

/**
 * 期限届满, as an act of its own by the clock: it tells people and stays on record, and moves nothing, except where the
 * law says that it ends the mediation (medical, 30 working days). Firing twice or late does its work once.
 */
const lapse = (due: Due, now: Date): Promise<boolean> =>
  inTransaction(async (tx) => {
    const claimed = await claim(tx, due, now)
    if (!claimed) return false
    const loaded = await loadDispute(tx, { actor: clock, disputeId: due.disputeId, seen: 0, now })
    if (!loaded) return false
    const file = new CaseFile(tx, clock, { ...loaded, since: [] }, now)
    const book = await ruleBook(tx, loaded.rulesVersion)
    const ends = claimed.period === 'mediation' && book.rules.some((rule) => rule.code === claimed.ruleCode && rule.endsMediation)
    file.ledger.push({ does: 'fire', id: due.id, at: now.toISOString() })
    if (claimed.period === 'confirmation') file.ledger.push({ does: 'stop', id: due.id, why: 'lapse', at: claimed.dueAt.toISOString() })
    const event = { type: 'lapse', deadlineId: due.id, period: claimed.period, ends } as const
    const opened = claimed.period === 'mediation' ? opens[claimed.ruleCode ?? ''] : undefined
    const told: Partial<Move> = opened
      ? { texts: [{ kind: 'ways', audience: 'path', text: opened }], effects: [{ type: 'tell', to: 'parties' }] }
      : {}
    await advance(file, { event, subjectId: due.id, happenedAt: claimed.dueAt, ...told })
    return true
  })

/** Fires what is due, batch by batch; several workers may sweep at once. Answers how many it fired. */
export async function sweepDueDeadlines(now = new Date()): Promise<number> {
  const tried: Due[] = []
  let fired = 0
  for (;;) {
    const due = await dueNow(now, tried)
    for (const one of due) if (await lapse(one, now)) fired += 1
    if (due.length < batch) return fired
    tried.push(...due)
  }
}

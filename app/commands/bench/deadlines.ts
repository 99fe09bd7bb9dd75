import { pool } from '#app/db/client.server'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { sendReminders } from '#app/domain/reminder/send.server'

const open = 100_000
const due = 1_000

/** So many periods more that run, over the disputes there are: `at` says when each is due, from now on. */
const addPeriods = (count: number, period: string, at: string, remindAt: string) =>
  pool.query(
    `insert into deadline (id, dispute_id, subject_kind, subject_id, period, rule_code, rule_version, counted_from, first_day, raw_end, last_day, due_at,
       provisional, calendar_version, remind_at, created_version)
     select gen_random_uuid(), d.id, 'request', gen_random_uuid(), $2, null, null, now() - interval '30 days', current_date - 29,
       (${at})::date, (${at})::date, ${at}, false, 1, ${remindAt}, d.version
     from generate_series(1, $1) n join (select id, version, row_number() over (order by id) - 1 as place, count(*) over () as total
       from dispute where status::text <> 'transferredOut') d on d.place = n % d.total`,
    [count, period],
  )

const second = async (work: () => Promise<number>): Promise<{ done: number; rate: number }> => {
  const begun = performance.now()
  const done = await work()
  return { done, rate: (done / (performance.now() - begun)) * 1000 }
}

/** Deadlines fired and reminders sent a second, while a hundred thousand others run. Two workers at once, as two processes would. */
export async function benchDeadlines(): Promise<void> {
  await addPeriods(open, 'answer', `now() + (n % 90 + 1) * interval '1 day'`, 'null')
  await addPeriods(due, 'answer', `now() - interval '1 minute'`, 'null')
  await pool.query('analyze deadline')
  const fired = await second(async () => {
    const both = await Promise.all([sweepDueDeadlines(), sweepDueDeadlines()])
    return both.reduce((a, b) => a + b)
  })
  console.log(`在走的期限 ${open} 个：到期 ${fired.done} 个全部触发，每秒 ${fired.rate.toFixed(0)} 个（两个执行者）`)
  // Due the day before a week's end: the step three days before its last day is what falls due now.
  await addPeriods(due, 'lookAgain', `date_trunc('day', now()) + interval '1 day'`, `now() - interval '1 minute'`)
  const reminded = await second(async () => {
    const both = await Promise.all([sendReminders(), sendReminders()])
    return both.reduce((a, b) => a + b)
  })
  const { rows } = await pool.query<{ left: string }>(
    `select count(*) as left from deadline where remind_at <= now() and stopped_at is null`,
  )
  console.log(`提醒：${due} 个到时，发出 ${reminded.done} 条，每秒 ${reminded.rate.toFixed(0)} 条；没处理的 ${rows[0]?.left} 个`)
}

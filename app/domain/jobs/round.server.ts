import { inTransaction, read, reading } from '#app/db/client.server'
import { countJobs } from '#app/services/queue.server'
import { dayIn } from '../calendar/days'
import { notify } from '../notice/notify.server'

const administrators = (now: Date) => read<{ area: string; accounts: string[] }[]>`
  select a.id as area, array_agg(distinct p.account_id) as accounts from post p join area a on a.id = p.area_id and a.level = 'district'
  where p.role = 'admin' and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}) group by a.id`

/** Tells the district's administrators of work that was given up: once a day for each kind, as long as there is some. Answers how many were told. */
export async function tellOfDeadJobs(now: Date): Promise<number> {
  const tasks = (await countJobs(reading)).filter(({ dead }) => dead > 0)
  if (!tasks.length) return 0
  const day = dayIn(now)
  const districts = await administrators(now)
  return inTransaction(async (tx) => {
    let told = 0
    for (const { task } of tasks)
      for (const { area, accounts } of districts)
        told += await notify(tx, { accounts, topic: 'deadJob', subjectId: area, occasion: `${day} ${task}` }, now)
    return told
  })
}

import { z } from 'zod'
import { inTransaction } from '#app/db/client.server'
import { disputeMachine } from '#machines/dispute.machine'
import { statesOnDesk } from '#machines/step'
import { newId } from '../id'
import { recommended } from './recommended.server'

const checking = z.object({ disputeId: z.uuid() })

const onTriage = statesOnDesk(disputeMachine, 'triage')

/**
 * 无人可派: whether anybody could take a dispute that has come to the post. Nobody: it is marked, once, and the post and the duty officers of
 * the township and the district find a notice; somebody after all: the mark goes. Run by the worker after a dispute came to the desk; it bears a repeat.
 */
export async function checkRoute(payload: unknown, now = new Date()): Promise<'nobody' | 'somebody' | 'gone'> {
  const { disputeId } = checking.parse(payload)
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ status: string; marked: boolean }[]>`
      select d.status::text as status, d.unroutable_since is not null as marked from dispute d where d.id = ${disputeId}::uuid for update`
    if (!row || !onTriage.some((status) => status === row.status)) return 'gone'
    const { outcome } = await recommended(disputeId, { now, from: tx })
    if (outcome.ranked.length) {
      if (row.marked) await tx.$executeRaw`update dispute set unroutable_since = null where id = ${disputeId}::uuid`
      return 'somebody'
    }
    if (row.marked) return 'nobody'
    await tx.$executeRaw`update dispute set unroutable_since = ${now} where id = ${disputeId}::uuid`
    const told = await tx.$queryRaw<{ id: string; eventId: string }[]>`
      select distinct p.account_id as id, (select e.id from dispute_event e where e.dispute_id = d.id order by e.version desc limit 1) as "eventId"
      from dispute d join post p on p.role in ('triage', 'duty') and p.area_id in (d.township_id, d.district_id)
      where d.id = ${disputeId}::uuid and (not d.sealed or p.role = 'duty' or p.area_id = case d.level when 'district' then d.district_id else d.township_id end)
        and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`
    for (const { id, eventId } of told)
      await tx.$executeRaw`insert into notice (id, account_id, dispute_id, event_id, recorded_at, topic)
        values (${newId()}::uuid, ${id}::uuid, ${disputeId}::uuid, ${eventId}::uuid, ${now}, 'unroutable') on conflict (account_id, event_id, topic) do nothing`
    return 'nobody'
  })
}

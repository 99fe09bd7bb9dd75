import { db, read } from '#app/db/client.server'
import { sides } from '../../words/parties'
import { type AttendanceRole } from '../../words/sessions'
import { labelOf } from '../../words/words'
import { type OpenDispute } from '../define'
import { helperLabel, partiesOf } from '../people.server'

export type Guest = {
  key: string
  label: string
  role: AttendanceRole
  name: string
  partyId?: string
  accountId?: string
  usual: boolean
}

/** Everybody who might be there: the parties, who stands for them, the mediators, who was asked to help. */
export async function guestsOf({ id, leg }: OpenDispute): Promise<Guest[]> {
  const [parties, mediators, requests] = await Promise.all([
    partiesOf(id),
    db.account.findMany({ where: { id: { in: leg?.mediatorIds ?? [] } }, select: { id: true, name: true } }),
    read<
      { id: string; name: string }[]
    >`select r.id, coalesce(b.name, r.outside_name) as name from request r left join body b on b.id = r.body_id
      where r.dispute_id = ${id}::uuid and r.status in ('asked', 'received', 'answered') and coalesce(b.name, r.outside_name) is not null order by r.asked_at limit 20`,
  ])
  return [
    ...parties.flatMap((party): Guest[] => [
      {
        key: `party:${party.id}`,
        label: `${party.name}，${labelOf(sides, party.side)}`,
        role: 'party',
        name: party.name,
        partyId: party.id,
        usual: true,
      },
      ...party.helpers.map((helper): Guest => ({
        key: `helper:${helper.id}`,
        label: helperLabel(helper),
        role: 'representative',
        name: helper.name,
        partyId: party.id,
        usual: false,
      })),
    ]),
    ...mediators.map((one): Guest => ({
      key: `account:${one.id}`,
      label: `${one.name}（调解员）`,
      role: 'mediator',
      name: one.name,
      accountId: one.id,
      usual: true,
    })),
    ...requests.map(({ id: request, name }): Guest => ({
      key: `request:${request}`,
      label: `${name}（协办）`,
      role: 'invited',
      name,
      usual: false,
    })),
  ]
}

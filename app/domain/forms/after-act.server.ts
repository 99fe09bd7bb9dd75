import { Prisma, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { visible } from '../dispute/sight.server'
import type { FormName } from './forms.server'

/** Where an act leads: to its dispute; to the first page where giving it back (退回) ended one's own sight of it. */
export async function afterAct(actor: Person, name: FormName, disputeId: string, now = new Date()): Promise<string> {
  const dispute = `/disputes/${disputeId}`
  if (name !== 'return') return dispute
  const rows = await read<unknown[]>(Prisma.sql`select 1 from dispute d where d.id = ${disputeId}::uuid and ${visible(actor, now)}`)
  return rows.length ? dispute : '/'
}

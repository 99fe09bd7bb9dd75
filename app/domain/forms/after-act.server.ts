import { db, Prisma } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { visible } from '../dispute/sight.server'
import type { FormName } from './forms.server'

/** Acts after which one may no longer see the dispute, and what the first page says then: that it worked, and who has it now. */
const done = {
  return: '已退回分流岗。这件纠纷不再在您这里；编号、类型和退回的原因，留在本组织页面“退回的”里。',
  assign: '已指派。这件纠纷不公开，现在由承办调解员办理，您不再看得到。',
} as const satisfies Partial<Record<FormName, string>>

const isDone = (code: string): code is keyof typeof done => Object.hasOwn(done, code)

/** The sentence of a code that came with the address; null for what is none. */
export const doneWords = (code: string | null): string | null => (code !== null && isDone(code) ? done[code] : null)

/** Somebody outside was invited and has no link yet. */
const waitsForLink = async (disputeId: string): Promise<boolean> => {
  const asked = await db.request.findMany({ where: { disputeId, bodyId: null, endedAt: null }, select: { id: true } })
  const ids = asked.map(({ id }) => id)
  const linked = await db.guestLink.findMany({ where: { requestId: { in: ids } }, distinct: ['requestId'], select: { requestId: true } })
  return ids.length > linked.length
}

/** Where an act leads: to its dispute; to the first page, which says so, where the act ended one's own sight of it. A body that names its own goes on seeing it. */
export async function afterAct(actor: Person, name: FormName, disputeId: string, now = new Date()): Promise<string> {
  const dispute = `/disputes/${disputeId}`
  if (name === 'request' && (await waitsForLink(disputeId))) return `${dispute}/guests`
  if (!isDone(name) || (name === 'assign' && !areasOf(actor, 'triage').length)) return dispute
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`select 1 from dispute d where d.id = ${disputeId}::uuid and ${visible(actor, now)}`)
  return rows.length ? dispute : `/?done=${name}`
}

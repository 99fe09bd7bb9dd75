import { db } from '#app/db/client.server'
import { roleLabels, type Role } from '../actor'
import { phoneOf } from './accounts.server'

export type DemoAccount = { role: string; name: string; phone: string }

/** The first demo account of each role, in the order in which a case meets them. */
export async function demoAccounts(now = new Date()): Promise<DemoAccount[]> {
  const posts = await db.post.findMany({
    where: {
      account: { demo: true, stoppedAt: null },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    distinct: ['role'],
    orderBy: [{ role: 'asc' }, { id: 'asc' }],
    select: { role: true, account: { select: { id: true, name: true, phoneCipher: true } } },
  })
  const byRole = new Map<Role, (typeof posts)[number]>(posts.map((post) => [post.role, post]))
  return Object.entries(roleLabels).flatMap(([role, label]) => {
    const post = byRole.get(role as Role)
    return post ? [{ role: label, name: post.account.name, phone: phoneOf(post.account) }] : []
  })
}

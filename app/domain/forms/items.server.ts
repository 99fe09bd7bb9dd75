import { Prisma, read } from '#app/db/client.server'
import { binding, finished, nextDueDay, owedInAll, paidSoFar } from '../agreement/owed.server'
import { formatDate } from '../calendar/days'
import type { Option } from './field-data'
import { yuanOf } from './money'

export type Item = {
  id: string
  no: number
  who: string
  to: string | null
  what: string
  kind: string
  amountFen: bigint | null
  owed: bigint | null
  paid: bigint
  finished: boolean
  standing: boolean
  dueDay: string | null
}

/** Everything that binds now, in the order of its papers, with how far it is kept. */
export async function itemsOf(disputeId: string): Promise<Item[]> {
  const rows = await read<Omit<Item, 'no'>[]>(Prisma.sql`
    select o.id, o.who, o."to", o.what, o.kind, o.amount_fen as "amountFen", (${owedInAll})::bigint as owed, (${paidSoFar})::bigint as paid,
      ${finished} as finished, o.standing, to_char(${nextDueDay}, 'YYYY-MM-DD') as "dueDay"
    from obligation o join agreement a on a.id = o.agreement_id where a.dispute_id = ${disputeId}::uuid and ${binding}
    order by a.made_at, a.id, o.position limit 500`)
  return rows.map((row, at) => ({ ...row, no: at + 1 }))
}

/** 第2项 和某某 → 杨某某：付补偿款 */
export const itemLabel = ({ no, who, to, what }: Item): string => `第 ${no} 项　${who}${to ? ` → ${to}` : ''}：${what}`

export function itemHint({ kind, owed, paid, finished: done, standing, dueDay, amountFen }: Item): string {
  const due = dueDay ? `${formatDate(dueDay)}前` : null
  if (standing) return '长期的约定，不挡办结'
  if (done) return '已全部履行'
  if (kind !== 'pay') return ['还没做', due].filter(Boolean).join('，')
  if (owed !== null) return [`已付 ${yuanOf(paid)} 元，还差 ${yuanOf(owed - paid)} 元`, due].filter(Boolean).join('，')
  return [amountFen === null ? '金额以后才知道' : `每次 ${yuanOf(amountFen)} 元`, `已付 ${yuanOf(paid)} 元`, due].filter(Boolean).join('，')
}

export const itemOptions = (items: Item[]): Option[] =>
  items.map((item) => ({ value: item.id, label: itemLabel(item), hint: itemHint(item) }))

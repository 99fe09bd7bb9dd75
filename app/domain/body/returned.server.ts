import { literal, Prisma, read } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { isId } from '../id'
import { typeLabel } from '../types/dispute-types'
import { returnReasons } from '../words/reasons'
import { isCode } from '../words/words'

/** All that a body keeps of what it gave back: number, kind and the reason (design 3). */
export type ReturnedLine = { number: string; kind: string; reason: string }
export type Returned = { rows: ReturnedLine[]; next: string | null }

type Row = { legId: string; number: string; typeCode: string; subtypeCode: string | null; sealed: boolean; code: string }

const shown = 20

/**
 * What a body gave back (退回), the newest first, by key; for its own people only, null for everybody else. The dispute
 * itself stays unknown to them: no name, no place, no word of anybody. What it was offered again is not among it.
 */
export async function returnedBy(actor: Person, bodyId: string, after: string | null = null): Promise<Returned | null> {
  if (!bodiesOf(actor, 'head', 'mediator', 'court', 'organ').includes(bodyId)) return null
  const from = after && isId(after) ? Prisma.sql`and l.id < ${after}::uuid` : Prisma.empty
  const rows = await read<Row[]>`
    select l.id as "legId", d.number, d.type_code as "typeCode", d.subtype_code as "subtypeCode", d.sealed, l.result_code as code
    from leg l join dispute d on d.id = l.dispute_id
    where l.body_id = ${bodyId}::uuid and l.result = 'returned' ${from}
      and not exists (select 1 from leg n where n.dispute_id = l.dispute_id and n.body_id = l.body_id and n.ordinal > l.ordinal)
    order by l.id desc limit ${literal(shown + 1)}`
  const page = rows.slice(0, shown)
  return {
    rows: page.map(({ number, typeCode, subtypeCode, sealed, code }) => ({
      number,
      kind: sealed ? '不公开' : typeLabel(typeCode, subtypeCode),
      reason: returnReasons[isCode(returnReasons, code) ? code : 'other'].label,
    })),
    next: rows.length > shown ? (page.at(-1)?.legId ?? null) : null,
  }
}

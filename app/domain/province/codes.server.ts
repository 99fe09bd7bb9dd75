import type { Reading, Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { opened } from '../desk/opened.server'
import { visible } from '../dispute/sight.server'
import { newId } from '../id'
import { Refusal } from '../refusal'

/** A number of the province's system: letters, digits and strokes. */
export const provinceCodeShape = /^[0-9A-Za-z〔〕（）()\-_/\u4e00-\u9fa5]{4,60}$/u
export const codeProblem = '省系统编码只能有数字、字母、汉字和括号、横线，4到60个字'

export type CodeWritten = { id: string; before: string | null; code: string | null }

/**
 * Sentences for the numbers that stand on another dispute already, by number: one case of the province's system is one dispute.
 * Those that get another number in the same breath (`written`) are not in the way. One statement.
 */
export async function takenCodes(
  on: Reading,
  actor: Person,
  written: readonly Pick<CodeWritten, 'id' | 'code'>[],
  now: Date,
): Promise<Map<string, string>> {
  const codes = written.flatMap(({ code }) => code ?? [])
  if (!codes.length) return new Map()
  const rows = await on.$queryRaw<{ code: string; number: string | null }[]>`
    select d.province_code as code, case when ${visible(actor, now)} and ${opened(actor)} then d.number end as number from dispute d
    where d.province_code = any(${codes}::text[]) and d.id <> all(${written.map(({ id }) => id)}::uuid[])`
  return new Map(rows.map(({ code, number }) => [code, `这个编码已经写在${number ? ` ${number} ` : '另一件纠纷'}上，请核对`]))
}

/**
 * Writes numbers of the province's system back, in one statement; none takes one off. Audit rows keep what stood there. Answers
 * how many changed. Throws Refusal invalid where a number stands on another dispute.
 */
export async function keepCodes(tx: Tx, actor: Person, written: readonly CodeWritten[], now: Date): Promise<number> {
  // Two who write the same number at once: the second sees the first's.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('province codes'))`
  const [taken] = (await takenCodes(tx, actor, written, now)).values()
  if (taken) throw new Refusal('invalid', taken, { code: taken })
  const rows = written.map((one) => ({ ...one, audit: newId() }))
  const changed = await tx.$queryRaw<unknown[]>`
    with given as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, audit uuid, before text, code text)),
      kept as (update dispute d set province_code = g.code from given g where d.id = g.id and d.province_code is distinct from g.code returning d.id)
    insert into audit (id, recorded_at, actor_kind, actor_id, act, dispute_id, detail)
    select g.audit, ${now}, 'account', ${actor.accountId}::uuid, 'provinceCode', g.id, json_build_object('before', g.before, 'code', g.code)
    from given g join kept on kept.id = g.id returning id`
  return changed.length
}

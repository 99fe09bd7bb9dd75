import { inTransaction, Prisma, read, reading, type Reading, type Tx } from '#app/db/client.server'
import { areasOf, bodiesOf, type Person } from '../actor'
import { recordAct } from '../audit.server'
import { opened } from '../desk/opened.server'
import { firstTime } from '../dispute/advance.server'
import { visible } from '../dispute/sight.server'
import { Refusal, wrong } from '../refusal'
import { sources } from '../words/sources'
import { isCode } from '../words/words'
import { codeProblem, keepCodes, provinceCodeShape } from './codes.server'
import { guessedFields, provinceFieldsOf, type ProvinceFields } from './fields'

/**
 * Whose it is to answer what the province's system wants of dispute `d`: who mediates or keeps it, the head of the body that
 * has it or had it to the end, the triage posts of its area, the bureau.
 */
export function filledBy(actor: Person): Prisma.Sql {
  const areas = areasOf(actor, 'triage', 'bureau')
  const heads = bodiesOf(actor, 'head')
  return Prisma.sql`(d.township_id = any(${areas}::uuid[]) or d.district_id = any(${areas}::uuid[]) or d.keeper_id = ${actor.accountId}::uuid
    or exists (select 1 from leg l where l.dispute_id = d.id and l.received_at is not null and (l.ended_at is null or l.result = 'closed')
      and l.ordinal = (select max(x.ordinal) from leg x where x.dispute_id = d.id and x.received_at is not null)
      and (l.body_id = any(${heads}::uuid[]) or exists (select 1 from leg_mediator m where m.leg_id = l.id
        and m.account_id = ${actor.accountId}::uuid and (m.valid_to is null or m.valid_to = l.ended_at)))))`
}

/** Who may write it: whose it is, and who may see and open the dispute. No state is moved by it. */
export const mayFill = (actor: Person, now: Date): Prisma.Sql =>
  Prisma.sql`(${visible(actor, now)} and ${opened(actor)} and ${filledBy(actor)})`

export type Province = { code: string | null; fields: ProvinceFields; guessed: ProvinceFields; may: boolean; number: string; title: string }

type Row = {
  number: string
  title: string
  code: string | null
  fields: unknown
  may: boolean
  typeCode: string
  amountFen: number | null
  people: number | null
  heads: number
  minor: boolean
  source: string
  signs: string[]
  bodyKind: string | null
}

const rowOf = (disputeId: string, may: Prisma.Sql, sight: Prisma.Sql) => Prisma.sql`
  select d.number, d.title, d.province_code as code, d.province_fields as fields, ${may} as may, d.type_code as "typeCode",
    d.amount_fen::float8 as "amountFen", d.people_count as people, d.source, d.danger_signs as signs,
    (select coalesce(sum(coalesce(p.roster_count, 1)), 0)::int from party p where p.dispute_id = d.id and p.left_at is null) as heads,
    exists (select 1 from party p where p.dispute_id = d.id and p.minor and p.left_at is null) as minor,
    (select b.kind from leg l join body b on b.id = l.body_id where l.dispute_id = d.id and l.received_at is not null order by l.ordinal desc limit 1) as "bodyKind"
  from dispute d where d.id = ${disputeId}::uuid and ${sight}`

const isEntrusted = (source: string) => isCode(sources, source) && sources[source].entrusted

const wordsOf = ({ code, fields, may, number, title, ...known }: Row): Province => ({
  code,
  number,
  title,
  may,
  fields: provinceFieldsOf(fields),
  guessed: guessedFields({ ...known, heads: Math.max(known.heads, known.people ?? 0), entrusted: isEntrusted(known.source) }),
})

/** What is kept of one dispute and what the case suggests. Throws Refusal notFound where it may not be seen. */
export async function provinceOf(actor: Person, disputeId: string, now = new Date(), on: Reading = reading): Promise<Province> {
  const [row] = await on.$queryRaw<Row[]>(rowOf(disputeId, mayFill(actor, now), Prisma.sql`${visible(actor, now)} and ${opened(actor)}`))
  if (!row) throw new Refusal('notFound')
  return wordsOf(row)
}

/** Of a dispute whose act asks them beside (办结): what its form begins with. */
export async function provinceBeside(disputeId: string): Promise<Pick<Province, 'fields' | 'guessed'>> {
  const [row] = await read<Row[]>(rowOf(disputeId, Prisma.sql`true`, Prisma.sql`true`))
  if (!row) throw new Refusal('notFound')
  return wordsOf(row)
}

/** Keeps the answers over what was kept, with its audit row. The caller has asked whether this person may. */
export async function keepFields(tx: Tx, accountId: string, disputeId: string, fields: ProvinceFields, now: Date): Promise<void> {
  await tx.$executeRaw`update dispute set province_fields = province_fields || ${JSON.stringify(fields)}::jsonb where id = ${disputeId}::uuid`
  await recordAct(tx, { accountId }, 'province', { disputeId, detail: { fields: Object.keys(fields) } }, now)
}

/** The grading for 以奖代补 is the bureau's. */
export const mayAward = (actor: Person): boolean => areasOf(actor, 'bureau').length > 0
const allowed = (actor: Person, { award, ...rest }: ProvinceFields): ProvinceFields =>
  mayAward(actor) && award !== undefined ? { ...rest, award } : rest

export type Filling = { actor: Person; disputeId: string; key: string; fields: ProvinceFields | null; code?: string; now?: Date }

/** 省系统要填的, of one dispute: once for a form's key. Throws Refusal: notFound, forbidden, invalid. */
export const fillProvince = ({ actor, disputeId, key, fields, code = '', now = new Date() }: Filling) =>
  inTransaction(async (tx) => {
    if (!(await firstTime(tx, actor, key, `/disputes/${disputeId}/papers`, now))) return
    await tx.$executeRaw`select 1 from dispute where id = ${disputeId}::uuid for update`
    const before = await provinceOf(actor, disputeId, now, tx)
    if (!before.may) throw new Refusal('forbidden', '省系统要填的由承办的人、分流岗和区司法局填')
    const plain = code.normalize('NFKC').replace(/\s/g, '')
    if (plain && !provinceCodeShape.test(plain)) throw wrong('code', codeProblem)
    if (fields) await keepFields(tx, actor.accountId, disputeId, allowed(actor, fields), now)
    await keepCodes(tx, actor, [{ id: disputeId, before: before.code, code: plain || null }], now)
  })

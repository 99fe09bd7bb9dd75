import { Prisma, type Tx } from '#app/db/client.server'
import { isId } from '../id'
import { phoneOf } from '../people/accounts.server'
import { phoneHash } from '../privacy/hash.server'
import { wrong } from '../refusal'
import type { CaseFile } from './case-file.server'
import { conflictOf, type Involved } from './conflict'
import type { Handling } from './permissions'

/** A mediator's or head's post `p` in body `b`, held now. */
export const mediates = (now: Date) =>
  Prisma.sql`p.role in ('mediator', 'head') and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`

/** Whose people may mediate in a leg: the body that has it, those asked to help meanwhile, and before a court those the court invited. */
const fromBodies = ({ leg, askedBodyIds }: Pick<Handling, 'leg' | 'askedBodyIds'>) =>
  Prisma.sql`(b.id = any(${[...(leg ? [leg.bodyId] : []), ...askedBodyIds]}::uuid[]) or (${leg?.channel === 'judicial'} and b.court_invited))`

/** The condition on post `p` in body `b` under which its holder may be named in this leg. */
export const mayBeNamed = (of: Pick<Handling, 'leg' | 'askedBodyIds'>, now: Date): Prisma.Sql =>
  Prisma.sql`${mediates(now)} and ${fromBodies(of)}`

type Row = { id: string; name: string; phoneCipher: string; may: boolean; parties: Involved[] }

/** The accounts, whether each holds such a post, and who is in the dispute: one statement. */
const read = (tx: Tx, disputeId: string, ids: string[], post: Prisma.Sql) => tx.$queryRaw<Row[]>`
  select a.id, a.name, a.phone_cipher as "phoneCipher", a.stopped_at is null and exists (
      select 1 from post p join body b on b.id = p.body_id where p.account_id = a.id and ${post}) as may,
    coalesce((select json_agg(json_build_object('name', q.name, 'kind', q.kind, 'phoneHash', q.phone_hash, 'helpers',
        coalesce((select json_agg(json_build_object('name', h.name, 'phoneHash', h.phone_hash)) from party_helper h where h.party_id = q.id), '[]')) order by q.ordinal)
      from party q where q.dispute_id = ${disputeId}::uuid and q.left_at is null), '[]') as parties
  from account a where a.id = any(${ids}::uuid[])`

async function refuseWhere(
  { tx, id }: CaseFile,
  ids: string[],
  post: Prisma.Sql,
  { field, stranger }: { field: (place: number) => string; stranger: (name: string) => string },
) {
  const rows = await read(tx, id, ids.filter(isId), post)
  for (const [place, mediatorId] of ids.entries()) {
    const one = rows.find((row) => row.id === mediatorId)
    if (!one?.may) throw wrong(field(place), stranger(one?.name ?? '这一位'))
    const { block } = conflictOf({ name: one.name, phoneHash: phoneHash(phoneOf(one)) }, one.parties)
    if (block) throw wrong(field(place), `${one.name}不能指派：${block}`)
  }
}

/**
 * Whether somebody mediates in this body now and what stands between them and the dispute. What bars is asked of who takes it
 * at the own door before any leg is open (U1, U15).
 */
export async function standing({ tx, id, now }: CaseFile, accountId: string, bodyId: string) {
  const [one] = await read(tx, id, [accountId], Prisma.sql`${mediates(now)} and b.id = ${bodyId}::uuid`)
  return { may: one?.may ?? false, ...(one && conflictOf({ name: one.name, phoneHash: phoneHash(phoneOf(one)) }, one.parties)) }
}

/** Refuses, beside `lead` or `others`, who may not be named in the open leg: no mediator there now, or barred by U15. The first leads. */
export const refuseMediators = (file: CaseFile, mediatorIds: string[]) =>
  refuseWhere(file, mediatorIds, mayBeNamed(file.handling, file.now), {
    field: (place) => (place === 0 ? 'lead' : 'others'),
    stranger: (name) => `${name}不是这个组织现在的调解员，请从名单里选`,
  })

/** Refuses, beside `mediatorId`, who cannot have settled it on the spot as a registered mediator of a committee (U6, U15). */
export const refuseSettler = (file: CaseFile, mediatorId: string) =>
  refuseWhere(file, [mediatorId], Prisma.sql`${mediates(file.now)} and b.channel = 'people'`, {
    field: () => 'mediatorId',
    stranger: (name) => `${name}不是登记在册的调解员，请重新选`,
  })

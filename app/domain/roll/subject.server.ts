import { Prisma, type Reading, type Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { isId } from '../id'
import { advising, type RegistrantKind } from '../words/roll'
import { demandRoll, type RollAct, type Subject } from './permissions'

/** What decides who sees registrant `r`: as columns of a statement that joins nothing. */
export const subjectColumns = Prisma.sql`r.account_id as "accountId", coalesce((select o.path from area o where o.id = r.area_id), '') as path,
  array(select distinct p.body_id from appointment p where p.registrant_id = r.id and p.ended_on is null) as bodies,
  array(select distinct o.path from appointment p join body b on b.id = p.body_id join area o on o.id = b.area_id
    where p.registrant_id = r.id and p.ended_on is null) as "bodyPaths",
  array(select b.id from body b where r.kind = any(${[...advising]}::text[]) and b.area_id = r.area_id and b.channel = 'people' and b.valid_to is null) as "localBodies"`

export type RegistrantRow = Subject & {
  id: string
  print: string
  name: string
  kind: RegistrantKind
  areaId: string | null
  validTo: string | null
}

/** Somebody of the register with the print of the row, null for nobody. */
export async function registrantRow(from: Reading, id: string): Promise<RegistrantRow | null> {
  if (!isId(id)) return null
  const [row] = await from.$queryRaw<RegistrantRow[]>`select r.id, md5(r::text) as print, r.name, r.kind, r.area_id as "areaId",
      to_char(r.valid_to, 'YYYY-MM-DD') as "validTo", ${subjectColumns} from registrant r where r.id = ${id}::uuid`
  return row ?? null
}

/** Takes hold of somebody of the register for an act. Throws Refusal notFound or forbidden. */
export async function holdRegistrant(tx: Tx, actor: Person, act: RollAct, id: string): Promise<RegistrantRow> {
  if (isId(id)) await tx.$executeRaw`select 1 from registrant where id = ${id}::uuid for update`
  const row = await registrantRow(tx, id)
  demandRoll(actor, act, row)
  return row
}

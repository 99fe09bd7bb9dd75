import { db, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { mayRegister } from '../dispute/permissions'
import { madeAt } from '../id'
import { decrypt, encrypt } from '../privacy/cipher.server'
import { newDataKey, openDataKey } from '../privacy/data-key.server'
import { Refusal } from '../refusal'
import type { Step } from './steps'
import type { Values } from './values'

/** A registration begun: kept whole under its own data key, on every page; its id and key become the dispute's. */
export type Draft = { id: string; values: Values; step: number; version: number; dataKey: string; updatedAt: Date }

type Row = { id: string; content: string; step: number; version: number; dataKey: string; updatedAt: Date }

const place = (id: string) => ({ table: 'draft', column: 'content', rowId: id })
const opened = ({ content, ...row }: Row): Draft => ({
  ...row,
  values: JSON.parse(decrypt(content, openDataKey(row.dataKey, row.id), place(row.id))) as Values,
})

/** More than any real registration, in characters: a list of sixty parties and five thousand words of facts. */
const largest = 120_000

/** A UUIDv7 of this or the last two days: what our own page hands out. */
function isFresh(id: string, now: Date): boolean {
  const age = now.getTime() - madeAt(id).getTime()
  return id[14] === '7' && age > -60_000 && age < 2 * 86_400_000
}

/** Somebody's own draft, or null. */
export async function openDraft(actor: Person, id: string): Promise<Draft | null> {
  const row = await db.draft.findFirst({ where: { id, accountId: actor.accountId } })
  return row && opened(row)
}

/** What is meant by the address of a draft that is not there: one to begin, the receipt of one that was registered, or nothing (404). */
export async function whatBecameOf(actor: Person, id: string): Promise<'new' | 'registered'> {
  const [found] = await read<{ mine: boolean; registered: boolean }[]>`
    select registered_by_id = ${actor.accountId}::uuid as mine, true as registered from dispute where id = ${id}::uuid
    union all select account_id = ${actor.accountId}::uuid, false from draft where id = ${id}::uuid`
  if (found && !found.mine) throw new Refusal('notFound')
  return found?.registered ? 'registered' : 'new' // a draft of one's own was begun this very moment
}

/** My drafts, the last touched first. */
export async function listDrafts(actor: Person): Promise<Draft[]> {
  const rows = await db.draft.findMany({ where: { accountId: actor.accountId }, orderBy: { updatedAt: 'desc' }, take: 20 })
  return rows.map(opened)
}

export type Keeping = {
  actor: Person
  id: string
  step: Step
  /** What the page becomes, from the draft as it stands. */
  change: (before: Values) => Values
  now?: Date
}

async function write({ actor, id, step, now = new Date() }: Keeping, before: Draft | null, values: Values): Promise<Draft | null> {
  const text = JSON.stringify(values)
  if (text.length > largest) throw new Refusal('invalid', '填的内容太多，没有存下来。请删短一些；长的材料可以拍照上传')
  const dataKey = before?.dataKey ?? newDataKey(id).wrapped
  const content = encrypt(text, openDataKey(dataKey, id), place(id))
  const reached = Math.max(step, before?.step ?? 1)
  const kept = before
    ? await db.$executeRaw`update draft set content = ${content}, step = ${reached}, version = version + 1, updated_at = ${now}
        where id = ${id}::uuid and account_id = ${actor.accountId}::uuid and version = ${before.version}`
    : await db.$executeRaw`insert into draft (id, account_id, data_key, content, step, version, updated_at)
        select ${id}::uuid, ${actor.accountId}::uuid, ${dataKey}, ${content}, ${reached}, 1, ${now}
        where not exists (select 1 from dispute where id = ${id}::uuid) on conflict do nothing`
  return kept ? { id, values, step: reached, version: (before?.version ?? 0) + 1, dataKey, updatedAt: now } : null
}

/**
 * Keeps one page of a draft, begins the draft where there is none. The same draft may be open on another device, or the
 * button pressed twice: whoever comes second changes only the own page of what is there by then. Null where it has been
 * registered meanwhile. Throws Refusal: forbidden, invalid (too much), notFound (no id of ours, or somebody else's).
 */
export async function keepDraft(keeping: Keeping): Promise<Draft | null> {
  const { actor, id, change, now = new Date() } = keeping
  if (!mayRegister(actor)) throw new Refusal('forbidden')
  for (let attempt = 0; attempt < 4; attempt++) {
    const before = await openDraft(actor, id)
    if (!before && (await whatBecameOf(actor, id)) === 'registered') return null
    if (!before && !isFresh(id, now)) throw new Refusal('notFound')
    const kept = await write(keeping, before, change(before?.values ?? {}))
    if (kept) return kept
  }
  throw new Refusal('stale', '同一份草稿正在别处填写。请再按一次')
}

/** Takes a draft back before it was registered; answers whether there was one. Its photos go with it (see photos.server). */
export async function forgetDraft(actor: Person, id: string): Promise<boolean> {
  const { count } = await db.draft.deleteMany({ where: { id, accountId: actor.accountId } })
  return count > 0
}

import { db, read } from '#app/db/client.server'
import { jurisdiction } from '#app/db/jurisdiction.server'
import { readFile } from '#app/services/storage.server'
import type { Person } from '../actor'
import { recordAct } from '../audit.server'
import { openPage } from '../dispute/show/open.server'
import { visible } from '../dispute/sight.server'
import { Refusal } from '../refusal'
import { protectionOf } from './protection.server'

export type OpenFile = { bytes: Buffer; mime: string }

type Row = { ownerId: string; draft: boolean; kind: string; mime: string; dataKey: string }

/** Why somebody looks at an identity paper; it is recorded (design: 3). */
export const purposes = { identify: '核对身份', papers: '制作文书', serve: '送达、联系', other: '其他办案需要' } as const
const isPurpose = (text: string | null): text is keyof typeof purposes => text !== null && Object.hasOwn(purposes, text)

async function ownFile(actor: Person, fileId: string, now: Date): Promise<Row | undefined> {
  const [file] = await read<
    Row[]
  >`    select d.id as "ownerId", false as draft, f.kind, f.mime, d.data_key as "dataKey" from file f join dispute d on d.id = f.dispute_id
      where f.id = ${fileId}::uuid and f.erased_at is null and ${visible(actor, now)}
    union all select r.id, true, f.kind, f.mime, r.data_key from file f join draft r on r.id = f.draft_id
      where f.id = ${fileId}::uuid and f.erased_at is null and r.account_id = ${actor.accountId}::uuid`
  return file
}

/** A picture of a registration that rests in another file: for whoever handles that one (并案). */
async function mergedFile(actor: Person, fileId: string, now: Date): Promise<Row | undefined> {
  const [file] = await read<(Row & { mainId: string })[]>`
    select d.id as "ownerId", false as draft, f.kind, f.mime, d.data_key as "dataKey", d.merged_into_id as "mainId" from file f
      join dispute d on d.id = f.dispute_id where f.id = ${fileId}::uuid and f.erased_at is null and d.merged_into_id is not null`
  const main = file && (await openPage(actor, file.mainId, now))
  return main?.rows.merged.some(({ id }) => id === file?.ownerId) ? file : undefined
}

/**
 * A file's bytes for somebody who may see its dispute, or whose draft it is in. An identity paper of a dispute needs a
 * purpose, which stays on record. Throws Refusal: notFound, invalid (no purpose).
 */
export async function openFile(actor: Person, fileId: string, purpose: string | null, now = new Date()): Promise<OpenFile> {
  const file = (await ownFile(actor, fileId, now)) ?? (await mergedFile(actor, fileId, now))
  if (!file) throw new Refusal('notFound', '没有这个文件，或者您不能查看')
  const { ownerId: disputeId, draft, kind, mime, dataKey } = file
  if (kind === 'identity' && !draft) {
    if (!isPurpose(purpose)) throw new Refusal('invalid', '查看证件照片要先选用途，请回到当事人页打开')
    await recordAct(db, actor, 'reveal', { disputeId, subject: { kind: 'file', id: fileId }, detail: { purpose } }, now)
  }
  const bytes = await readFile({ jurisdiction, disputeId, fileId }, protectionOf({ kind, fileId, disputeId, dataKey }).reveal)
  if (!bytes) throw new Refusal('notFound', '没有这个文件，或者您不能查看')
  return { bytes, mime }
}

import { db } from '#app/db/client.server'
import { jurisdiction } from '#app/db/jurisdiction.server'
import { FileRefused, readFile, removeFile, storeFile } from '#app/services/storage.server'
import type { Person } from '../actor'
import { fileKind, type FileKind } from '../file/kind'
import { protectionOf } from '../file/protection.server'
import { newId } from '../id'
import { wrong } from '../refusal'
import type { Draft } from './drafts.server'

/** Photographs of what happened, and of identity papers, which are kept encrypted (U36). */
export type PhotoKind = 'photo' | 'identity'
export type DraftPhoto = { id: string; kind: PhotoKind; shown: FileKind; bytes: number }

/** As many as one form may bring along. */
const most = 20

export const photosOf = async (draftId: string): Promise<DraftPhoto[]> => {
  const rows = await db.file.findMany({
    where: { draftId },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, mime: true, bytes: true },
  })
  return rows.map(({ id, kind, mime, bytes }) => ({ id, kind: kind === 'identity' ? 'identity' : 'photo', shown: fileKind(mime), bytes }))
}

/** A file as it was sent; one that came in pieces brings the id that its browser gave it. */
export type SentPhoto = { kind: PhotoKind; field: string; bytes: Buffer; fileId?: string }

const full = (field: string) => wrong(field, `照片、文件最多 ${most} 份，多的没有存。其余的可以登记以后再补`)

/** Identity papers are photographs alone, kept encrypted; whatever else tells of the matter may be a paper or a recording. */
async function keep(actor: Person, draft: Draft, { kind, fileId = newId(), bytes }: SentPhoto, now: Date): Promise<void> {
  const at = { jurisdiction, disputeId: draft.id, fileId }
  const { protect } = protectionOf({ kind, fileId, disputeId: draft.id, dataKey: draft.dataKey })
  const { type, ...file } = await storeFile(bytes, at, kind === 'identity' ? 'pictures' : 'all', protect)
  const data = { ...file, id: fileId, draftId: draft.id, kind, mime: type, uploadedById: actor.accountId, recordedAt: now }
  // The last piece may be sent twice at once: one row, under the one id.
  await db.file.createMany({ data: [data], skipDuplicates: true })
}

/** Keeps one file that came in pieces. Throws Refusal invalid with what to do. */
export async function addPhoto(actor: Person, draft: Draft, sent: SentPhoto, now = new Date()): Promise<void> {
  if ((await db.file.count({ where: { draftId: draft.id } })) >= most) throw full(sent.field)
  await keep(actor, draft, sent, now).catch((error: unknown) => {
    throw error instanceof FileRefused ? wrong(sent.field, error.message) : error
  })
}

/**
 * Checks, cleans and keeps files one by one; those before a refused one stay. Throws Refusal invalid beside the field
 * with what to do.
 */
export async function addPhotos(actor: Person, draft: Draft, sent: SentPhoto[], now = new Date()): Promise<void> {
  if (sent.length === 0) return
  const there = await db.file.count({ where: { draftId: draft.id } })
  for (const [place, photo] of sent.entries()) {
    if (there + place >= most) throw full(photo.field)
    await keep(actor, draft, photo, now).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error
      throw wrong(photo.field, sent.length > 1 ? `第 ${place + 1} 份：${error.message}` : error.message)
    })
  }
}

/** Takes a picture out of a draft; one that is not there is gone already. */
export async function removePhoto(draft: Draft, fileId: string): Promise<void> {
  const { count } = await db.file.deleteMany({ where: { id: fileId, draftId: draft.id } })
  if (count) await removeFile({ jurisdiction, disputeId: draft.id, fileId })
}

/** Takes out all of them, with a draft that is forgotten. */
export async function removePhotos(draftId: string): Promise<void> {
  const rows = await db.file.findMany({ where: { draftId }, select: { id: true } })
  await db.file.deleteMany({ where: { draftId } })
  for (const { id: fileId } of rows) await removeFile({ jurisdiction, disputeId: draftId, fileId })
}

/** The pictures of a draft that turned out to be a known dispute go there, under that dispute's own key. */
export async function handPhotosOver(draft: Draft, to: { id: string; dataKey: string }): Promise<void> {
  const rows = await db.file.findMany({ where: { draftId: draft.id }, orderBy: { id: 'asc' } })
  for (const { id, kind, mime, uploadedById, recordedAt } of rows) {
    const bytes = await readFile(
      { jurisdiction, disputeId: draft.id, fileId: id },
      protectionOf({ kind, fileId: id, disputeId: draft.id, dataKey: draft.dataKey }).reveal,
    )
    if (!bytes) continue
    const fileId = newId()
    const { protect } = protectionOf({ kind, fileId, disputeId: to.id, dataKey: to.dataKey })
    const { type: _type, ...image } = await storeFile(bytes, { jurisdiction, disputeId: to.id, fileId }, 'all', protect)
    await db.file.create({ data: { ...image, id: fileId, disputeId: to.id, kind, mime, uploadedById, recordedAt } })
  }
  await removePhotos(draft.id)
}

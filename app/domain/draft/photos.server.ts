import { db } from '#app/db/client.server'
import { jurisdiction } from '#app/db/jurisdiction.server'
import { ImageRefused, readImage, removeFile, storeImage } from '#app/services/storage.server'
import type { Person } from '../actor'
import { protectionOf } from '../file/protection.server'
import { newId } from '../id'
import { wrong } from '../refusal'
import type { Draft } from './drafts.server'

/** Photographs of what happened, and of identity papers, which are kept encrypted (U36). */
export type PhotoKind = 'photo' | 'identity'
export type DraftPhoto = { id: string; kind: PhotoKind; bytes: number }

/** As many as one form may bring along. */
const most = 20

export const photosOf = async (draftId: string): Promise<DraftPhoto[]> => {
  const rows = await db.file.findMany({ where: { draftId }, orderBy: { id: 'asc' }, select: { id: true, kind: true, bytes: true } })
  return rows.map(({ id, kind, bytes }) => ({ id, kind: kind === 'identity' ? 'identity' : 'photo', bytes }))
}

/** A picture as it was sent; an empty one is a field nobody used. */
export type SentPhoto = { kind: PhotoKind; field: string; bytes: Buffer }

/**
 * Checks, cleans and keeps pictures one by one; those before a refused one stay. Throws Refusal invalid beside the
 * field with what to do.
 */
export async function addPhotos(actor: Person, draft: Draft, sent: SentPhoto[], now = new Date()): Promise<void> {
  if (sent.length === 0) return
  const there = await db.file.count({ where: { draftId: draft.id } })
  for (const [place, { kind, field, bytes }] of sent.entries()) {
    if (there + place >= most) throw wrong(field, `照片最多 ${most} 张，多的没有存。其余的可以登记以后再补`)
    const fileId = newId()
    const at = { jurisdiction, disputeId: draft.id, fileId }
    try {
      const { type, ...image } = await storeImage(
        bytes,
        at,
        protectionOf({ kind, fileId, disputeId: draft.id, dataKey: draft.dataKey }).protect,
      )
      await db.file.create({
        data: { ...image, id: fileId, draftId: draft.id, kind, mime: type, uploadedById: actor.accountId, recordedAt: now },
      })
    } catch (error) {
      if (!(error instanceof ImageRefused)) throw error
      throw wrong(field, sent.length > 1 ? `第 ${place + 1} 张：${error.message}` : error.message)
    }
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
    const bytes = await readImage(
      { jurisdiction, disputeId: draft.id, fileId: id },
      protectionOf({ kind, fileId: id, disputeId: draft.id, dataKey: draft.dataKey }).reveal,
    )
    if (!bytes) continue
    const fileId = newId()
    const { protect } = protectionOf({ kind, fileId, disputeId: to.id, dataKey: to.dataKey })
    const { type: _type, ...image } = await storeImage(bytes, { jurisdiction, disputeId: to.id, fileId }, protect)
    await db.file.create({ data: { ...image, id: fileId, disputeId: to.id, kind, mime, uploadedById, recordedAt } })
  }
  await removePhotos(draft.id)
}

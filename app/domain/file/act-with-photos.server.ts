import { jurisdiction } from '#app/db/jurisdiction.server'
import { ImageRefused, removeFile, storeImage, type StoredImage } from '#app/services/storage.server'
import { act, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { wrong } from '../refusal'

type Kept = { fileId: string; image: StoredImage }

async function keepPhotos(disputeId: string, photos: readonly Buffer[], most: number): Promise<Kept[]> {
  if (photos.length > most) throw wrong('photos', `照片一次最多 ${most} 张`)
  const kept: Kept[] = []
  for (const [place, bytes] of photos.entries()) {
    const fileId = newId()
    try {
      kept.push({ fileId, image: await storeImage(bytes, { jurisdiction, disputeId, fileId }) })
    } catch (error) {
      await forget(disputeId, kept)
      if (!(error instanceof ImageRefused)) throw error
      throw wrong('photos', photos.length > 1 ? `第 ${place + 1} 张：${error.message}` : error.message)
    }
  }
  return kept
}

async function forget(disputeId: string, kept: Kept[]) {
  for (const { fileId } of kept) await removeFile({ jurisdiction, disputeId, fileId })
}

/**
 * An act with the photographs that came with it, which belong to the last event it writes: safe on disk before the rows
 * that name them, and taken away again where the act is refused or the form had been answered before. Throws Refusal
 * invalid beside `photos`.
 */
export async function actWithPhotos(sent: Sent, photos: readonly Buffer[], most: number, work: (file: CaseFile) => Promise<unknown>) {
  const { disputeId } = sent
  const kept = await keepPhotos(disputeId, photos, most)
  let written = false
  try {
    await act(sent, async (file) => {
      await work(file)
      if (!kept.length) return
      const event = await file.tx.disputeEvent.findFirst({ where: { disputeId, version: file.version }, select: { id: true } })
      await file.tx.file.createMany({
        data: kept.map(({ fileId, image: { type, ...image } }) => ({
          ...image,
          id: fileId,
          disputeId,
          eventId: event?.id,
          kind: 'photo',
          mime: type,
          uploadedById: file.actorId,
          recordedAt: file.now,
        })),
      })
      written = true
    })
  } finally {
    if (!written) await forget(disputeId, kept)
  }
}

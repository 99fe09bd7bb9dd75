import { jurisdiction } from '#app/db/jurisdiction.server'
import { FileRefused, removeFile, storeFile, type StoredFile } from '#app/services/storage.server'
import { act, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { wrong } from '../refusal'

type Kept = { fileId: string; stored: StoredFile }

async function keepPhotos(disputeId: string, photos: readonly Buffer[], most: number): Promise<Kept[]> {
  if (photos.length > most) throw wrong('photos', `照片、文件一次最多 ${most} 份`)
  const kept: Kept[] = []
  for (const [place, bytes] of photos.entries()) {
    const fileId = newId()
    try {
      kept.push({ fileId, stored: await storeFile(bytes, { jurisdiction, disputeId, fileId }, 'all') })
    } catch (error) {
      await forget(disputeId, kept)
      if (!(error instanceof FileRefused)) throw error
      throw wrong('photos', photos.length > 1 ? `第 ${place + 1} 份：${error.message}` : error.message)
    }
  }
  return kept
}

async function forget(disputeId: string, kept: Kept[]) {
  for (const { fileId } of kept) await removeFile({ jurisdiction, disputeId, fileId })
}

/**
 * An act with the photographs, papers and recordings that came with it (U36), which belong to the last event it writes:
 * safe on disk before the rows that name them, and taken away again where the act is refused or the form had been
 * answered before. Throws Refusal invalid beside `photos`.
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
        data: kept.map(({ fileId, stored: { type, ...stored } }) => ({
          ...stored,
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

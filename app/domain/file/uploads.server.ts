import { createHash } from 'node:crypto'
import { z } from 'zod'
import { db } from '#app/db/client.server'
import { jurisdiction } from '#app/db/jurisdiction.server'
import { largestFile } from '#app/services/media/refused'
import { beginUpload, countUploads, endUpload, joined, offsetOf, putPiece, sweepUploads, toldOf } from '#app/services/pieces.server'
import type { Person } from '../actor'
import { openDraft, type Draft } from '../draft/drafts.server'
import { addPhoto } from '../draft/photos.server'
import { decryptBytes, encryptBytes } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { Refusal } from '../refusal'

/** What a browser tells of a file before it sends it: its own id for it, whose draft, of what kind, how long, which. */
export const uploadForm = z.object({
  uploadId: z.uuid('没有这个文件'),
  draftId: z.uuid('没有这份草稿'),
  kind: z.enum(['photo', 'identity']),
  bytes: z.coerce.number().int().min(1, '文件是空的，请重新选一个').max(largestFile, '文件超过 10 MB，请压缩或分成几份再传'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Upload = z.output<typeof uploadForm>

/** How far it is, in bytes; `done` when the file is in the draft. */
export type Progress = { offset: number; done: boolean }

/** As many as one person may have under way. */
const mostAtOnce = 40
/** More than one piece ever is, in bytes. */
const largestPiece = 1024 * 1024
/** What nobody goes on with for so long is taken away, in milliseconds. */
const keptMs = 24 * 3_600_000

const placeOf = ({ accountId }: Person, uploadId: string) => ({ jurisdiction, accountId, uploadId })

/** The file's own row says that it is done: the last answer may have been lost, and the pieces are gone by then. */
const isDone = async (draftId: string, fileId: string) =>
  (await db.file.count({ where: { id: fileId, OR: [{ draftId }, { disputeId: draftId }] } })) > 0

/** Pieces lie encrypted, for some are of identity papers. */
function protectionOf(draft: Draft, uploadId: string) {
  const place = { table: 'piece', column: 'content', rowId: uploadId }
  const key = openDataKey(draft.dataKey, draft.id)
  return {
    protect: (bytes: Buffer) => encryptBytes(bytes, key, place),
    reveal: (bytes: Buffer) => decryptBytes(bytes, key, place),
  }
}

async function ownDraft(actor: Person, draftId: string): Promise<Draft> {
  const draft = await openDraft(actor, draftId)
  if (!draft) throw new Refusal('notFound', '没有这份草稿，或者已经登记。请到这件纠纷里补充')
  return draft
}

/**
 * Begins to take a file in pieces, or says how far it is: the same id goes on where it stopped. Throws Refusal: notFound
 * (not one's own draft), invalid, tooMany.
 */
export async function beginFile(actor: Person, upload: Upload): Promise<Progress> {
  const { uploadId, draftId, bytes } = upload
  const place = placeOf(actor, uploadId)
  const draft = await openDraft(actor, draftId)
  if (await isDoneHere(actor, draftId, uploadId, draft)) return { offset: bytes, done: true }
  if (!draft) throw new Refusal('notFound', '没有这份草稿，或者已经登记。请到这件纠纷里补充')
  if ((await toldOf(place)) === null && (await countUploads(place)) >= mostAtOnce)
    throw new Refusal('tooMany', `一次最多传 ${mostAtOnce} 个文件，请等前面的传完`)
  await beginUpload(place, upload)
  return { offset: await offsetOf(place), done: false }
}

/** Somebody else's file is not there: neither in a draft nor in a dispute that the asker registered. */
async function isDoneHere(actor: Person, draftId: string, uploadId: string, draft: Draft | null): Promise<boolean> {
  if (draft) return isDone(draftId, uploadId)
  const mine = await db.dispute.count({ where: { id: draftId, registeredById: actor.accountId } })
  return mine > 0 && isDone(draftId, uploadId)
}

async function finish(actor: Person, draft: Draft, upload: Upload, now: Date): Promise<void> {
  const { uploadId, kind, sha256 } = upload
  const place = placeOf(actor, uploadId)
  const bytes = await joined(place, protectionOf(draft, uploadId).reveal)
  try {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Refusal('invalid', '文件没有传完整，请重新选一次')
    await addPhoto(actor, draft, { kind, field: kind === 'identity' ? 'papers' : 'pictures', bytes, fileId: uploadId }, now)
  } finally {
    await endUpload(place)
  }
}

/**
 * Takes the piece that begins at `from`. One that does not follow what is there changes nothing: the answer says where to
 * go on. The last piece makes the file. Throws Refusal: notFound (no such upload of one's own), invalid.
 */
export async function takePiece(actor: Person, uploadId: string, from: number, bytes: Buffer, now = new Date()): Promise<Progress> {
  const place = placeOf(actor, uploadId)
  const told = uploadForm.safeParse(await toldOf(place))
  if (!told.success) throw new Refusal('notFound', '没有这个文件，请重新选一次')
  const upload = told.data
  if (bytes.length > largestPiece) throw new Refusal('invalid', '一次传得太多，请重新选一次')
  const draft = await ownDraft(actor, upload.draftId)
  const there = await offsetOf(place)
  const follows = from === there && bytes.length > 0 && there + bytes.length <= upload.bytes
  if (follows) await putPiece(place, from, bytes, protectionOf(draft, uploadId).protect)
  const offset = follows ? there + bytes.length : there
  if (offset < upload.bytes) return { offset, done: false }
  await finish(actor, draft, upload, now).catch(async (error: unknown) => {
    if (!(await isDone(draft.id, uploadId))) throw error // the same piece, sent twice at once: the other one made the file
  })
  return { offset, done: true }
}

/** Takes away what nobody goes on with (worker). */
export const forgetOldUploads = (now: Date): Promise<number> => sweepUploads(new Date(now.getTime() - keptMs))

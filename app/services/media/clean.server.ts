import { createHash } from 'node:crypto'
import { cleanPicture } from './image.server'
import { isImage, typeOf, type FileType } from './kinds'
import { cleanRecording } from './m4a'
import { cleanPaper } from './pdf'
import { FileRefused, largestFile } from './refused'

/** What a kept file is, for the row that names it; bytes and sha256 are those before it is encrypted. */
export type StoredFile = { type: FileType; width: number | null; height: number | null; bytes: number; sha256: string }
/** Photographs alone, as of identity papers; or papers and recordings too. */
export type Taken = 'pictures' | 'all'

const cleaned = async (bytes: Buffer, type: FileType) =>
  isImage(type)
    ? cleanPicture(bytes, type)
    : { content: type === 'application/pdf' ? cleanPaper(bytes) : cleanRecording(bytes), width: null, height: null }

/** A file as it is kept: of one of four types, without place, device or person in it. Throws FileRefused. */
export async function cleanFile(bytes: Buffer, taken: Taken): Promise<{ content: Buffer } & StoredFile> {
  if (bytes.length === 0) throw new FileRefused('empty')
  if (bytes.length > largestFile) throw new FileRefused('tooBig')
  const type = typeOf(bytes)
  if (taken === 'pictures' && !isImage(type)) throw new FileRefused('notAnImage')
  if (!type) throw new FileRefused('notAFile')
  const { content, width, height } = await cleaned(bytes, type)
  return { content, type, width, height, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

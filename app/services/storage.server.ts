import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import sharp from 'sharp'

/** Whose file it is. The name is never the sender's. */
export type FilePlace = { jurisdiction: string; disputeId: string; fileId: string }

/** What a kept image is, for the row that names it; bytes and sha256 are those before `protect`. */
export type StoredImage = { type: ImageType; width: number; height: number; bytes: number; sha256: string }
export type ImageType = 'image/jpeg' | 'image/png'

const refusals = {
  empty: '照片是空的，请重新选一张',
  tooBig: '照片超过 10 MB，请用手机拍照或压缩后再传',
  notAnImage: '只能传 jpg 或 png 照片，这个文件不是或已损坏，请换一张',
  tooManyPixels: '照片的像素太多，请用普通模式重拍，或截图后再传',
} as const

/** A file that is not taken in; the message is the sentence beside the field. */
export class ImageRefused extends Error {
  constructor(readonly reason: keyof typeof refusals) {
    super(refusals[reason])
    this.name = 'ImageRefused'
  }
}

/** A place where bytes are kept under a key such as `gucheng/<dispute>/<file>`; `put` returns when they are safe. */
export interface FileStore {
  put(key: string, bytes: Buffer): Promise<void>
  /** The bytes, or null where there is no such file. */
  get(key: string): Promise<Buffer | null>
  /** Removing what is not there is done already. */
  remove(key: string): Promise<void>
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The local disk below a folder: written beside its name, flushed, renamed, and the folders flushed too. */
export function localDisk(root: string): FileStore {
  const base = resolve(root)
  const pathOf = (key: string): string => {
    const path = resolve(base, key)
    if (!path.startsWith(base + sep)) throw new TypeError('a file key stays inside its store')
    return path
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const folder = dirname(path)
      const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 })
      const part = join(folder, `.${randomUUID()}.part`)
      try {
        const handle = await open(part, 'wx', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await flush(folder)
      // A folder made just now is only safe when the one that names it is.
      if (firstMade) for (let at = folder; at.length >= firstMade.length; at = dirname(at)) await flush(dirname(at))
    },
    async get(key) {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

const store = (): FileStore => localDisk(process.env.FILES_DIR || '.data/files')

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function keyOf({ jurisdiction, disputeId, fileId }: FilePlace): string {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(jurisdiction) || !UUID.test(disputeId) || !UUID.test(fileId)) {
    throw new TypeError('a file is kept by jurisdiction, dispute and file id')
  }
  return `${jurisdiction}/${disputeId}/${fileId}`
}

const MAX_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 50_000_000
// Interlaced pictures are unpacked whole in memory; cameras do not make them.
const MAX_PIXELS_INTERLACED = 16_000_000
const LONGEST_SIDE = 1600
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function typeByContent(bytes: Buffer): ImageType | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  return bytes.subarray(0, PNG_HEAD.length).equals(PNG_HEAD) ? 'image/png' : null
}

// libvips keeps opened pictures; these are personal and never opened twice.
sharp.cache(false)
sharp.concurrency(1)

/** The picture made anew: upright, at most 1600 px, without place, time, device or any other word about it. Throws ImageRefused. */
export async function cleanImage(bytes: Buffer): Promise<{ content: Buffer } & StoredImage> {
  if (bytes.length === 0) throw new ImageRefused('empty')
  if (bytes.length > MAX_BYTES) throw new ImageRefused('tooBig')
  const type = typeByContent(bytes)
  if (!type) throw new ImageRefused('notAnImage')
  const read = () => sharp(bytes, { limitInputPixels: false, failOn: 'error' })
  const { width, height, isProgressive } = await read()
    .metadata()
    .catch(() => {
      throw new ImageRefused('notAnImage')
    })
  if (width * height > (isProgressive ? MAX_PIXELS_INTERLACED : MAX_PIXELS)) throw new ImageRefused('tooManyPixels')
  const upright = read().autoOrient().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await (type === 'image/jpeg' ? upright.jpeg({ quality: 82 }) : upright.png())
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new ImageRefused('notAnImage')
    })
  const sha256 = createHash('sha256').update(data).digest('hex')
  return { content: data, type, width: info.width, height: info.height, bytes: data.length, sha256 }
}

/** Turns bytes into what is kept and back: the encryption of identity papers, which the domain hands in. */
export type Protection = (bytes: Buffer) => Buffer

/** Checks, cleans and keeps a photograph; safe on disk when it returns, so that the row that names it may follow. Throws ImageRefused. */
export async function storeImage(bytes: Buffer, place: FilePlace, protect: Protection = (plain) => plain): Promise<StoredImage> {
  const key = keyOf(place)
  const { content, ...image } = await cleanImage(bytes)
  await store().put(key, protect(content))
  return image
}

/** The kept bytes, or null where there are none. */
export async function readImage(place: FilePlace, reveal: Protection = (kept) => kept): Promise<Buffer | null> {
  const kept = await store().get(keyOf(place))
  return kept && reveal(kept)
}

/** Takes a file away; one that is not there is gone already. */
export const removeFile = (place: FilePlace): Promise<void> => store().remove(keyOf(place))

import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile as readBytes, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { cleanFile, type StoredFile, type Taken } from './media/clean.server'
import { FileRefused } from './media/refused'

export { FileRefused, type StoredFile, type Taken }

/** Whose file it is. The name is never the sender's. */
export type FilePlace = { jurisdiction: string; disputeId: string; fileId: string }

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
        return await readBytes(pathOf(key))
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

/** Where everything is kept; also where pieces wait that are not a file yet. */
export const filesFolder = (): string => process.env.FILES_DIR || '.data/files'
const store = (): FileStore => localDisk(filesFolder())

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function keyOf({ jurisdiction, disputeId, fileId }: FilePlace): string {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(jurisdiction) || !UUID.test(disputeId) || !UUID.test(fileId)) {
    throw new TypeError('a file is kept by jurisdiction, dispute and file id')
  }
  return `${jurisdiction}/${disputeId}/${fileId}`
}

/** Turns bytes into what is kept and back: the encryption of identity papers, which the domain hands in. */
export type Protection = (bytes: Buffer) => Buffer

const plain: Protection = (bytes) => bytes

/** Checks, cleans and keeps a file; safe on disk when it returns, so that the row that names it may follow. Throws FileRefused. */
export async function storeFile(bytes: Buffer, place: FilePlace, taken: Taken, protect: Protection = plain): Promise<StoredFile> {
  const key = keyOf(place)
  const { content, ...file } = await cleanFile(bytes, taken)
  await store().put(key, protect(content))
  return file
}

/** The kept bytes, or null where there are none. */
export async function readFile(place: FilePlace, reveal: Protection = plain): Promise<Buffer | null> {
  const kept = await store().get(keyOf(place))
  return kept && reveal(kept)
}

/** Takes a file away; one that is not there is gone already. */
export const removeFile = (place: FilePlace): Promise<void> => store().remove(keyOf(place))

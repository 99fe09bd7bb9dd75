import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { filesFolder, type Protection } from './storage.server'

/** Whose upload it is: it lies in its owner's folder, so that nobody else's id leads to it. */
export type UploadPlace = { jurisdiction: string; accountId: string; uploadId: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const told = 'told.json'
const pieceName = /^(\d{1,9})-(\d{1,9})$/

const root = () => join(filesFolder(), '.pieces')

function folderOf({ jurisdiction, accountId, uploadId }: UploadPlace): string {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(jurisdiction) || !UUID.test(accountId) || !UUID.test(uploadId))
    throw new TypeError('an upload is kept by jurisdiction, account and upload id')
  return join(root(), jurisdiction, accountId, uploadId)
}

const namesIn = (folder: string) => readdir(folder).catch(() => [])

/** Written beside its name and renamed: a piece is there whole or not at all. Two writers of one piece write the same. */
async function putWhole(folder: string, name: string, bytes: Buffer | string) {
  const part = join(folder, `.${randomUUID()}.part`)
  await writeFile(part, bytes, { mode: 0o600 })
  await rename(part, join(folder, name))
}

/** Begins an upload with what its sender told of it (plain data, no names); one that was begun keeps what was told first. */
export async function beginUpload(place: UploadPlace, what: object): Promise<void> {
  const folder = folderOf(place)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await toldOf(place)) === null) await putWhole(folder, told, JSON.stringify(what))
}

/** What was told at its beginning, or null where there is no such upload. */
export async function toldOf(place: UploadPlace): Promise<unknown> {
  const text = await readFile(join(folderOf(place), told), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as unknown)
}

/** How many uploads of one account lie unfinished. */
export const countUploads = async (place: UploadPlace): Promise<number> => (await namesIn(join(folderOf(place), '..'))).length

async function piecesOf(place: UploadPlace): Promise<{ name: string; from: number; to: number }[]> {
  const found = (await namesIn(folderOf(place))).flatMap((name) => {
    const [, from, length] = pieceName.exec(name) ?? []
    return from === undefined ? [] : [{ name, from: Number(from), to: Number(from) + Number(length) }]
  })
  const whole: typeof found = []
  for (let at = 0, next; (next = found.find(({ from, to }) => from === at && to > from)); at = next.to) whole.push(next)
  return whole
}

/** How many bytes are there from the beginning without a gap. */
export const offsetOf = async (place: UploadPlace): Promise<number> => (await piecesOf(place)).at(-1)?.to ?? 0

/** Keeps the piece that follows what is there. */
export const putPiece = (place: UploadPlace, from: number, bytes: Buffer, protect: Protection): Promise<void> =>
  putWhole(folderOf(place), `${from}-${bytes.length}`, protect(bytes))

/** All pieces in one. */
export async function joined(place: UploadPlace, reveal: Protection): Promise<Buffer> {
  const folder = folderOf(place)
  const pieces = await piecesOf(place)
  return Buffer.concat(await Promise.all(pieces.map(async ({ name }) => reveal(await readFile(join(folder, name))))))
}

/** Takes an upload away; one that is not there is gone already. */
export const endUpload = (place: UploadPlace): Promise<void> => rm(folderOf(place), { recursive: true, force: true })

/** Takes away uploads that nothing was added to since `before`. Answers how many. */
export async function sweepUploads(before: Date): Promise<number> {
  let gone = 0
  for (const jurisdiction of await namesIn(root()))
    for (const account of await namesIn(join(root(), jurisdiction)))
      for (const upload of await namesIn(join(root(), jurisdiction, account))) {
        const folder = join(root(), jurisdiction, account, upload)
        const seen = await stat(folder).catch(() => null)
        if (!seen || seen.mtime >= before) continue
        await rm(folder, { recursive: true, force: true })
        gone += 1
      }
  return gone
}

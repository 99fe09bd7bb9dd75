import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { readdir, readFile, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { sendStep } from '#app/domain/draft/send.server'
import { openFile } from '#app/domain/file/open-file.server'
import { beginFile, forgetOldUploads, takePiece, uploadForm, type Upload } from '#app/domain/file/uploads.server'
import { newId } from '#app/domain/id'
import { recording } from '../../support/media'
import { areaId, longquan, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

const folder = mkdtempSync(join(tmpdir(), 'yizhan-pieces-'))
process.env.FILES_DIR = folder

let cast: Record<Part, Person>
let village: string
let photo: Buffer
beforeAll(async () => {
  cast = await people()
  village = await areaId(longquan)
  const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const
  photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 95 })
    .toBuffer()
})

async function aDraft() {
  const id = newId()
  await sendStep({ actor: cast.grid, id, step: 1, go: 'next', sent: { areaId: village, typeCode: '0203' }, photos: [] })
  return id
}
const uploadOf = (draftId: string, bytes: Buffer, more: Partial<Upload> = {}): Upload => ({
  uploadId: newId(),
  draftId,
  kind: 'photo',
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...more,
})
const pieceBytes = 10_000
async function sendAll(upload: Upload, bytes: Buffer) {
  let progress = await beginFile(cast.grid, upload)
  while (!progress.done)
    progress = await takePiece(cast.grid, upload.uploadId, progress.offset, bytes.subarray(progress.offset, progress.offset + pieceBytes))
}
const filesOf = (draftId: string) => db.file.findMany({ where: { draftId } })

describe('a file in pieces', () => {
  test('goes on where it stopped, and is one picture of the draft', async () => {
    const draftId = await aDraft()
    const upload = uploadOf(draftId, photo)
    expect(photo.length).toBeGreaterThan(3 * pieceBytes)
    expect(await beginFile(cast.grid, upload)).toEqual({ offset: 0, done: false })
    expect(await takePiece(cast.grid, upload.uploadId, 0, photo.subarray(0, pieceBytes))).toEqual({ offset: pieceBytes, done: false })
    // The answer was lost: the same piece again, one that is too far on, and the beginning again change nothing.
    expect(await takePiece(cast.grid, upload.uploadId, 0, photo.subarray(0, pieceBytes))).toEqual({ offset: pieceBytes, done: false })
    expect((await takePiece(cast.grid, upload.uploadId, 3 * pieceBytes, photo.subarray(0, 10))).offset).toBe(pieceBytes)
    expect(await beginFile(cast.grid, upload)).toEqual({ offset: pieceBytes, done: false })
    await sendAll(upload, photo)
    await sendAll(upload, photo)
    const files = await filesOf(draftId)
    expect(files.map(({ id, mime }) => ({ id, mime }))).toEqual([{ id: upload.uploadId, mime: 'image/jpeg' }])
    expect((await openFile(cast.grid, upload.uploadId, null)).bytes.length).toBeGreaterThan(1000)
  })

  test('is made once where its last piece comes twice at once', async () => {
    const draftId = await aDraft()
    const upload = uploadOf(draftId, photo)
    await beginFile(cast.grid, upload)
    const both = await Promise.all([takePiece(cast.grid, upload.uploadId, 0, photo), takePiece(cast.grid, upload.uploadId, 0, photo)])
    expect(both.map(({ done }) => done)).toEqual([true, true])
    expect(await filesOf(draftId)).toHaveLength(1)
  })

  test('of a recording is cleaned as any other', async () => {
    const draftId = await aDraft()
    const upload = uploadOf(draftId, recording())
    await sendAll(upload, recording())
    const { bytes, mime } = await openFile(cast.grid, upload.uploadId, null)
    expect([mime, bytes.includes('+26.8721')]).toEqual(['audio/mp4', false])
  })

  test('of an identity card lies unreadable on the disk, in pieces and whole', async () => {
    const draftId = await aDraft()
    const upload = uploadOf(draftId, photo, { kind: 'identity' })
    await beginFile(cast.grid, upload)
    await takePiece(cast.grid, upload.uploadId, 0, photo.subarray(0, pieceBytes))
    const place = join(folder, '.pieces')
    const names = (await readdir(place, { recursive: true })).filter((name) => /\d-\d+$/.test(name))
    expect(names).toHaveLength(1)
    for (const name of names) expect((await readFile(join(place, name))).includes(photo.subarray(0, 64))).toBe(false)
    await sendAll(upload, photo)
    const [kept] = await filesOf(draftId)
    expect(kept).toMatchObject({ kind: 'identity' })
    const [jurisdictionFolder = ''] = (await readdir(folder)).filter((name) => !name.startsWith('.'))
    expect((await readFile(join(folder, jurisdictionFolder, draftId, upload.uploadId))).subarray(0, 2).toString()).toBe('1.')
  })

  test('is not there for a stranger, whatever they send', async () => {
    const draftId = await aDraft()
    const upload = uploadOf(draftId, photo)
    await beginFile(cast.grid, upload)
    expect((await refusalOf(beginFile(cast.otherGrid, { ...upload, uploadId: newId() })))[0]).toBe(404)
    expect((await refusalOf(beginFile(cast.otherGrid, upload)))[0]).toBe(404)
    expect((await refusalOf(takePiece(cast.otherGrid, upload.uploadId, 0, photo)))[0]).toBe(404)
    expect((await refusalOf(takePiece(cast.grid, newId(), 0, photo)))[0]).toBe(404)
    await sendAll(upload, photo)
    expect((await refusalOf(beginFile(cast.otherGrid, upload)))[0]).toBe(404)
    expect((await refusalOf(openFile(cast.otherGrid, upload.uploadId, null)))[0]).toBe(404)
  })

  test('is refused in words, and leaves nothing behind', async () => {
    const draftId = await aDraft()
    const other = Buffer.from('MZ is no picture')
    const upload = uploadOf(draftId, other)
    await beginFile(cast.grid, upload)
    const [status, , fields] = await refusalOf(takePiece(cast.grid, upload.uploadId, 0, other))
    expect([status, fields]).toEqual([400, { pictures: expect.stringContaining('jpg、png') }])
    const torn = uploadOf(draftId, photo, { sha256: '0'.repeat(64) })
    await beginFile(cast.grid, torn)
    expect((await refusalOf(takePiece(cast.grid, torn.uploadId, 0, photo)))[1]).toContain('没有传完整')
    expect(await filesOf(draftId)).toEqual([])
    expect((await refusalOf(takePiece(cast.grid, torn.uploadId, 0, photo)))[0]).toBe(404)
    expect(uploadForm.safeParse({ ...upload, bytes: 10 * 1024 * 1024 + 1 }).success).toBe(false)
  })

  test('that nobody goes on with goes after a day', async () => {
    const draftId = await aDraft()
    const upload = uploadOf(draftId, photo)
    await beginFile(cast.grid, upload)
    await takePiece(cast.grid, upload.uploadId, 0, photo.subarray(0, pieceBytes))
    await forgetOldUploads(new Date())
    expect((await beginFile(cast.grid, upload)).offset).toBe(pieceBytes)
    const place = join(folder, '.pieces')
    const names = await readdir(place, { recursive: true })
    const old = new Date(Date.now() - 25 * 3_600_000)
    for (const name of names.filter((one) => one.endsWith(upload.uploadId))) await utimes(join(place, name), old, old)
    expect(await forgetOldUploads(new Date())).toBe(1)
    expect((await beginFile(cast.grid, upload)).offset).toBe(0)
  })
})

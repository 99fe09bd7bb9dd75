import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decryptBytes, encryptBytes } from '#app/domain/privacy/cipher.server'
import { newDataKey } from '#app/domain/privacy/data-key.server'
import * as storage from '#app/services/storage.server'
import { useRing } from './keys'

const { FileRefused, localDisk, readFile, removeFile, storeFile } = storage
const disputeId = '0198a2f0-0000-7000-8000-000000000001'
const place = { jurisdiction: 'gucheng', disputeId, fileId: '0198a2f0-0000-7000-8000-00000000000a' }
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yizhan-files-'))
  process.env.FILES_DIR = folder
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#1c5bb0' } })
const exif = {
  IFD0: { Make: 'PhoneMaker', Model: 'Secret Model' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '26/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '100/1 14/1 0/1' },
}
const reasonOf = (bytes: Buffer) =>
  storeFile(bytes, place, 'pictures').then(
    () => 'kept',
    (error: unknown) => (error instanceof FileRefused ? error.reason : Promise.reject(error)),
  )

describe('a photograph', () => {
  test('is kept upright and small, without place or device', async () => {
    const original = await picture(2000, 1000).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(original.includes('Secret Model')).toBe(true)
    const image = await storeFile(original, place, 'pictures')
    expect(image).toMatchObject({ type: 'image/jpeg', width: 800, height: 1600 })
    const kept = (await readFile(place)) ?? Buffer.alloc(0)
    expect(kept.length).toBe(image.bytes)
    const { exif: left, iptc, xmp, orientation } = await sharp(kept).metadata()
    expect({ left, iptc, xmp, orientation }).toEqual({})
    expect(kept.includes('Secret Model')).toBe(false)
    expect(await readdir(join(folder, 'gucheng', disputeId))).toEqual([place.fileId])
  })

  test('loses its comments as png and what hides behind its end', async () => {
    const original = Buffer.concat([await picture(20, 10).withExif(exif).png().toBuffer(), Buffer.from('<script>hidden')])
    expect(await storeFile(original, place, 'pictures')).toMatchObject({ type: 'image/png', width: 20, height: 10 })
    const kept = (await readFile(place)) ?? Buffer.alloc(0)
    expect(kept.includes('hidden')).toBe(false)
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
  })

  test('of an identity card is unreadable on the disk', async () => {
    useRing()
    const { key } = newDataKey(disputeId)
    const at = { table: 'file', column: 'content', rowId: place.fileId }
    await storeFile(await picture(20, 10).png().toBuffer(), place, 'pictures', (plain) => encryptBytes(plain, key, at))
    const kept = (await readFile(place)) ?? Buffer.alloc(0)
    expect(kept.subarray(0, 2).toString()).toBe('1.')
    const shown = await readFile(place, (bytes) => decryptBytes(bytes, key, at))
    expect(shown?.subarray(1, 4).toString()).toBe('PNG')
  })

  test('that was removed is gone, twice over', async () => {
    await storeFile(await picture(20, 10).png().toBuffer(), place, 'pictures')
    await removeFile(place)
    await removeFile(place)
    expect(await readFile(place)).toBeNull()
  })
})

describe('refused in words', () => {
  test('what is empty, too big, or no picture whatever it says', async () => {
    const jpeg = await picture(200, 100).jpeg().toBuffer()
    const wrong: [string, Buffer][] = [
      ['empty', Buffer.alloc(0)],
      ['tooBig', Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)])],
      ['notAnImage', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['notAnImage', await picture(20, 10).webp().toBuffer()],
      ['notAnImage', Buffer.from('GIF89a')],
      ['notAnImage', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('not really')])],
      ['notAnImage', jpeg.subarray(0, jpeg.length / 2)],
    ]
    for (const [reason, bytes] of wrong) expect(await reasonOf(bytes)).toBe(reason)
  })

  test('a small file of endless pixels, before it is unpacked', async () => {
    expect(await reasonOf(await picture(9000, 6000).png().toBuffer())).toBe('tooManyPixels')
    expect(await reasonOf(await picture(5000, 4000).jpeg({ progressive: true }).toBuffer())).toBe('tooManyPixels')
  })
})

test('no file lies outside its folder', async () => {
  const bytes = Buffer.from('x')
  const wrong = [{ jurisdiction: '..' }, { disputeId: '../../etc' }, { fileId: 'passwd' }, { fileId: `${place.fileId}/x` }]
  for (const change of wrong) await expect(readFile({ ...place, ...change })).rejects.toThrow(TypeError)
  await expect(localDisk(folder).put('../outside', bytes)).rejects.toThrow(TypeError)
})

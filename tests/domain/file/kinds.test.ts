import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { cleanFile } from '#app/services/media/clean.server'
import { typeOf } from '#app/services/media/kinds'
import { FileRefused } from '#app/services/media/refused'
import { paper, recording } from '../../support/media'

const picture = () => sharp({ create: { width: 20, height: 10, channels: 3, background: '#1c5bb0' } })
const reasonOf = (bytes: Buffer, taken: 'pictures' | 'all' = 'all') =>
  cleanFile(bytes, taken).then(
    ({ type }) => type,
    (error: unknown) => (error instanceof FileRefused ? error.reason : Promise.reject(error)),
  )

describe('what a file is', () => {
  test('is said by its first bytes alone', async () => {
    expect(typeOf(await picture().jpeg().toBuffer())).toBe('image/jpeg')
    expect(typeOf(await picture().png().toBuffer())).toBe('image/png')
    expect(typeOf(paper())).toBe('application/pdf')
    expect(typeOf(recording())).toBe('audio/mp4')
    for (const other of ['<svg/>', 'GIF89a', 'PK\u0003\u0004', '<!doctype html>', '', 'MZ']) expect(typeOf(Buffer.from(other))).toBeNull()
    expect(typeOf(await picture().webp().toBuffer())).toBeNull()
  })

  test('four kinds are taken, of identity papers photographs alone', async () => {
    expect(await reasonOf(paper())).toBe('application/pdf')
    expect(await reasonOf(recording())).toBe('audio/mp4')
    expect(await reasonOf(paper(), 'pictures')).toBe('notAnImage')
    expect(await reasonOf(recording(), 'pictures')).toBe('notAnImage')
    expect(await reasonOf(Buffer.from('MZ hello'))).toBe('notAFile')
    expect(await reasonOf(Buffer.alloc(0))).toBe('empty')
    expect(await reasonOf(Buffer.concat([paper(), Buffer.alloc(10 * 1024 * 1024)]))).toBe('tooBig')
  })

  test('what only begins like one is none', async () => {
    expect(await reasonOf(Buffer.from('%PDF-1.7 and nothing more'))).toBe('notAFile')
    expect(await reasonOf(recording().subarray(0, 60))).toBe('notAFile')
    expect(await reasonOf(recording({ handler: 'vide' }))).toBe('video')
    expect(await reasonOf(paper({ trailer: '/Encrypt 9 0 R' }))).toBe('locked')
  })
})

describe('what a file says of itself', () => {
  test('goes from a recording, and it keeps its length and its sound', async () => {
    const sent = recording({ place: '+26.8721+100.2299/' })
    expect(sent.includes('+26.8721')).toBe(true)
    const { content } = await cleanFile(sent, 'all')
    expect(content.length).toBe(sent.length)
    for (const word of ['+26.8721', 'PhoneMaker', 'udta', 'meta']) expect(content.includes(word)).toBe(false)
    const at = content.indexOf('mvhd')
    expect(content.readUInt32BE(at + 8)).toBe(0)
    expect(content.readUInt32BE(at + 12)).toBe(0)
    expect(content.includes('the very sound')).toBe(true)
    expect((await cleanFile(content, 'all')).content.equals(content)).toBe(true)
  })

  test('goes from a paper: author, device, time, packets, and where its photographs were taken', async () => {
    const photo = await picture()
      .withExif({ IFD0: { Model: 'Secret Model' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '26/1 52/1 0/1' } })
      .jpeg()
      .toBuffer()
    const sent = paper({ photo })
    for (const word of ['Secret Model', '木某某', 'PhoneMaker', '26.8721']) expect(sent.includes(Buffer.from(word)), word).toBe(true)
    const { content } = await cleanFile(sent, 'all')
    expect(content.length).toBe(sent.length)
    for (const word of ['Secret Model', '木某某', 'PhoneMaker', '26.8721']) expect(content.includes(Buffer.from(word)), word).toBe(false)
    for (const word of ['/Type /Catalog', 'startxref', '(the words of the paper)']) expect(content.includes(word), word).toBe(true)
  })
})

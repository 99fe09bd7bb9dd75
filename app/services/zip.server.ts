import { inflateRawSync } from 'node:zlib'

/** A zip that is broken, or that would unpack to more than is allowed. */
export class ZipRefused extends Error {
  constructor(readonly reason: 'broken' | 'tooBig') {
    super(`zip refused: ${reason}`)
    this.name = 'ZipRefused'
  }
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const STORED = 0
const DEFLATED = 8

type Entry = { name: string; method: number; packed: number; localAt: number }

function endOf(zip: Buffer): number {
  // The end record is 22 bytes and a comment of at most 65,535.
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1) if (zip.readUInt32LE(at) === END) return at
  throw new ZipRefused('broken')
}

function* entriesOf(zip: Buffer): Generator<Entry> {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let n = 0; n < count; n += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new ZipRefused('broken')
    const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    yield { name, method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), localAt: zip.readUInt32LE(at + 42) }
    at += 46 + nameLength + extraLength + commentLength
  }
}

function unpack(zip: Buffer, { method, packed, localAt }: Entry, most: number): Buffer {
  if (zip.readUInt32LE(localAt) !== LOCAL) throw new ZipRefused('broken')
  const start = localAt + 30 + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28)
  const content = zip.subarray(start, start + packed)
  if (method !== STORED && method !== DEFLATED) throw new ZipRefused('broken')
  // What an entry says of its own size is not asked: unpacking stops at the limit.
  const plain = method === STORED ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  if (plain.length > most) throw new ZipRefused('tooBig')
  return plain
}

const reasonOf = (error: unknown): ZipRefused => {
  if (error instanceof ZipRefused) return error
  return new ZipRefused(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'tooBig' : 'broken')
}

/** The wanted entries of a zip, at most `most` bytes unpacked in all. Throws ZipRefused: broken, tooBig. */
export function unzip(zip: Buffer, wanted: (name: string) => boolean, most: number): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  let left = most
  try {
    for (const entry of entriesOf(zip)) {
      if (!wanted(entry.name) || found.has(entry.name)) continue
      const plain = unpack(zip, entry, left)
      left -= plain.length
      found.set(entry.name, plain)
    }
  } catch (error) {
    throw reasonOf(error)
  }
  return found
}

/** A zip of these entries in this order, stored as they are: for a reader in the house, which asks for no checksum. */
export function zipStored(entries: Iterable<readonly [name: string, content: Buffer]>): Buffer {
  const parts: Buffer[] = []
  for (const [name, content] of entries) {
    const path = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(LOCAL, 0)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(path.length, 26)
    parts.push(head, path, content)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  return Buffer.concat([...parts, end])
}

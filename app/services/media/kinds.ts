/** What is kept: decided by the first bytes, never by the name or by what the sender calls it (U36). */
export type FileType = 'image/jpeg' | 'image/png' | 'application/pdf' | 'audio/mp4'
export type ImageType = Extract<FileType, `image/${string}`>

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const jpegHead = Buffer.from([0xff, 0xd8, 0xff])

/** Brands that phones give a recording; others of the same box format are films or pictures. */
const audioBrands = ['M4A ', 'M4B ', 'mp42', 'mp41', 'isom', 'iso2', 'iso4', 'iso5', 'iso6', 'dash', '3gp4', '3gp5', '3gp6']

const begins = (bytes: Buffer, head: Buffer) => bytes.subarray(0, head.length).equals(head)

/** The type of some bytes, or null for what is not kept. */
export function typeOf(bytes: Buffer): FileType | null {
  if (begins(bytes, jpegHead)) return 'image/jpeg'
  if (begins(bytes, pngHead)) return 'image/png'
  if (begins(bytes, Buffer.from('%PDF-'))) return 'application/pdf'
  const brand = bytes.subarray(4, 8).equals(Buffer.from('ftyp')) ? bytes.toString('latin1', 8, 12) : ''
  return audioBrands.includes(brand) ? 'audio/mp4' : null
}

export const isImage = (type: FileType | null): type is ImageType => type === 'image/jpeg' || type === 'image/png'

import { FileRefused } from './refused'

/** Where a box (ISO 14496-12, "atom") lies: from its head to its end, and where its content begins. */
type Box = { name: string; at: number; body: number; end: number }

/** Boxes that hold boxes, on the way to all that a recording says of itself. */
const holders = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'moof', 'traf']
/** Boxes that say where, with what and by whom it was recorded: Apple's and Google's tags, and XMP. */
const telling = ['udta', 'meta', 'uuid']
/** Boxes with the moment of recording in their first numbers. */
const timed = ['mvhd', 'tkhd', 'mdhd']

function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to;) {
    const short = bytes.readUInt32BE(at)
    const long = short === 1 && at + 16 <= to
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    const body = at + (long ? 16 : 8)
    const end = at + size
    if (end < body || end > to) throw new FileRefused('notAFile')
    yield { name: bytes.toString('latin1', at + 4, at + 8), at, body, end }
    at = end
  }
}

/** A box becomes free space of the same length: nothing that points into the file moves. */
function empty(bytes: Buffer, { at, body, end }: Box) {
  bytes.write('free', at + 4, 'latin1')
  bytes.fill(0, body, end)
}

/** Version 0 has two moments of 4 bytes each, version 1 of 8. */
function forgetTime(bytes: Buffer, { body, end }: Box) {
  if (body + 4 > end) throw new FileRefused('notAFile')
  const length = bytes[body] === 1 ? 16 : 8
  bytes.fill(0, body + 4, Math.min(end, body + 4 + length))
}

function strip(bytes: Buffer, from: number, to: number, depth: number, seen: Set<string>): void {
  if (depth > 8) throw new FileRefused('notAFile')
  for (const box of boxesIn(bytes, from, to)) {
    seen.add(box.name)
    if (telling.includes(box.name) || box.name === 'free' || box.name === 'skip') empty(bytes, box)
    else if (timed.includes(box.name)) forgetTime(bytes, box)
    else if (box.name === 'hdlr') seen.add(`hdlr ${bytes.toString('latin1', box.body + 8, box.body + 12)}`)
    else if (holders.includes(box.name)) strip(bytes, box.body, box.end, depth + 1, seen)
  }
}

/**
 * A recording without tags, place, device and time of recording (U36); of the same length, so that it still plays. Throws
 * FileRefused for what is no recording: broken boxes, no sound, a film.
 */
export function cleanRecording(sent: Buffer): Buffer {
  const bytes = Buffer.from(sent)
  const seen = new Set<string>()
  strip(bytes, 0, bytes.length, 0, seen)
  if (seen.has('hdlr vide')) throw new FileRefused('video')
  if (!seen.has('moov') || !seen.has('mdat') || !seen.has('hdlr soun')) throw new FileRefused('notAFile')
  return bytes
}

import { FileRefused } from './refused'

const exif = Buffer.from('Exif\0\0', 'latin1')
const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')

/** Words about a photograph inside the paper: the segment stays, so that nothing moves, and says nothing. */
function forgetPhotos(bytes: Buffer) {
  for (const head of [exif, xmp])
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
      if (at < 4 || bytes[at - 4] !== 0xff || bytes[at - 3] !== 0xe1) continue
      bytes.fill(0, at, Math.min(bytes.length, at - 2 + bytes.readUInt16BE(at - 2)))
    }
}

/** Where an object's dictionary ends: at the bracket that closes it; strings are stepped over. */
function endOfDictionary(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') at = endOfString(text, at) - 1
    else if (text.startsWith('<<', at)) [depth, at] = [depth + 1, at + 1]
    else if (text.startsWith('>>', at)) {
      ;[depth, at] = [depth - 1, at + 1]
      if (depth === 0) return at + 1
    }
  }
  return -1
}

function endOfString(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  return text.length
}

/** The dictionary of author, device and time becomes an empty one of the same length. */
function forgetInfo(bytes: Buffer, text: string) {
  for (const [, number, generation] of text.matchAll(/\/Info\s+(\d{1,10})\s+(\d{1,5})\s+R/g)) {
    for (const found of text.matchAll(new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\s*(?=<<)`, 'g'))) {
      const from = found.index + found[0].length
      const to = endOfDictionary(text, from)
      if (to > 0) bytes.fill(' ', from + 2, to - 2, 'latin1')
    }
  }
}

/** Plain XMP packets become blanks. */
function forgetPackets(bytes: Buffer, text: string) {
  for (const found of text.matchAll(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>|<rdf:RDF[\s\S]*?<\/rdf:RDF>/g))
    bytes.fill(' ', found.index, found.index + found[0].length, 'latin1')
}

/**
 * A paper without the words about itself that lie open in it: its information dictionary, XMP packets, and place and
 * device in photographs (U36); of the same length, so that it still opens. What a writer has packed into compressed
 * object streams stays as it is. Throws FileRefused for a torn one and for a locked one, which cannot be looked into.
 */
export function cleanPaper(sent: Buffer): Buffer {
  const bytes = Buffer.from(sent)
  const text = bytes.toString('latin1')
  if (text.lastIndexOf('%%EOF') < 0 || !/\bendobj\b/.test(text)) throw new FileRefused('notAFile')
  if (/\/Encrypt\s+(\d+\s+\d+\s+R|<<)/.test(text)) throw new FileRefused('locked')
  forgetPhotos(bytes)
  forgetInfo(bytes, text)
  forgetPackets(bytes, text)
  return bytes
}

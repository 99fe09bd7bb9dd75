const box = (name: string, ...content: Buffer[]) => {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}
const numbers = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4))
  return bytes
}

/** A recording as a phone makes it: boxes, tags with place and device, and what stands for sound. */
export function recording({ place = '+26.8721+100.2299/', handler = 'soun' } = {}): Buffer {
  const times = numbers(0, 3_900_000_000, 3_900_000_001, 1000, 5000)
  const tags = box('udta', box('©xyz'.replace('©', '\u00a9'), Buffer.from(place)), box('meta', numbers(0), Buffer.from('PhoneMaker')))
  const media = box('mdia', box('mdhd', times), box('hdlr', numbers(0, 0), Buffer.from(handler), numbers(0, 0, 0), Buffer.from('\0')))
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A '), numbers(0), Buffer.from('M4A mp42isom')),
    box('moov', box('mvhd', times), box('trak', box('tkhd', times), media), tags),
    box('mdat', Buffer.from('the very sound')),
  ])
}

/** A paper with an author, an XMP packet and, if there is one, a photograph as the camera made it. */
export function paper({ trailer = '', photo = Buffer.alloc(0) } = {}): Buffer {
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>26.8721</rdf:RDF></x:xmpmeta>'
  const parts = [
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    '3 0 obj\n<< /Author (木某某 \\) (again)) /Producer (PhoneMaker) /CreationDate (D:20261124) /More << /X 1 >> >>\nendobj\n',
    `5 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream\nendobj\n`,
    '4 0 obj\n<< /Length 24 >>\nstream\n(the words of the paper)\nendstream\nendobj\n',
    `6 0 obj\n<< /Subtype /Image /Filter /DCTDecode /Length ${photo.length} >>\nstream\n`,
    photo,
    `\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Info 3 0 R ${trailer} /Size 7 >>\nstartxref\n9\n%%EOF\n`,
  ]
  return Buffer.concat(parts.map((part) => Buffer.from(part)))
}

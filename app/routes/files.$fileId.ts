import { openFile } from '#app/domain/file/open-file.server'
import { idIn, pageLoader } from '#app/http/handlers.server'

/** Pictures are looked at in the browser; what a browser would run a viewer for is taken away as a file. */
const ending: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'audio/mp4': 'm4a' }

/** The one span that a player asks for (`bytes=0-1`, `bytes=500-`), or null for the whole. */
function spanOf(asked: string | null, length: number): { from: number; to: number } | null {
  const [, from, to] = /^bytes=(\d{1,9})-(\d{0,9})$/.exec(asked ?? '') ?? []
  if (from === undefined || Number(from) >= length) return null
  return { from: Number(from), to: Math.min(to ? Number(to) : length - 1, length - 1) }
}

/** A file, to who may see its dispute: as what it is, kept by the own browser only. */
export const loader = pageLoader(async (visit) => {
  const fileId = idIn(visit, 'fileId')
  const { bytes, mime } = await openFile(visit.actor, fileId, visit.url.searchParams.get('purpose'))
  const end = ending[mime]
  const span = spanOf(visit.request.headers.get('Range'), bytes.length)
  const sent = span ? bytes.subarray(span.from, span.to + 1) : bytes
  return new Response(new Uint8Array(sent), {
    status: span ? 206 : 200,
    headers: {
      'Content-Type': mime,
      'Content-Length': String(sent.length),
      'Content-Disposition': end ? `attachment; filename="${fileId.slice(-8)}.${end}"` : 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=300',
      'Accept-Ranges': 'bytes',
      ...(span && { 'Content-Range': `bytes ${span.from}-${span.to}/${bytes.length}` }),
    },
  })
})

import { openFile } from '#app/domain/file/open-file.server'
import { idIn, pageLoader } from '#app/http/handlers.server'

/** A picture, to who may see its dispute: as what it is, kept by the own browser only. */
export const loader = pageLoader(async (visit) => {
  const { bytes, mime } = await openFile(visit.actor, idIn(visit, 'fileId'), visit.url.searchParams.get('purpose'))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Length': String(bytes.length),
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=300',
    },
  })
})

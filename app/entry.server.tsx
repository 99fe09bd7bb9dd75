import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { log } from '#app/services/log.server'
import { NonceProvider } from '#ui/nonce'
import { wholePage } from './http/whole-page.server'

/** Pages are rendered whole and sent as one piece: none of ours defers data, and a whole page costs less than a stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Promise((resolve, reject) => {
    let failure = false
    const page = (
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceProvider>
    )
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const pieces: Buffer[] = []
        const whole = new Writable({
          write(piece: Buffer, _encoding, done) {
            pieces.push(piece)
            done()
          },
          final(done) {
            resolve(new Response(wholePage(pieces), { headers, status: failure ? 500 : status }))
            done()
          },
        })
        pipe(whole)
      },
      onShellError: reject,
      onError(error) {
        failure = true
        log.error({ err: error }, 'a page failed to render')
      },
    })
  })
}

/** What a loader or an action threw and did not mean to. A page that is not there is no error of ours. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ err: error, method: request.method }, 'a request failed')
}

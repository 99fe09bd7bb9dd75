import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { gzipSync } from 'node:zlib'
import { log } from '#app/services/log.server'
import { NonceProvider } from '#ui/nonce'

// Decided: React renders on the server only. No page hydrates: what a page does beyond links and forms is in the plain
// scripts of app/browser: seven kilobytes, and twenty more where a form is kept without a line. A cheap phone loads no React,
// and a page carries its text once, not a second time as data. So a page is one string, rendered whole and packed in one go.

/** Of zlib's nine: a light one, for each page is packed anew for one reader. */
const level = 2

const packs = (request: Request) => /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '')

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Response {
  const whole = (
    <NonceProvider value={nonce}>
      <RemixServer context={remixContext} url={request.url} />
    </NonceProvider>
  )
  const page = Buffer.from(`<!DOCTYPE html>${renderToStaticMarkup(whole)}`)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.append('Vary', 'Accept-Encoding')
  const packed = packs(request) ? gzipSync(page, { level }) : null
  if (packed) headers.set('Content-Encoding', 'gzip')
  const body = packed ?? page
  // Of a known length, head and body go out in one write, and nothing follows them.
  headers.set('Content-Length', String(body.byteLength))
  return new Response(body, { headers, status })
}

/** What a loader or an action threw and did not mean to. A page that is not there is no error of ours. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ err: error, method: request.method }, 'a request failed')
}

/** The web server: what stands before the pages. A bundle of its own; the pages are another, built by Vite. */
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { log } from '#app/services/log.server'
import { securityHeaders } from './headers.server'
import { sameOrigin } from './origin.server'
import { servePages } from './pages.server'
import { failed, numbered, sensible } from './requests.server'

const built = resolve('build/pages')
const publicUrl = process.env.PUBLIC_URL
const port = Number(process.env.PORT ?? 3000)

/** How long requests under way may take once we are told to stop, in milliseconds. */
const farewellMs = 8_000

const build = (await import(pathToFileURL(join(built, 'server/index.js')).href)) as ServerBuild

// Named one by one: looking for a file at the address of every page costs the page.
const besidePages = readdirSync(join(built, 'client')).flatMap((name) => (name === 'assets' ? [] : [`/${name}`]))

const app = express()
app.disable('x-powered-by')
// How many proxies stand before us: only then is what they say of the caller believed.
app.set('trust proxy', Number(process.env.TRUST_PROXY ?? 0))
// Pages pack themselves (entry.server.tsx).
app.use(numbered, securityHeaders(publicUrl))
app.use('/assets', compression(), express.static(join(built, 'client/assets'), { immutable: true, maxAge: '1y' }))
app.use('/assets', (_request, response) => void response.status(404).type('text').send('not found\n'))
app.get(besidePages, express.static(join(built, 'client'), { maxAge: '1h', index: false }))
app.get('/favicon.ico', (_request, response) => response.redirect(301, '/favicon.svg'))
app.use(sensible, sameOrigin(publicUrl))
servePages(app, build, (request, response) => {
  const { nonce, requestId } = response.locals as { nonce: string; requestId: string }
  return { nonce, requestId, address: request.ip ?? 'unknown' }
})
app.use(failed)

const server = app.listen(port, process.env.HOST ?? '::', () => {
  log.info({ port }, 'listening')
  process.send?.('ready')
})
server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = `端口 ${port} 已被别的程序占用。请关掉它，或换一个端口：PORT=8080 npm start`
  console.error(error.code === 'EADDRINUSE' ? taken : error.message)
  process.exit(error.code === 'EADDRINUSE' ? 98 : 1)
})

/** Answers what is under way, then leaves; at once if it takes too long. */
function leave() {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), farewellMs).unref()
}
process.on('SIGTERM', leave).on('SIGINT', leave)
// Who started us is gone, even if it was killed: a new start must find the port free.
process.on('disconnect', leave)

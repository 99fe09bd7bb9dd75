import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { log, onBehalfOf } from '#app/services/log.server'
import { refuse } from './plain-page.server'

const wellFormed = /^[\w-]{8,64}$/
const methods = ['GET', 'HEAD', 'POST']

/** More than the photos of one form, in bytes. */
const largestBody = 64 * 1024 * 1024

/** A path for the log: no query, which may hold a name, and no segment that may be a secret. */
export const loggable = (path: string) =>
  path.replace(/[^/]{20,}/g, (segment) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(\.data)?$/i.test(segment) ? segment : '***'))

/** Names each request, by the caller's id where it is well formed, and writes one line when it is answered. */
export const numbered: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id')
  const requestId = given && wellFormed.test(given) ? given : randomUUID()
  const begun = performance.now()
  response.locals.requestId = requestId
  response.setHeader('X-Request-Id', requestId)
  onBehalfOf(requestId, () => {
    response.on('finish', () => {
      const line = { requestId, method: request.method, path: loggable(request.path), status: response.statusCode }
      log[request.path === '/healthz' ? 'debug' : 'info']({ ...line, ms: Math.round(performance.now() - begun) }, 'answered')
    })
    next()
  })
}

/** Turns away what no page could answer: an address that is none, a method nobody offers, a body too large to hold. */
export const sensible: RequestHandler = (request, response, next) => {
  try {
    decodeURIComponent(request.path)
    void new URL(request.originalUrl, `${request.protocol}://${request.get('Host') ?? ''}`)
  } catch {
    return refuse(response, 400, '这个网址不完整或有错字，请核对后再打开。')
  }
  if (!methods.includes(request.method)) return refuse(response, 405, '不支持这样的请求。')
  // What was announced and is not read would be taken for the next request of the connection.
  const tooMuch = Number(request.get('Content-Length') ?? 0) > largestBody
  if (tooMuch || request.get('Transfer-Encoding')) response.setHeader('Connection', 'close')
  if (request.get('Transfer-Encoding')) return refuse(response, 411, '提交的内容没有写明大小，没有办理。')
  if (tooMuch) return refuse(response, 413, '一次提交的内容太大，没有办理。照片请分几次上传。')
  next()
}

/** The last resort: what nobody caught is logged, and the person reads a sentence and the number to ask about. */
export const failed: ErrorRequestHandler = (error, _request, response, _next) => {
  log.error({ err: error }, 'failed')
  if (response.headersSent) return response.destroy()
  refuse(response, 500, `系统出了差错，没有办理。请稍后再试；仍不行，请把编号 ${response.locals.requestId} 告诉管理员。`)
}

import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * The headers of every answer. A script runs by a nonce made anew for each; nothing inline, nothing from elsewhere. What
 * only https can keep (HSTS and its like) is promised only where the public address is https.
 */
export function securityHeaders(publicUrl: string | undefined): RequestHandler[] {
  const https = publicUrl?.startsWith('https:') ?? false
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    next()
  }
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [(_request, response) => `'nonce-${(response as unknown as Nonced).locals.nonce}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:'], // a photo is shown before it is sent
        mediaSrc: ["'self'"], // a recording is heard on the dispute's page
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Not no-referrer, helmet's default: under it browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  })
  const unstored: RequestHandler = (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store') // pages hold people's data; assets say otherwise for themselves
    response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()')
    next()
  }
  return [nonce, headers, unstored]
}

type Nonced = { locals: { nonce: string } }

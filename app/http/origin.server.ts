import type { Request, RequestHandler } from 'express'
import { refuse } from './plain-page.server'

const reading = ['GET', 'HEAD']

/** Here machines post, without a session: what they send is signed, and believed for that alone. */
const signed = ['/texts/receipts']

/** The site a browser says a form came from; old ones name it only in the Referer. Null where it is not said. */
function originOf(request: Request): string | null {
  const said = request.get('Origin') ?? request.get('Referer')
  if (!said) return null
  try {
    return new URL(said).origin
  } catch {
    return null
  }
}

/** The site this is: the public address where one is set, else the address that was asked. */
const ownOrigin = (request: Request, publicUrl: string | undefined) =>
  publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.get('Host') ?? ''}`

/** Whatever changes something comes from a page of this very site, or is refused before any route sees it. */
export const sameOrigin =
  (publicUrl: string | undefined): RequestHandler =>
  (request, response, next) => {
    if (reading.includes(request.method) || signed.includes(request.path) || originOf(request) === ownOrigin(request, publicUrl))
      return next()
    refuse(response, 403, '这个表单不是从本网站的页面提交的，没有办理。请回到本网站，重新打开页面再提交。')
  }

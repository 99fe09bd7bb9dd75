import { createCookie, redirect, type AppLoadContext, type TypedResponse } from '@remix-run/node'
import { actorOfSession, type SignedIn } from '#app/domain/people/actor.server'
import { sessionHours } from '#app/domain/people/sessions.server'

// Without https the browser would drop a secure cookie, and an office's own server often has none.
const cookie = createCookie('yizhan', {
  httpOnly: true,
  sameSite: 'lax',
  secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
  path: '/',
  maxAge: sessionHours * 3600,
})

/** The token in the request's cookie; null where there is none. It says nothing until `actorOfSession` has read it. */
export async function sessionToken(request: Request): Promise<string | null> {
  const token: unknown = await cookie.parse(request.headers.get('Cookie'))
  return typeof token === 'string' ? token : null
}

// The loaders of one page ask together; Remix hands them one context.
const asked = new WeakMap<AppLoadContext, Promise<SignedIn | null>>()

async function read(request: Request): Promise<SignedIn | null> {
  const token = await sessionToken(request)
  return token === null ? null : actorOfSession(token)
}

/** Who is asking; null for somebody who is not signed in. With the context it is read once for a whole page. */
export function signedIn(request: Request, context?: AppLoadContext): Promise<SignedIn | null> {
  if (!context) return read(request)
  const before = asked.get(context)
  if (before) return before
  const answer = read(request)
  asked.set(context, answer)
  return answer
}

/** A path of this site that somebody may be sent to after signing in; anything else is the first page. */
export function safePath(to: FormDataEntryValue | null): string {
  return typeof to === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(to) ? to : '/'
}

/** Who is asking; throws a redirect to the sign-in page, which leads back to a page (a form that was posted is not repeated). */
export async function requireSignedIn(request: Request, context?: AppLoadContext): Promise<SignedIn> {
  const someone = await signedIn(request, context)
  if (someone) return someone
  const { pathname, search } = new URL(request.url)
  const to = request.method === 'GET' ? safePath(pathname.replace(/\.data$/, '') + search) : '/'
  throw redirect(to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`)
}

/** Sends a browser on with its new session. */
export const redirectSignedIn = async (to: string, token: string): Promise<TypedResponse<never>> =>
  redirect(to, { headers: { 'Set-Cookie': await cookie.serialize(token) } })

/** Sends a browser on without a session. */
export const redirectSignedOut = async (to: string): Promise<TypedResponse<never>> =>
  redirect(to, { headers: { 'Set-Cookie': await cookie.serialize('', { maxAge: 0 }) } })

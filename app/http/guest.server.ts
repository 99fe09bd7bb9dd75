import { createCookie, redirect } from '@remix-run/node'

/** As long as a link may last, in seconds; the domain ends it earlier. */
const longest = 31 * 86_400

// For the guest's page alone: no script reads it, and no other site sends it.
const cookie = createCookie('yizhan-guest', {
  httpOnly: true,
  sameSite: 'strict',
  secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
  path: '/guest',
  maxAge: longest,
})

/** What this browser holds of a link that it opened; it says nothing until the domain has looked at it. */
export async function heldIn(request: Request): Promise<string | null> {
  const held: unknown = await cookie.parse(request.headers.get('Cookie'))
  return typeof held === 'string' ? held : null
}

/** Goes to the guest's page with what was opened, or without it. */
export const redirectHolding = async (held: string | null, to = '/guest') =>
  redirect(to, { headers: { 'Set-Cookie': held === null ? await cookie.serialize('', { maxAge: 0 }) : await cookie.serialize(held) } })

import { createCookie, redirect } from '@remix-run/node'
import { ticketSeconds } from '#app/domain/party-page/ticket.server'

// For the party's page alone, and only while it is looked at.
const cookie = createCookie('yizhan-case', {
  httpOnly: true,
  sameSite: 'strict',
  secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
  path: '/query',
  maxAge: ticketSeconds,
})

/** The ticket of a case that this browser opened; null where there is none. It says nothing until the domain has opened it. */
export async function ticketIn(request: Request): Promise<string | null> {
  const ticket: unknown = await cookie.parse(request.headers.get('Cookie'))
  return typeof ticket === 'string' ? ticket : null
}

/** Goes to the case, or away from it. */
export const redirectWithTicket = async (ticket: string | null, to = '/query') =>
  redirect(to, {
    headers: { 'Set-Cookie': ticket === null ? await cookie.serialize('', { maxAge: 0 }) : await cookie.serialize(ticket) },
  })

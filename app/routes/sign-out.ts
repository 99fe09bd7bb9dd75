import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endSession } from '#app/domain/people/sessions.server'
import { isCsrf } from '#app/http/csrf.server'
import { redirectSignedOut, sessionToken, signedIn } from '#app/http/session.server'

/** A link leads nowhere: signing out is a form. */
export const loader = () => redirect('/')

/** Ends the session in the database, so that a copy of the cookie is worth nothing, then forgets the cookie. */
export async function action({ request }: ActionFunctionArgs) {
  const someone = await signedIn(request)
  const token = await sessionToken(request)
  if (!someone || token === null) return redirectSignedOut('/sign-in')
  // Another site cannot sign anybody out; a page kept too long leads back to the first page, with a form that works.
  if (!isCsrf(await request.formData(), someone.csrf)) return redirect('/')
  await endSession(token)
  return redirectSignedOut('/sign-in')
}

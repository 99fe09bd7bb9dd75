import type { LoaderFunctionArgs } from '@remix-run/node'
import { safePath } from '#app/http/session.server'

/** Tells a script where a form that it sent leads on: the address alone, for it goes there by itself. */
export const loader = ({ request }: LoaderFunctionArgs) => Response.json({ to: safePath(new URL(request.url).searchParams.get('to')) })

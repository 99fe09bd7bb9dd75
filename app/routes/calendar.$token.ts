import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/domain/refusal'
import { calendarAt } from '#app/domain/schedule/feed.server'

/** What a calendar program reads: no session, the address is the secret. It says 调解会 and when, nothing else. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  try {
    return new Response(await calendarAt(params.token ?? '', context.address), {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="yizhan.ics"',
        'Cache-Control': 'private, no-cache',
        'X-Robots-Tag': 'noindex',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(error.message, { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
}

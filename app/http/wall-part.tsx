import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { WallBoard, type BoardWords } from '#ui/wall/board'

type Live = BoardWords & { day: string; said: string }

/** What the wall looks like now, as one word: it stays the same while nothing on it changes, whatever the clock says. */
const tagOf = ({ day, said, ...board }: Live): string =>
  `"${createHash('sha1')
    .update(JSON.stringify([day, said, board]))
    .digest('base64url')}"`

/** The wall below its bar, for the script that keeps it up to date: 304 while it is as the browser has it. */
export function wallPart(request: Request, wall: Live): Response {
  const tag = tagOf(wall)
  const headers = { ETag: tag, 'Content-Type': 'application/json; charset=utf-8' }
  if (request.headers.get('If-None-Match') === tag) return new Response(null, { status: 304, headers })
  const html = renderToStaticMarkup(<WallBoard board={wall} />)
  return new Response(JSON.stringify({ html, day: wall.day, said: wall.said }), { headers })
}

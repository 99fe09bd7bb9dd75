import { timingSafeEqual } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import type { Person } from '#app/domain/actor'
import type { Progress } from '#app/domain/file/uploads.server'
import { Refusal } from '#app/domain/refusal'
import { requireSignedIn } from './session.server'

const isOwn = (given: string | null, expected: string) => {
  const [a, b] = [Buffer.from(given ?? '', 'utf8'), Buffer.from(expected, 'utf8')]
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b)
}

/** What a script sends of a file: the session's token is in the header X-Csrf, and every answer is JSON. */
export const uploadAction =
  (take: (actor: Person, args: ActionFunctionArgs) => Promise<Progress>) =>
  async (args: ActionFunctionArgs): Promise<Response> => {
    const { actor, csrf } = await requireSignedIn(args.request, args.context)
    try {
      if (!isOwn(args.request.headers.get('X-Csrf'), csrf)) throw new Refusal('forbidden', '登录已经更换，请重新打开页面')
      return Response.json(await take(actor, args))
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      return Response.json({ problem: Object.values(refusal.fields)[0] ?? refusal.message }, { status: refusal.status })
    }
  }

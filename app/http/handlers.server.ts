import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import type { ZodType, output } from 'zod'
import type { Person } from '#app/domain/actor'
import type { Sent } from '#app/domain/dispute/advance.server'
import { isId, newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { isCsrf } from './csrf.server'
import { readForm } from './form-data.server'
import { requireSignedIn } from './session.server'

/** Who asks for what: the signed-in person, the address, and the token that forms carry. */
export type Visit = {
  actor: Person
  csrf: string
  url: URL
  params: Readonly<Record<string, string | undefined>>
  request: Request
  context: AppLoadContext
}

/** What a refused form gets back: all that was typed, what is wrong beside which field, and a sentence on top. */
export type FormReply = { values: Record<string, unknown>; errors: Record<string, string[]>; problem: string | null; intent?: string }

const pageOf = (refusal: Refusal): Response =>
  new Response(refusal.message, {
    status: refusal.status,
    statusText: refusal.code,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

async function visitOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Visit> {
  const { actor, csrf } = await requireSignedIn(request, context)
  return { actor, csrf, url: new URL(request.url), params, request, context }
}

/** The id in an address; one that cannot be an id does not exist (404). */
export function idIn({ params }: Visit, name: string): string {
  const id = params[name]
  if (!isId(id)) throw new Refusal('notFound')
  return id
}

/** Every page: who is asking, then the domain; a refusal becomes the page of its status. */
export const pageLoader =
  <T>(load: (visit: Visit) => Promise<T>) =>
  async (args: LoaderFunctionArgs): Promise<T> => {
    const visit = await visitOf(args)
    try {
      return await load(visit)
    } catch (error) {
      throw error instanceof Refusal ? pageOf(error) : error
    }
  }

/** What every form of a signed-in person carries: the session's token, its own submission key, the version looked at. */
export const formBase = ({ csrf }: Visit, seen?: number) => ({ csrf, key: newId(), ...(seen !== undefined && { seen }) })

/** The part of an act that the edge knows: who, on what, over which version, under which key. */
export function sentOf(visit: Visit, disputeId: string, form: FormData): Sent {
  const seen = Number(form.get('seen'))
  const key = form.get('key')
  if (!Number.isInteger(seen) || seen < 0 || typeof key !== 'string' || !isId(key))
    throw new Refusal('invalid', '页面不完整，请重新打开再填')
  return { actor: visit.actor, disputeId, seen, key }
}

const reply = (
  values: Record<string, unknown>,
  errors: Record<string, string[]>,
  problem: string | null,
  status: number,
  intent?: string,
) => data({ values, errors, problem, ...(intent && { intent }) } satisfies FormReply, { status })

const wordsOf = (errors: Record<string, string[] | null> | undefined) =>
  Object.fromEntries(Object.entries(errors ?? {}).map(([name, words]) => [name, words ?? []]))

/** A button that asks for more rows, a search or a step back sends the form without doing it. */
const isAside = (intent: FormDataEntryValue | null): intent is string => typeof intent === 'string' && intent !== 'submit'

/**
 * Where a form leads on. A script that keeps forms for want of a line sends one with fetch: it follows the redirect by
 * itself and would load the next page only to throw it away, so it is told the address instead (routes/went.ts).
 */
const leads = ({ request }: Visit, to: string) =>
  redirect(request.headers.get('X-Sent-By') === 'keep' ? `/went?to=${encodeURIComponent(to)}` : to)

/**
 * Every form: who is asking, is it well formed (400 beside the field), do it, go on. A refusal goes back to the form in
 * words with everything that was typed; only what may not be seen becomes a page of its own (404).
 * `handle` answers the address to go to, or a response of its own.
 */
export const formAction =
  <Schema extends ZodType>(
    schema: Schema,
    handle: (form: output<Schema>, visit: Visit & { form: FormData }) => Promise<string | Response>,
  ) =>
  async (args: ActionFunctionArgs) => {
    const visit = await visitOf(args)
    const form = await readForm(args.request).catch((error: unknown) => {
      throw error instanceof Refusal ? pageOf(error) : error
    })
    if (!isCsrf(form, visit.csrf)) throw pageOf(new Refusal('forbidden', '登录已经更换，请回到页面重新打开再提交'))
    const submission = parseWithZod(form, { schema })
    const { initialValue, error } = submission.reply()
    const values = (initialValue ?? {}) as Record<string, unknown>
    const intent = form.get('intent')
    if (isAside(intent)) return reply(values, {}, null, 200, intent)
    if (submission.status !== 'success') {
      const { '': whole = [], ...beside } = wordsOf(error ?? undefined)
      return reply(values, beside, whole[0] ?? '有几处没有填对，请看红字', 400)
    }
    try {
      const answer = await handle(submission.value, { ...visit, form })
      return typeof answer === 'string' ? leads(visit, answer) : answer
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      if (refusal.code === 'notFound') throw pageOf(refusal)
      const beside = Object.fromEntries(Object.entries(refusal.fields).map(([name, words]) => [name, [words]]))
      return reply(values, beside, refusal.message, refusal.status)
    }
  }

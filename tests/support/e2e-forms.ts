import type { APIRequestContext, APIResponse } from '@playwright/test'

/** The hidden values of a page's form: the session's token, the submission key, the version looked at. */
export type Base = { csrf: string; key: string; seen: string }

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** What a page's form carries unseen, read from its text as a program would that means no good. */
export async function baseOf(request: APIRequestContext, address: string): Promise<Base> {
  const page = await (await request.get(address)).text()
  const value = (name: string) => unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '')
  // The first token of a page may be that of 退出: it is the same.
  return { csrf: value('csrf'), key: value('key'), seen: value('seen') }
}

type Posted = Record<string, string> | [string, string][]

/** Posts a form from our own address, unless it says another; a redirect is not followed. */
export function post(
  request: APIRequestContext,
  address: string,
  fields: Posted,
  origin = `http://localhost:${process.env.E2E_PORT}`,
): Promise<APIResponse> {
  const data = new URLSearchParams(fields).toString()
  const headers = { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }
  return request.post(address, { data, headers, maxRedirects: 0 })
}

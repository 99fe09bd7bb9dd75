import { expect } from 'vitest'
import { Refusal } from '#app/domain/refusal'

/** What the domain said no with: the status and the sentence, and what stands beside which field. Fails if it said yes. */
export async function refusalOf(act: Promise<unknown>): Promise<[status: number, says: string, fields?: Record<string, string>]> {
  const said = await act.then(
    () => null,
    (error: unknown) => error,
  )
  expect(said, 'it was not refused').toBeInstanceOf(Refusal)
  const { status, message, fields } = said as Refusal
  return Object.keys(fields).length ? [status, message, fields] : [status, message]
}

/** Sentences that come up often. */
export const said = {
  forbidden: [403, '这一步不由您办理'],
  notFound: [404, '没有这件纠纷，或者您不能查看'],
  stale: [409, '您打开页面以后，这件纠纷又有了新的办理。请核对最新情况后再办'],
  notNow: [409, '现在不能办这一步'],
}

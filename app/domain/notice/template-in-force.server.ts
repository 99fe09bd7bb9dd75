import type { Reading } from '#app/db/client.server'
import type { LegalDay } from '../calendar/days'
import { templateOf, type TemplateCode } from './templates'

/** `version` null: the one that came with the system. */
export type InForce = { version: number | null; text: string }

/** What a message of this code says on a day. */
export async function textInForce(tx: Reading, code: TemplateCode, day: LegalDay): Promise<InForce> {
  const [row] = await tx.$queryRaw<{ version: number; text: string }[]>`
    select version, text from message_template where code = ${code} and valid_from <= ${day}::date order by version desc limit 1`
  return row ?? { version: null, text: templateOf(code).text }
}

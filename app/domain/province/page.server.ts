import type { Person } from '../actor'
import { Refusal } from '../refusal'
import { shownSheet, type ShownSheet } from '../table/show'
import { mayImportCodes, openCodeSheet } from './import.server'

export type CodesPage = { sheet: (ShownSheet & { id: string; done: boolean }) | null }

/** Where the province's numbers are sent in, and once they are, every row with its answer. Throws Refusal: notFound, forbidden. */
export async function codesPage(actor: Person, sheetId: string | null): Promise<CodesPage> {
  if (!mayImportCodes(actor)) throw new Refusal('forbidden', '省系统编码由承办的人、分流岗和区司法局写回')
  if (!sheetId) return { sheet: null }
  const sheet = await openCodeSheet(actor, sheetId)
  return { sheet: { ...shownSheet(sheet.rows, ({ number, code }) => [number, code]), id: sheet.id, done: sheet.doneAt !== null } }
}

import { whistleTable } from '#app/domain/whistle/page.server'
import { pageLoader } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

/** The month's whistles as a table. */
export const loader = pageLoader(async ({ actor, url }) => tableFile(await whistleTable(actor, url.searchParams), '吹哨.xlsx'))

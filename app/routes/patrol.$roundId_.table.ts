import { roundTable } from '#app/domain/patrol/page.server'
import { idIn, pageLoader } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

/** A round's places as a table. */
export const loader = pageLoader(async (visit) => tableFile(await roundTable(visit.actor, idIn(visit, 'roundId')), '排查.xlsx'))

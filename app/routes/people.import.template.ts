import { reachOf } from '#app/domain/staff/reach.server'
import { peopleTemplate } from '#app/domain/staff/table/send.server'
import { pageLoader } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

/** The empty table for administrators. */
export const loader = pageLoader(async ({ actor }) => {
  await reachOf(actor)
  return tableFile(await peopleTemplate(), '人员导入模板.xlsx')
})

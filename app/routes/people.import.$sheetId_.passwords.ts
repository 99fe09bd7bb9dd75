import { z } from 'zod'
import { Refusal } from '#app/domain/refusal'
import { handOutPasswords } from '#app/domain/staff/table/hand-out.server'
import { formAction, idIn } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

/** The list of one-time passwords as a file: a route without a page, so that the browser keeps it; where there is none, back to the table. */
export const action = formAction(z.object({}), async (_, visit) => {
  const id = idIn(visit, 'sheetId')
  try {
    return tableFile(await handOutPasswords(visit.actor, id), '一次性密码名单.xlsx')
  } catch (error) {
    if (error instanceof Refusal && error.code === 'notNow') return `/people/import/${id}?nobody=1`
    throw error
  }
})

import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { exportBodies } from '#app/domain/settings/table/files.server'
import { formAction } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

/** The bodies that the administrator looks after as a file, in the columns of the import. */
export const action = formAction(z.object({}), async (_, { actor }) => {
  const { bytes, name } = await exportBodies(actor)
  return tableFile(bytes, name)
})

/** An address that was typed leads to the list. */
export const loader = () => redirect('/settings/bodies')

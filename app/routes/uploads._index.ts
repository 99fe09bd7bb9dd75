import { beginFile, uploadForm } from '#app/domain/file/uploads.server'
import { Refusal } from '#app/domain/refusal'
import { readForm } from '#app/http/form-data.server'
import { uploadAction } from '#app/http/uploads.server'

/** Begins a file that comes in pieces, or says how far it is. */
export const action = uploadAction(async (actor, { request }) => {
  const upload = uploadForm.safeParse(Object.fromEntries(await readForm(request)))
  if (!upload.success) throw new Refusal('invalid', upload.error.issues[0]?.message)
  return beginFile(actor, upload.data)
})

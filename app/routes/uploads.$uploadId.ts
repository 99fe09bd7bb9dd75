import { takePiece } from '#app/domain/file/uploads.server'
import { isId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { uploadAction } from '#app/http/uploads.server'

/** One piece of a file, from the byte that `from` names; the body is the piece itself. */
export const action = uploadAction(async (actor, { request, params }) => {
  const from = Number(new URL(request.url).searchParams.get('from') ?? '')
  if (!isId(params.uploadId) || !Number.isSafeInteger(from) || from < 0) throw new Refusal('notFound')
  return takePiece(actor, params.uploadId, from, Buffer.from(await request.arrayBuffer()))
})

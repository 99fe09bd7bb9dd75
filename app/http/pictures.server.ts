import type { SentPhoto } from '#app/domain/draft/photos.server'

/** Pictures sent under one name of a form; an empty one is a field that nobody used. What they are is looked at in the domain. */
export async function picturesIn(form: FormData, field: string, kind: SentPhoto['kind']): Promise<SentPhoto[]> {
  const files = form.getAll(field).filter((sent): sent is File => typeof sent !== 'string' && (sent.size > 0 || sent.name !== ''))
  return Promise.all(files.map(async (file) => ({ kind, field, bytes: Buffer.from(await file.arrayBuffer()) })))
}

import { Refusal } from '#app/domain/refusal'

/** A table as the browser keeps it: a file with its name, never opened in the page, never kept by a cache. */
export const tableFile = (bytes: Uint8Array, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="table.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })

/** The table that a form sent under `field`; throws Refusal invalid beside it where there is none. */
export async function tableIn(form: FormData, field = 'table'): Promise<Uint8Array> {
  const sent = form.get(field)
  if (!sent || typeof sent === 'string' || sent.size === 0)
    throw new Refusal('invalid', '还没有选表格', { [field]: '请先选一个 .xlsx 表格，再按上传' })
  return new Uint8Array(await sent.arrayBuffer())
}

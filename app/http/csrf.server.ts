import { timingSafeEqual } from 'node:crypto'

/** The name of the hidden field that every form of somebody signed in carries; its value is the session's `csrf`, from the loader. */
export const csrfField = 'csrf'

/** Whether a posted form belongs to this session. */
export function isCsrf(form: FormData, expected: string): boolean {
  const given = form.get(csrfField)
  if (typeof given !== 'string') return false
  const [a, b] = [Buffer.from(given, 'utf8'), Buffer.from(expected, 'utf8')]
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b)
}

import { Refusal } from '#app/domain/refusal'

/** A place beyond the thousandth in a list: the parser would build the whole list before anybody could look at it. */
const tooFar = /\[\s*\d{4,}\s*\]/

/**
 * What a form sent, as text that a database keeps: the zero character, which no text column takes, is left out. Throws
 * Refusal invalid for what is no form, or names a place in a list that no form of ours has.
 */
export async function readForm(request: Request): Promise<FormData> {
  const sent = await request.formData().catch(() => {
    throw new Refusal('invalid', '提交的内容不完整，请回到页面重新提交')
  })
  const form = new FormData()
  for (const [name, value] of sent) {
    if (tooFar.test(name)) throw new Refusal('invalid', '提交的内容不是这个页面的，请回到页面重新提交')
    form.append(name, typeof value === 'string' ? value.replaceAll('\u0000', '') : value)
  }
  return form
}

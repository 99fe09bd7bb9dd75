import { Refusal } from '#app/domain/refusal'

/**
 * Names that no form of ours has. A place beyond the thousandth in a list: the parser would build the whole list before
 * anybody could look at it. Its own reserved words, of which it expects JSON. What is nested or long without end.
 */
const strange = /\[\s*\d{4,}\s*\]|^__|(?:[.[][^.[]*){9}|^[\s\S]{200}/

/**
 * What a form sent, as text that a database keeps: the zero character, which no text column takes, is left out. Throws
 * Refusal invalid for what is no form, or has a name that no form of ours has.
 */
export async function readForm(request: Request): Promise<FormData> {
  const sent = await request.formData().catch(() => {
    throw new Refusal('invalid', '提交的内容不完整，请回到页面重新提交')
  })
  const form = new FormData()
  for (const [name, value] of sent) {
    if (strange.test(name)) throw new Refusal('invalid', '提交的内容不是这个页面的，请回到页面重新提交')
    form.append(name, typeof value === 'string' ? value.replaceAll('\u0000', '') : value)
  }
  return form
}

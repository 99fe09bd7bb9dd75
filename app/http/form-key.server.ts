import { isId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'

/** The submission key of a form that is about no dispute; throws Refusal where the page was not whole. */
export function keyOf(form: FormData): string {
  const key = form.get('key')
  if (typeof key !== 'string' || !isId(key)) throw new Refusal('invalid', '页面不完整，请重新打开再填')
  return key
}

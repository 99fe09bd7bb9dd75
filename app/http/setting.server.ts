import type { Person } from '#app/domain/actor'
import { isId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'

/** Who changes a setting, under which submission key, over what they saw; throws Refusal invalid for a form without a key. */
export function settingOf({ actor, form }: { actor: Person; form: FormData }) {
  const [key, seen] = [form.get('key'), form.get('seen')]
  if (typeof key !== 'string' || !isId(key)) throw new Refusal('invalid', '页面不完整，请重新打开再填')
  return { actor, key, ...(typeof seen === 'string' && seen && { seen }) }
}

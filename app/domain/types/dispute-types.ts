import { disputeTypes, subtypes, type DisputeType, type Subtype } from './types.data'

export { disputeTypes, mostUsed, subtypes, subtypesMark, subtypesSince } from './types.data'
export type { DisputeType, Subtype } from './types.data'

/** What one chooses: a type, or a local sub-type with its type. `code` is either's and unique among both. */
export type TypeChoice = { code: string; type: DisputeType; subtype: Subtype | null; label: string; typeLabel: string }

export const isDisputeType = (code: string): code is DisputeType => Object.hasOwn(disputeTypes, code)
export const isSubtype = (code: string): code is Subtype => Object.hasOwn(subtypes, code)

/** The choice that a code of a type or a sub-type stands for; null for what is neither. */
export function choiceOf(code: string): TypeChoice | null {
  if (isDisputeType(code)) {
    const { label } = disputeTypes[code]
    return { code, type: code, subtype: null, label, typeLabel: label }
  }
  const type = code.slice(0, 2)
  if (!isSubtype(code) || !isDisputeType(type)) return null
  return { code, type, subtype: code, label: subtypes[code].label, typeLabel: disputeTypes[type].label }
}

/** All that can be chosen: the types in order, each followed by its sub-types. */
export const allChoices: readonly TypeChoice[] = (() => {
  const typeCodes = Object.keys(disputeTypes).sort()
  const subtypeCodes = Object.keys(subtypes).sort()
  return typeCodes
    .flatMap((type) => [type, ...subtypeCodes.filter((code) => code.startsWith(type))])
    .map((code) => choiceOf(code))
    .filter((choice) => choice !== null)
})()

/** 合同纠纷 · 客栈房屋租赁; a code that is no longer listed is shown as it is. */
export function typeLabel(type: string, subtype?: string | null): string {
  const whole = isDisputeType(type) ? disputeTypes[type].label : type
  return subtype && isSubtype(subtype) ? `${whole}·${subtypes[subtype].label}` : whole
}

/** Whether a list of a body's scope covers the dispute; an empty list covers all, and it may name types and sub-types. */
export const coversType = (scope: readonly string[], type: string, subtype?: string | null): boolean =>
  scope.length === 0 || scope.includes(type) || (subtype ? scope.includes(subtype) : false)

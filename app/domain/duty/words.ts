import type { Word } from '../words/words'

/** 值班, and the leader who leads the shift: the second whom an alarm calls. */
export const dutyParts = {
  duty: { label: '值班' },
  lead: { label: '带班领导' },
} as const satisfies Record<string, Word>
export type DutyPart = keyof typeof dutyParts

/** Who is on duty for an area: the substitute where there is one, and the public telephone of the area's committee. */
export type OnDuty = { area: string; name: string; phone: string | null }

/** 束河街道今天值班：李志强 */
export const dutyWho = ({ area, name }: OnDuty): string => `${area}今天值班：${name}`

/** 束河街道今天值班：李志强，电话 0888-0000012 */
export const dutyLine = (one: OnDuty): string => `${dutyWho(one)}${one.phone ? `，电话 ${one.phone}` : ''}`

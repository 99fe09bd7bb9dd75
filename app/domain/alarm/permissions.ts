import { areasOf, type Actor } from '../actor'

/** What is asked of an alarm, a drill's or a real one. */
export type AlarmOf = { districtId: string; calledIds: readonly string[] }

const inDistrict = (actor: Actor, { districtId }: AlarmOf) => areasOf(actor, 'duty', 'bureau', 'leader').includes(districtId)
const wasCalled = (actor: Actor, { calledIds }: AlarmOf) => actor.kind === 'account' && calledIds.includes(actor.accountId)

/** Who sees that there is an alarm, takes it and ends it: whoever was called, and who looks after the whole district. For others it does not exist. */
export const mayAnswerAlarm = (actor: Actor, of: AlarmOf): boolean => wasCalled(actor, of) || inDistrict(actor, of)

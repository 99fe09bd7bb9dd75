import { alarmMachine, type AlarmStatus } from '#machines/alarm.machine'
import { deskOf, statesOf } from '#machines/step'

/**
 * Whom an alarm calls, rung by rung, and how long each has before the next is called (【本区设定】). Nobody on a roster: the posts named
 * here are called in their place; nobody at all: it is recorded, and the next rung is called at once.
 */
export const ladder = [
  { rung: 'duty', label: '值班员', part: 'duty', posts: ['duty'], minutes: 10 },
  { rung: 'lead', label: '带班领导', part: 'lead', posts: ['bureau'], minutes: 10 },
  { rung: 'top', label: '区级负责人', part: null, posts: ['leader', 'bureau'], minutes: null },
] as const

export type Rung = (typeof ladder)[number]

/** 值班员: what a rung that was called is named; one that is no longer there is shown as it is. */
export const rungLabel = (code: string): string => ladder.find(({ rung }) => rung === code)?.label ?? code

/** Still ringing, or taken and not yet dealt with. */
export const openAlarms: readonly AlarmStatus[] = statesOf(alarmMachine).filter((status) => deskOf(alarmMachine, status) !== 'none')

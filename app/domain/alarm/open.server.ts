import { alarmMachine } from '#machines/alarm.machine'
import { can, statesOf } from '#machines/step'
import { Prisma } from '#app/db/client.server'
import { openAlarms } from './ladder'

/** As literals: the partial indexes of alarm are only used where the condition names its states. */
const named = (states: readonly string[]): Prisma.Sql => Prisma.raw(`a.status in (${states.map((state) => `'${state}'`).join(', ')})`)

/** Alarm `a` is not dealt with. */
export const alarmOpen = named(openAlarms)

/** Alarm `a` is still ringing: nobody has taken it. */
export const alarmRinging = named(statesOf(alarmMachine).filter((status) => can(alarmMachine, status, {}, { type: 'acknowledge' })))

import { formatDay, formatShortDay, formatTime, dayIn } from '../calendar/days'
import type { Around, Room, Slot } from '../schedule/suggest.server'
import type { Option } from './field-data'

/** How long a sitting takes if nobody says, in hours. */
export const usualHours = 2
export const usualEnd = (startsAt: Date): Date => new Date(startsAt.getTime() + usualHours * 3_600_000)

/** 束河调解室（12 座，马锅头调解室） */
export const roomOption = ({ id, name, seats, body }: Room): Option => ({
  value: id,
  label: `${name}（${[seats ? `${seats} 座` : '', body].filter(Boolean).join('，')}）`,
})

const daysWords = (fromDay: string, toDay: string) =>
  fromDay === toDay ? formatShortDay(fromDay) : `${formatShortDay(fromDay)}—${formatShortDay(toDay)}`

/** Who cannot come when, one line each; and when the bodies whose rooms these are have their hours. */
export const awayLines = ({ leave, cannot }: Pick<Around, 'leave' | 'cannot'>): string[] => [
  ...cannot.map(({ name, note, ...days }) => `${name}：${daysWords(days.fromDay, days.toDay)}不能来${note ? `（${note}）` : ''}`),
  ...leave.map(({ name, fromDay, toDay }) => `${name}：${daysWords(fromDay, toDay)}请假`),
]

export const hoursLines = (rooms: readonly Room[]): string[] => [
  ...new Set(rooms.flatMap(({ body, hours }) => (hours ? `${body}的时间：${hours}` : []))),
]

/** 3月6日（周五）09:00—11:00，束河调解室 */
export const slotWords = ({ startsAt, endsAt, room }: Slot): string =>
  [`${formatDay(dayIn(startsAt))}${formatTime(startsAt)}—${formatTime(endsAt)}`, room?.name].filter(Boolean).join('，')

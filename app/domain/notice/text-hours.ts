import { addDays, dayIn, instantOf, type LegalDay } from '../calendar/days'
import type { RestDays } from '../calendar/rest-days'

/** Nobody's telephone rings at night. Hours on Shanghai's clock. */
const [morning, night] = [8, 21]
const hourMs = 3_600_000

/** From the first to the last day. */
export type Away = { fromDay: LegalDay; toDay: LegalDay }

/** Who is to be reached: a party on any day, somebody of the office on working days and not on leave. */
export type Reached = { kind: 'party' } | { kind: 'staff'; restDays: Pick<RestDays, 'isRestDay'>; away: readonly Away[] }

const longestLeave = 400

function works(day: LegalDay, reached: Reached): boolean {
  if (reached.kind === 'party') return true
  return !reached.restDays.isRestDay(day) && !reached.away.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
}

/** When a message that can wait may be sent: null is now, else 08:00 of the first day that will do. */
export function waitsUntil(reached: Reached, now: Date): Date | null {
  const today = dayIn(now)
  const hour = (now.getTime() - instantOf(today).getTime()) / hourMs
  if (works(today, reached) && hour >= morning && hour < night) return null
  let day = hour < morning ? today : addDays(today, 1)
  for (let looked = 0; looked < longestLeave && !works(day, reached); looked += 1) day = addDays(day, 1)
  return new Date(instantOf(day).getTime() + morning * hourMs)
}

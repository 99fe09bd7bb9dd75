import { Prisma } from '#app/db/client.server'
import { dayIn, type LegalDay } from '../calendar/days'

/** Whether body `b` is in force on a day (today, unless said): from its first to its last day. */
export const bodyStands = (day: LegalDay = dayIn(new Date())): Prisma.Sql =>
  Prisma.sql`(b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date))`

import { Prisma } from '#app/db/client.server'
import type { LegalDay } from '../calendar/days'

/** Whether the holder of an account (`account`: a column) is on leave on a day: a row of leave covers it and was not cancelled. */
export const awayOn = (account: string, day: LegalDay): Prisma.Sql =>
  Prisma.sql`exists (select 1 from registrant ar join absence aa on aa.registrant_id = ar.id
    where ar.account_id = ${Prisma.raw(account)} and aa.cancelled_at is null and aa.from_day <= ${day}::date and aa.to_day >= ${day}::date)`

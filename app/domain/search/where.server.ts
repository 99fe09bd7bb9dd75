import { Prisma } from '#app/db/client.server'
import type { Person } from '../actor'
import { ended, onDesks, open } from '../desk/states.server'
import { filledBy } from '../province/fields.server'
import { isSubtype } from '../types/dispute-types'
import type { ListQuery } from './query.server'
import { likePatterns, needleTokens } from './tokens'

/** The state's name was looked up in the machine, so it may stand as a literal, which a partial index needs. */
const stateIs = (state: ListQuery['state']): Prisma.Sql | null => {
  if (state === 'all') return null
  if (state === 'open') return open
  return state === 'ended' ? ended : Prisma.raw(`d.status = '${state}'`)
}

const typeIs = (code: string) => (isSubtype(code) ? Prisma.sql`d.subtype_code = ${code}` : Prisma.sql`d.type_code = ${code}`)
const isOwn = ({ accountId }: Person) =>
  Prisma.sql`exists (select 1 from sight own where own.dispute_id = d.id and own.subject_id = ${accountId}::uuid and own.valid_to is null)`

/** The pieces find it by the index, LIKE looks at what was found again: two characters of a name are enough. */
export const matches = (text: string): Prisma.Sql =>
  Prisma.sql`d.tokens @> ${needleTokens(text)} and d.search_text like all (${likePatterns(text)})`

/** What the filters of a list ask of dispute `d`; text and cursor apart. */
export function filters(
  { state, type, townshipId, atBodyId, risk, desk, mine, overdue, unentered }: ListQuery,
  actor: Person,
  now: Date,
): Prisma.Sql {
  const all = [
    stateIs(state),
    type ? typeIs(type) : null,
    townshipId ? Prisma.sql`d.township_id = ${townshipId}::uuid` : null,
    atBodyId
      ? Prisma.sql`exists (select 1 from leg h where h.dispute_id = d.id and h.ended_at is null and h.body_id = ${atBodyId}::uuid)`
      : null,
    risk ? Prisma.raw(`d.risk = '${risk}'`) : null,
    desk ? onDesks(desk) : null,
    mine ? isOwn(actor) : null,
    overdue ? Prisma.sql`d.due_at <= ${now} and ${open}` : null,
    unentered ? Prisma.sql`d.first_received_at is not null and d.province_code is null and ${filledBy(actor)}` : null,
  ].filter((one) => one !== null)
  return all.length ? Prisma.join(all, ' and ') : Prisma.sql`true`
}

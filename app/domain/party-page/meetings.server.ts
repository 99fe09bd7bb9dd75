import { Prisma } from '#app/db/client.server'
import { formatInstant, formatTime } from '../calendar/days'

/** A sitting as a party's page has it; `apart`: one side must not learn where the other is (U13). */
export type OwnSitting = { id: string; off: boolean; startsAt: string; endsAt: string; place: string | null; apart: boolean }

/** Of dispute `d`: what is planned and not over, and what was called off that would still have come. Inquiries are nobody's appointment. */
export const ownSittings = (now: Date): Prisma.Sql => Prisma.sql`coalesce((select json_agg(x order by x."startsAt") from (
    select s.id, s.status = 'cancelled' as off, s.starts_at as "startsAt", s.ends_at as "endsAt",
      coalesce(nullif(concat_ws('，', vb.place, v.name), ''), s.place_text) as place, 'familyViolence' = any(d.danger_signs) as apart
    from sitting s left join venue v on v.id = s.venue_id left join body vb on vb.id = v.body_id
    where s.dispute_id = d.id and s.kind <> 'inquiry' and s.status <> 'held' and s.ends_at > ${now} order by s.starts_at limit 5) x), '[]')`

const byTelephone = '时间和地点请打电话问'

/** When and where, in words. Of a sealed dispute, and where one side must not meet the other, it is said by telephone alone. */
export const meetingWords = (rows: readonly OwnSitting[], sealed: boolean, say: (text: string) => string) =>
  rows.map(({ id, off, startsAt, endsAt, place, apart }) => {
    const [from, to] = [new Date(startsAt), new Date(endsAt)]
    return sealed || apart
      ? { id, off, when: off ? '原来约的一次' : '约了一次', where: byTelephone }
      : { id, off, when: `${formatInstant(from)}—${formatTime(to)}`, where: place ? `在${say(place)}` : '' }
  })

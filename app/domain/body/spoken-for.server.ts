import { Prisma } from '#app/db/client.server'

/** Whether somebody with an account speaks for body `b` now: its head, or its liaison. */
export const spokenFor = (now: Date): Prisma.Sql =>
  Prisma.sql`exists (select 1 from post s where s.body_id = b.id and s.role in ('head', 'court', 'organ')
    and s.valid_from <= ${now} and (s.valid_to is null or s.valid_to > ${now}))`

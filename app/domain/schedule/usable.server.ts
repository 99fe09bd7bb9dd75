import { Prisma } from '#app/db/client.server'

/** Rooms `v` of body `vb` that a leg of this body may use: its own, its committee's, and those of the rooms under its seal. */
export const usableBy = ({ bodyId, sealBodyId }: { bodyId: string; sealBodyId: string }): Prisma.Sql =>
  Prisma.sql`(v.body_id = any(${[bodyId, sealBodyId]}::uuid[]) or vb.seal_of_id = ${bodyId}::uuid)`

/** In force on a day: a column's or a parameter's. */
export const inForceOn = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})`

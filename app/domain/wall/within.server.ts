import { Prisma } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'

/** The districts whose wall somebody may open: the duty officer's and the bureau's own. */
export const wallAreas = (actor: Person): string[] => [...new Set(areasOf(actor, 'duty', 'bureau'))]

/** Sealed ones (不公开) are counted only for the duty officer, as on the lists that the numbers open. */
export const seesSealed = (actor: Person, districtId: string): boolean => areasOf(actor, 'duty').includes(districtId)

/** Of dispute `d`: counted on this person's wall of a district. */
export const onWall = (actor: Person, districtId: string): Prisma.Sql =>
  seesSealed(actor, districtId)
    ? Prisma.sql`d.district_id = ${districtId}::uuid`
    : Prisma.sql`d.district_id = ${districtId}::uuid and not d.sealed`

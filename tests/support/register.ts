import { db } from '#app/db/client.server'
import type { Prisma } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import { soundKey } from '#app/domain/search/tokens'

type Given = Partial<Prisma.RegistrantUncheckedCreateInput>

/** Somebody of the register, with or without an account. */
export async function aRegistrant(given: Given = {}) {
  const id = newId()
  const name = given.name ?? '登记人'
  await db.registrant.create({
    data: {
      id,
      name,
      soundKey: soundKey(name),
      kind: 'mediator',
      validFrom: new Date('2024-01-01'),
      recordedAt: new Date('2024-01-01'),
      ...given,
    },
  })
  return id
}

/** Where an account stands in the register; entered there if it does not. */
export async function registrantOf({ accountId, name }: { accountId: string; name: string }) {
  const known = await db.registrant.findUnique({ where: { accountId }, select: { id: true } })
  return known?.id ?? aRegistrant({ accountId, name })
}

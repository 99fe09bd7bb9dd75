/** What PostgreSQL says of a statement that it refused. */
export type RefusedBy = { code: string | null; constraint: string | null }

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const within = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined

/**
 * SQLSTATE and constraint of a refusal, whether the driver throws it (`code`, `constraint`) or Prisma does (its adapter's
 * `originalCode`; a write conflict or a deadlock is its own P2034). Nothing of anything else.
 */
export function refusedBy(error: unknown): RefusedBy {
  const cause = within(within(within(error, 'meta'), 'driverAdapterError'), 'cause')
  const code = text(within(cause, 'originalCode')) ?? text(within(error, 'code'))
  const told = text(within(error, 'constraint')) ?? /constraint "(\w+)"/.exec(text(within(cause, 'originalMessage')) ?? '')?.[1]
  return { code: code === 'P2034' ? '40001' : code, constraint: told ?? null }
}

const waited = ['40001', '40P01', '55P03']

/** Whether the statement lost against another that was written at the same moment: a deadlock, a serialisation failure, a lock not had. */
export const lostARace = (error: unknown): boolean => waited.includes(refusedBy(error).code ?? '')

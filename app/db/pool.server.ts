import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import pg from 'pg'

const counting = new AsyncLocalStorage<string[]>()

type Connected = Parameters<typeof pg.Pool.prototype.connect>[0]

/** BEGIN and its like are no work of the domain's. */
const framing = /^\s*(begin|commit|rollback|savepoint|release|set transaction)\b/i

const textOf = (query: unknown) =>
  typeof query === 'string' ? query : query && typeof query === 'object' && 'text' in query ? String(query.text) : ''

// eslint-disable-next-line @typescript-eslint/unbound-method -- always applied to a client
const send = pg.Client.prototype.query

/** A client that writes down each statement for whoever counts. */
class CountedClient extends pg.Client {
  // pg declares seven overloads of `query`; all of them begin with the statement.
  override query = ((...args: unknown[]): unknown => {
    const statements = counting.getStore()
    const text = statements && textOf(args[0])
    if (text && !framing.test(text)) statements.push(text)
    return Reflect.apply(send, this, args)
  }) as pg.Client['query']
}

/**
 * A pool whose statements can be counted. A query that waits for a free connection is called back from the context of
 * whoever gave that connection back, so the callback is bound to the context of who asked.
 */
export class CountedPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: CountedClient })
    // A connection that was cut: the query that used it fails by itself, and the pool opens another.
    this.on('error', () => {})
    this.on('connect', (client) => client.on('error', () => {}))
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    return callback ? super.connect(AsyncResource.bind(callback)) : this.handOut()
  }

  private async handOut(): Promise<pg.PoolClient> {
    const holder = holding.getStore()
    const client = await super.connect()
    if (holder) holder.client ??= client
    return client
  }
}

/** The connection that a transaction was given. */
export type Held = { client: pg.PoolClient | null }
const holding = new AsyncLocalStorage<Held>()

/** Runs `open`, which takes a connection of the pool for itself, and keeps that connection in `held`. */
export const holdingConnection = <T>(held: Held, open: () => Promise<T>): Promise<T> => holding.run(held, open)

/**
 * Runs `act` and says which statements it sent, without BEGIN, COMMIT and their like, in the order they were sent.
 * For tests; nested counts each see only their own.
 */
export async function countStatements<T>(act: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = []
  // Awaited inside: a query of Prisma's is sent only when somebody waits for it.
  const result = await counting.run(statements, async () => await act())
  return { result, statements }
}

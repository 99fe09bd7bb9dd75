import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'

type Asked = { requestId: string }

// The web server and the pages are two bundles of one process: what they share lies where both find it.
const key = Symbol.for('yizhan.asked')
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<Asked> }
const asked = (shared[key] ??= new AsyncLocalStorage<Asked>())

/** Runs `act` for one request or job; its id stands on every line that is logged meanwhile. */
export const onBehalfOf = <T>(requestId: string, act: () => T): T => asked.run({ requestId }, act)

/** The id of the request or job that runs now; null outside of any. For the payloads of jobs. */
export const currentRequestId = (): string | null => asked.getStore()?.requestId ?? null

const secrets = ['password', 'token', 'cookie', 'phone', 'identityNumber', 'address', 'queryCode', 'csrf', 'authorization']

/** The log: JSON lines on standard output. People's data has no place here; what slips in under these names is cut. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' },
  mixin: () => ({ ...asked.getStore() }), // a copy: pino writes into what it is given
})

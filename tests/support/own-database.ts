import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { onDatabase, onServer } from '#app/db/scratch'
import { dropDatabase } from '../../app/db/dropping.mjs'
import { testKeys } from './keys.mjs'

// Every test file works on its own clone of the template. This runs before the file's imports, which read DATABASE_URL.
const server = inject('server')
const name = `file_${inject('run')}_${randomBytes(5).toString('hex')}`
await onServer(server, `create database ${name} template ${inject('template')}`)
process.env.DATABASE_URL = onDatabase(server, name)
process.env.YIZHAN_KEYS = testKeys

afterAll(async () => {
  const { disconnect } = await import('#app/db/client.server')
  await disconnect()
  await dropDatabase((statement) => onServer(server, statement), name)
})

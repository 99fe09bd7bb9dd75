import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '../../app/db/cluster.mjs'
import { onDatabase, onServer } from '#app/db/scratch'
import { dropDatabase } from '../../app/db/dropping.mjs'
import { isAlive, withLock } from '../../app/db/sharing.mjs'
import { testKeys } from './keys.mjs'

/** The tests' own server; the product's is never touched. */
export const testHome = '.cache/tests'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
    template: string
    run: number
  }
}

/** What the rows of the template come from; a change there makes a new template. */
const sources = ['prisma', 'machines', 'app/db', 'app/domain', 'app/services']

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources.filter((path) => existsSync(path))) {
    const entries = readdirSync(source, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.filter((path) => !path.includes('generated')).sort()) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function databasesOf(server: string): Promise<string[]> {
  const { rows } = await onServer<{ datname: string }>(server, 'select datname from pg_database')
  return rows.map(({ datname }) => datname)
}

const ofOneRun = ['file', 'e2e', 'draft', 'scratch']

/** A database is named for the run it belongs to; those of runs that were killed are in nobody's way but the disk's. */
async function dropLeftovers(server: string) {
  const hourAgo = Date.now() / 60_000 - 60
  for (const name of await databasesOf(server)) {
    const [kind, number] = name.split('_')
    const ofDeadRun = ofOneRun.includes(kind ?? '') && !isAlive(Number(number))
    const ofOldSources = kind === 'template' && Number(number) < hourAgo && !name.endsWith(fingerprint())
    if (ofDeadRun || ofOldSources) await dropDatabase((statement) => onServer(server, statement), name)
  }
}

async function buildTemplate(server: string, print: string) {
  const draft = `draft_${process.pid}_${randomBytes(4).toString('hex')}`
  await onServer(server, `create database ${draft} template template0`)
  process.env.DATABASE_URL = onDatabase(server, draft)
  const { deployMigrations } = await import('#app/db/migrations.server')
  const { prepareQueue } = await import('#app/services/jobs.server')
  const { disconnect } = await import('#app/db/client.server')
  await deployMigrations()
  await prepareQueue()
  if (existsSync('prisma/seed.ts')) {
    const path = `${process.cwd()}/prisma/seed.ts`
    const { seedDistrict } = (await import(/* @vite-ignore */ path)) as { seedDistrict: () => Promise<void> }
    await seedDistrict()
  }
  await disconnect() // nobody may be connected to a template while it is cloned
  const name = `template_${Math.floor(Date.now() / 60_000)}_${print}`
  await onServer(server, `alter database ${draft} rename to ${name}`)
  return name
}

/** Once a run: the tests' server, and the template for the sources as they are. */
export async function setup(project: TestProject) {
  process.env.YIZHAN_KEYS = testKeys
  const cluster = await startCluster({ home: testHome, carefree: true })
  const server = cluster.url()
  const template = await withLock(join(testHome, 'template.lock'), async () => {
    await dropLeftovers(server)
    const print = fingerprint()
    const there = (await databasesOf(server)).find((name) => name.startsWith('template_') && name.endsWith(print))
    return there ?? (await buildTemplate(server, print))
  })
  project.provide('server', server)
  project.provide('template', template)
  project.provide('run', process.pid)
  return cluster.stop
}

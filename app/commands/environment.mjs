/** What the product's processes are started with: the database, the keys, the folder of the files. Node's own modules only. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCluster } from '../db/cluster.mjs'
import { root } from './prepare.mjs'

/** Where this checkout keeps its database, keys and files. */
export const home = join(root, '.data')

/** A key ring made once; without it nothing encrypted can be read again. */
function makeKeys() {
  const secret = () => randomBytes(32).toString('base64')
  return JSON.stringify({ current: 'k1', keys: { k1: secret() }, hashKey: secret() })
}

function readKeys() {
  const file = join(home, 'keys.json')
  if (!existsSync(file)) writeFileSync(file, makeKeys(), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

/**
 * The environment of the product's processes. `embedded` says that the database is ours: then it is started, `revive` starts
 * it again if it died (true when `env` has a new address for it), and `stop` lets go of it. A server's database
 * (DATABASE_URL) is left alone.
 */
export async function openEnvironment() {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const url = process.env.DATABASE_URL || undefined
  const cluster = url ? null : await startCluster({ home })
  if (url && !process.env.YIZHAN_KEYS && !existsSync(join(home, 'keys.json'))) {
    console.log('没有给出 YIZHAN_KEYS：密钥已写入 .data/keys.json，请另行备份；丢失后加密的身份信息无法恢复')
  }
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...process.env,
    DATABASE_URL: url ?? cluster?.url(),
    YIZHAN_KEYS: process.env.YIZHAN_KEYS ?? readKeys(),
    FILES_DIR: process.env.FILES_DIR ?? join(home, 'files'),
    NODE_ENV: 'production',
  })
  const revive = async () => {
    if (!cluster || !(await cluster.revive())) return false
    env.DATABASE_URL = cluster.url()
    return true
  }
  return { env, embedded: Boolean(cluster), revive, stop: cluster ? cluster.stop : async () => {} }
}

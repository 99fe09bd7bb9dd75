/** `npm run remove`: stops what runs and takes away the data, this checkout's and the tests', also what lies outside it. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stopCluster } from '../db/cluster.mjs'
import { root } from './prepare.mjs'

if (!process.argv.includes('--yes')) {
  console.error('这会删除本目录的数据库、密钥和照片，不能恢复。确定的话：npm run remove -- --yes')
  process.exit(2)
}
for (const home of ['.data', '.cache/tests'].map((path) => join(root, path))) {
  if (!existsSync(home)) continue
  await stopCluster(home)
  const note = join(home, 'place')
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true })
  rmSync(home, { recursive: true })
  console.log(`已删除 ${home}`)
}

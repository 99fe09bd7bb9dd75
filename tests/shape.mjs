/** The shape the code keeps: sizes, reach, words. Prints what breaks it; the last line is the figure. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Words that promise work for later; spelled so that this file holds none of them. */
const unfinished = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`)

const states =
  'reported|offered|assigning|mediating|suspended|signing|performing|inCourt|inAdministration|failed|visiting|closed|archived|declined|withdrawn|transferredOut'
const top = ['app', 'prisma', 'machines', 'tests', 'public', 'package.json', 'tsconfig.json', 'remix.config.js', 'README.md', '.ci/run']

/** A rule looks at the files it is for and says what is wrong with one, or nothing. */
/** @type {{ of: RegExp, says: string, breaks: (text: string) => boolean }[]} */
const rules = [
  { of: /^(app|machines)\//, says: 'has more than 200 lines', breaks: (text) => text.split('\n').length > 200 },
  { of: /^app\/routes\//, says: 'has more than 120 lines, a route', breaks: (text) => text.split('\n').length > 120 },
  {
    of: /^app\/(routes|ui|http)\//,
    says: 'reaches the database',
    breaks: (text) => /from ['"][^'"]*(app\/db|#app\/db|\/db\/client|@prisma)/.test(text),
  },
  { of: /^(app|machines)\//, says: 'has any', breaks: (text) => /(:\s*any\b|as any\b|<any>)/.test(text) },
  {
    of: /^app\/(?!.*(permissions|history|\.step))/,
    says: 'compares a status',
    breaks: (text) => new RegExp(`\\b(${states})['"]\\s*(===|!==|\\])|(===|!==)\\s*['"](${states})['"]`).test(text),
  },
  { of: /./, says: 'has work left undone', breaks: (text) => unfinished.test(text) },
]

/** @param {string} folder @returns {string[]} */
const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'generated') return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })

const wrong = top.filter((name) => !existsSync(name)).map((name) => `missing ${name}`)
if (existsSync('.ci/run') && !/npm (run )?(-s )?test\b/.test(readFileSync('.ci/run', 'utf8'))) wrong.push('.ci/run does not call npm test')
const code = ['app', 'machines', 'prisma', 'tests'].filter((folder) => existsSync(folder)).flatMap(filesBelow)
for (const file of code.filter((path) => /\.(ts|tsx|js|mjs|cjs)$/.test(path))) {
  const text = readFileSync(file, 'utf8')
  for (const rule of rules) if (rule.of.test(file) && rule.breaks(text)) wrong.push(`${file} ${rule.says}`)
}
for (const line of wrong) console.log(line)
console.log(`${wrong.length} breaks in ${code.length} files`)
process.exitCode = wrong.length ? 1 : 0

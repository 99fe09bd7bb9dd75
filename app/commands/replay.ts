import { resolve } from 'node:path'
import { disconnect } from '#app/db/client.server'
import { seedDistrict } from '../../prisma/seed'
import { caseFilesOf, readCase } from './replay/case'
import { People } from './replay/people'
import { recommendCase } from './replay/recommend'
import { replay, type Replayed } from './replay/run'

const usage =
  '用法：npm run replay -- 文件夹    逐件重演其中的案例（S01.json …），打印每件走过的状态；' +
  '加 --recommend 只登记，每件打印一行 JSON：登记以后建议的前三个组织、不宜的组织和理由'

/** S01  ok  reported offered …; for a failure the act's index, the act and why. */
function lineOf({ id, states, failed }: Replayed): string {
  const way = states.length ? states.join(' ') : '-'
  return failed ? `${id}  failed  ${way}  ${failed.index} ${failed.act}: ${failed.why.replace(/\s+/gu, ' ').trim()}` : `${id}  ok  ${way}`
}

/** `npm run replay -- DIR`: every case file of a folder through the domain's own acts, on a database of its own. */
async function run(folder: string): Promise<boolean> {
  const files = caseFilesOf(folder)
  if (!files.length) throw new Error(`${folder} 里没有案例文件（S01.json 这样的）`)
  await seedDistrict()
  const people = await People.read()
  const carried = new Map<string, string>()
  const now = new Date()
  let bad = 0
  for (const { id, text } of files) {
    let done: Replayed
    try {
      done = await replay(readCase(text()), { people, carried, now })
    } catch (error) {
      done = {
        id,
        states: [],
        disputeId: null,
        failed: { index: 0, act: 'file', why: error instanceof Error ? error.message : String(error) },
      }
    }
    if (done.failed) bad += 1
    console.log(lineOf(done))
  }
  console.log(`${files.length} 件，${bad} 件没有走完`)
  return bad === 0
}

/** `--recommend`: registers each case and prints who could take it, a JSON line each. */
async function recommendAll(folder: string): Promise<boolean> {
  const files = caseFilesOf(folder)
  if (!files.length) throw new Error(`${folder} 里没有案例文件（S01.json 这样的）`)
  await seedDistrict()
  const people = await People.read()
  let bad = 0
  for (const { id, text } of files) {
    try {
      console.log(JSON.stringify(await recommendCase(readCase(text()), people, new Date())))
    } catch (error) {
      bad += 1
      console.log(JSON.stringify({ id, failed: error instanceof Error ? error.message : String(error) }))
    }
  }
  return bad === 0
}

const words = process.argv.slice(2)
const folder = words.find((word) => !word.startsWith('--'))
const work = words.includes('--recommend') ? recommendAll : run
try {
  if (!folder) throw new Error(usage)
  // npm changes the working directory to the repository's; the path is meant from where it was typed.
  process.exitCode = (await work(resolve(process.env.INIT_CWD ?? '.', folder))) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = folder ? 1 : 2
} finally {
  await disconnect()
}

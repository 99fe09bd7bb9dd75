import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { disconnect, literal, read } from '#app/db/client.server'
import { dayIn } from '#app/domain/calendar/days'
import type { Inputs } from '#app/domain/recommend/inputs'
import { routingRules, type RoutingRules } from '#app/domain/recommend/rules'
import { routingVersions, rulesOn } from '#app/domain/recommend/versions'
import { whatIf, type WhatIf } from '#app/domain/recommend/what-if'

const usage = `用法：npm run route                                列出分流规则的各个版本
      npm run route -- --dry-run 新规则.json      新规则若在以往的分流上施行，哪些会变、在办怎么挪；什么都不改
      npm run route -- --dry-run                  用最新的版本对照现行的版本`

/** So many past choices are gone through, the newest first. */
const most = 20_000

type Row = { number: string; inputs: Inputs; chosenBodyId: string | null }

const pastChoices = () => read<Row[]>`
  select d.number, r.inputs, r.chosen_body_id as "chosenBodyId" from recommendation r join dispute d on d.id = r.dispute_id order by r.id desc limit ${literal(most)}`

async function namesOf(): Promise<Map<string, string>> {
  const rows = await read<{ id: string; name: string }[]>`select id, name from body`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const name = (names: Map<string, string>, id: string | null) => (id === null ? '无人可派' : (names.get(id) ?? id))
const signed = (moved: number) => (moved > 0 ? `+${moved}` : String(moved))

function print(
  { looked, changed, load, giniBefore, giniAfter }: WhatIf,
  names: Map<string, string>,
  before: RoutingRules,
  after: RoutingRules,
) {
  console.log(`以往的分流 ${looked} 次：现行 ${before.version} 版，新的 ${after.version} 版`)
  console.log(`建议的第一个会变的：${changed.length} 次`)
  for (const { number, from, to } of changed) console.log(`  ${number}  ${name(names, from)} → ${name(names, to)}`)
  console.log('在办怎么挪（只列有变化的）：')
  for (const { bodyId, before: was, after: is } of load) console.log(`  ${name(names, bodyId)}  ${was} → ${is}  ${signed(is - was)}`)
  console.log(`分布的基尼系数（0 最平均）：${giniBefore.toFixed(3)} → ${giniAfter.toFixed(3)}`)
}

/** A version from a file, as it would be put into the product. Throws with a sentence that names what is wrong with it. */
function readRules(path: string): RoutingRules {
  const said = routingRules.safeParse(JSON.parse(readFileSync(resolve(process.env.INIT_CWD ?? '.', path), 'utf8')))
  if (said.success) return said.data
  throw new Error(
    `${path} 不是一份完整的分流规则：${said.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('；')}`,
  )
}

async function run(words: string[]): Promise<number> {
  const now = rulesOn(dayIn(new Date()))
  if (!words.length) {
    for (const { version, from, why } of routingVersions)
      console.log(`${version}  ${from}起${version === now.version ? '（现行）' : ''}  ${why}`)
    return 0
  }
  if (words[0] !== '--dry-run' || words.length > 2) {
    console.error(usage)
    return 2
  }
  const next = words[1] ? readRules(words[1]) : routingVersions.at(-1)
  if (!next) return 2
  print(whatIf(await pastChoices(), now, next), await namesOf(), now, next)
  return 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await disconnect()
}

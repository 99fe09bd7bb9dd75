import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { db, disconnect } from '#app/db/client.server'
import { answerLine } from '#app/domain/calendar/ask'
import { publishedCalendarDays } from '#app/domain/calendar/published-days.server'
import { restDaysFrom } from '#app/domain/calendar/rest-days'
import { ruleBook } from '#app/domain/calendar/rule-book.server'
import { periodRules } from '#app/domain/calendar/rules.data'

const usage = `用法：npm run deadlines -- 文件    每行一个 JSON：{"rule":"MED_GENERAL","start":"2026-03-05","pauses":[["2026-03-10","2026-03-20"]],"extensions":[{"n":10,"unit":"d"}]}
      逐行打印 {"rule","first","raw","last","due","steps"}，算不了的打印 {"rule","refused"}；用本区现有的期限和节假日表，还没有的用随产品来的`

/** The district's own rules and holiday tables; those that come with the product where nothing has been set up yet. */
async function bookOf() {
  const setting = await db.setting.findUnique({ where: { key: 'rulesVersion' } })
  if (setting) return ruleBook(db, Number(setting.value))
  return { rules: [...periodRules], restDays: restDaysFrom(publishedCalendarDays()) }
}

/** `npm run deadlines -- FILE`: counts what a file of JSON lines asks. */
async function run(words: string[]): Promise<number> {
  const [file] = words
  if (!file || words.length > 1) {
    console.error(usage)
    return 2
  }
  const lines = readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8').split('\n')
  const book = await bookOf()
  for (const line of lines) if (line.trim()) console.log(JSON.stringify(answerLine(book, line)))
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

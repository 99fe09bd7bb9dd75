import type { Browser } from './browser'

type Cost = { server: number; database: number }

/** What a wall costs: opened once, and then asked for every ten seconds, as long as it hangs (its script: app/browser/wall.js). */
export async function wallLines(screen: Browser, costOf: (work: () => Promise<unknown>) => Promise<Cost>, times = 60): Promise<string[]> {
  const line = async (name: string, path: string) => {
    let size = 0
    // The plans of the statements are made in the first five.
    for (let i = 0; i < 6; i++) size = (await screen.open(path)).html.length
    const { server, database } = await costOf(async () => {
      for (let i = 0; i < times; i++) await screen.open(path)
    })
    const each = (ms: number) => (ms / times).toFixed(1)
    return `${name}：${(size / 1024).toFixed(0)} kB，服务器 ${each(server)} ms，数据库 ${each(database)} ms，合计 ${each(server + database)} ms`
  }
  return [await line('大屏，打开', '/wall'), await line('大屏，每 10 秒更新一次', '/wall/now')]
}

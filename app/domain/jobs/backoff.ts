/** Seconds until the next attempt after so many: graphile-worker's own rule, e to the number of attempts, the tenth at most. */
export const waitAfter = (attempts: number): number => Math.exp(Math.min(10, attempts))

/** 3 秒, 20 秒, 7 分钟, 6 小时 */
export function waitWords(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} 秒`
  return seconds < 3600 ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 3600)} 小时`
}

/** How failed work is tried again, in a sentence. */
export const backoffSentence = `没有做成的自动再试，隔的时间越来越长：${[1, 2, 3, 4, 6, 8]
  .map((n) => waitWords(waitAfter(n)))
  .join('、')}……最长 ${waitWords(waitAfter(10))}。试满次数还不成，就停在这一页，等您处理。`

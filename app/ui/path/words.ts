import type { PathData } from './data'

/** The path in one sentence, for those who listen: 一站式路径，共 7 站：11月1日登记；…；下一步 11月26日第 2 项到期。 */
export function pathSentence({ stations, requests, next }: PathData): string {
  const said = stations.map(({ at, title, body }) => `${at}${title}${body ? `（${body}）` : ''}`)
  const told = said.length <= 30 ? said : [...said.slice(0, 6), `中间 ${said.length - 12} 站见列表`, ...said.slice(-6)]
  return [
    `一站式路径，共 ${stations.length} 站：${told.join('；')}`,
    requests.length > 0 && `旁边有协办 ${requests.length} 项`,
    next && `${next.late ? '已超期' : '下一个期限'}：${next.at}${next.label}`,
  ]
    .filter(Boolean)
    .join('。')
    .concat('。')
}

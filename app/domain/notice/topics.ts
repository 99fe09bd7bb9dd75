import { taskLabel } from '../words/tasks'
import { reminded, type Reminded } from '../reminder/rules'

/** What a notice that is no event of a dispute says, and where it leads. `occasion` is what tells several of one subject apart. */
type Topic = {
  say: (occasion: string) => string
  /** Leads to a page of its own subject; left out: to the dispute. */
  href?: (subjectId: string) => string
}

const remindedOf = (occasion: string): string => {
  const audience = occasion.split(' ')[1] ?? ''
  return Object.hasOwn(reminded, audience) ? `（提醒${reminded[audience as Reminded]}）` : ''
}

/** A new topic is named here before anything can be told under it. */
export const topics = {
  unroutable: { say: () => '无人可派：没有组织现在接得了' },
  reminder: { say: (occasion) => `${reminderWords[occasion.split(' ')[0] ?? ''] ?? '期限提醒'}${remindedOf(occasion)}` },
  recounted: { say: () => '节假日表更新，期限重新计算过' },
  alarm: { say: () => '红色警报，请签收', href: (id) => `/alarms/${id}` },
  report: { say: () => '请向公安或有关部门报告，并登记回执' },
  drill: { say: () => '【演练】红色警报，请签收', href: (id) => `/alarms/${id}` },
  order: { say: () => '督办单有新的动静', href: (id) => `/orders/${id}` },
  orderLate: { say: () => '督办单逾期未回复', href: (id) => `/orders/${id}` },
  task: { say: () => '挂包任务', href: () => '/leader' },
  instruction: { say: (occasion) => (occasion === 'answered' ? '批示有了答复' : '领导批示，请办理'), href: () => '/leader/notes' },
  round: { say: () => '排查开始，请按时上报', href: (id) => `/patrol/${id}` },
  roundDue: { say: () => '排查还没有上报，没有发现也要报', href: (id) => `/patrol/${id}` },
  deadJob: { say: (occasion) => `后台任务没有做成：${taskLabel(occasion.split(' ')[1] ?? '')}`, href: () => '/settings/jobs' },
} as const satisfies Record<string, Topic>

/** The first word of a reminder's occasion: when it came. */
export const reminderWords: Readonly<Record<string, string>> = { before: '期限快到了', at: '今天到期', after: '已经超期' }

export type TopicCode = keyof typeof topics
export const isTopic = (code: string): code is TopicCode => Object.hasOwn(topics, code)
export const topicOf = (code: TopicCode): Topic => topics[code]

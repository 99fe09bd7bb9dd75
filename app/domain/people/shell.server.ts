import { holds, type Person } from '../actor'
import { dayIn, formatShortDay, formatTime } from '../calendar/days'
import { countsOf, countWord, type Counts, type OwnCall } from '../desk/counts.server'
import { mayRegister } from '../dispute/permissions'

type Item = { label: string; href: string; count?: string }
type Alarm = { id: string; href: string; words: string; drill: boolean }
type Place = { label: string; href: string; for: (actor: Person) => boolean; counted?: keyof Counts }

const places: readonly Place[] = [
  { label: '我的待办', href: '/', for: () => true, counted: 'desk' },
  { label: '挂包', href: '/leader', for: (actor) => holds(actor, 'leader') },
  { label: '登记', href: '/register', for: mayRegister },
  { label: '我登记的', href: '/mine', for: mayRegister },
  { label: '日程', href: '/schedule', for: (actor) => holds(actor, 'mediator', 'head', 'court', 'organ') },
  { label: '分流台', href: '/triage', for: (actor) => holds(actor, 'triage'), counted: 'queue' },
  { label: '各乡镇', href: '/network', for: (actor) => holds(actor, 'triage', 'duty', 'bureau', 'leader') },
  // The post finds 送出未接 and 吹哨 on its own desk: a bar of more than ten places is read by nobody.
  { label: '吹哨', href: '/whistles', for: (actor) => holds(actor, 'duty', 'bureau') && !holds(actor, 'triage') },
  { label: '排查', href: '/patrol', for: (actor) => holds(actor, 'grid') },
  { label: '督办', href: '/orders', for: (actor) => holds(actor, 'duty', 'bureau') },
  { label: '纠纷', href: '/disputes', for: (actor) => actor.posts.some(({ role }) => role !== 'admin') },
  { label: '人员', href: '/people', for: (actor) => holds(actor, 'admin') },
  { label: '调解组织', href: '/bodies', for: () => true },
  { label: '名册', href: '/roll', for: (actor) => holds(actor, 'admin', 'bureau', 'head', 'mediator') },
  { label: '值班表', href: '/duty', for: (actor) => holds(actor, 'admin', 'triage', 'duty') },
  { label: '设置', href: '/settings', for: (actor) => holds(actor, 'admin') },
  { label: '消息', href: '/notices', for: () => true, counted: 'unread' },
]

/** 红色警报，3月5日 09:12 发出，请马上签收 */
const alarmOf = ({ id, drill, raisedAt }: OwnCall): Alarm => ({
  id,
  href: `/alarms/${id}`,
  words: `${drill ? '【演练】' : ''}红色警报，${formatShortDay(dayIn(new Date(raisedAt)))} ${formatTime(new Date(raisedAt))} 发出，请马上签收`,
  drill,
})

/** Who somebody is, where they can go and what waits there, for the bar on top of every page. One statement. */
export async function shellOf(actor: Person): Promise<{ who: string; nav: Item[]; alarms: Alarm[] }> {
  const { calls, ...counts } = await countsOf(actor)
  const nav = places
    .filter((place) => place.for(actor))
    .map(({ label, href, counted }): Item => {
      const count = counted ? counts[counted] : 0
      return { label, href, ...(count ? { count: countWord(count) } : {}) }
    })
  return { who: `${actor.posts[0]?.title ?? ''} ${actor.name}`.trim(), nav, alarms: calls.map(alarmOf) }
}

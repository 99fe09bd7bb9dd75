import { holds, type Person } from '../actor'

type Item = { label: string; href: string; count?: number }

const places: { label: string; href: string; for: (actor: Person) => boolean }[] = [
  { label: '我的待办', href: '/', for: () => true },
  { label: '登记', href: '/register', for: (actor) => holds(actor, 'grid', 'mediator', 'head', 'triage', 'court', 'organ', 'duty') },
  { label: '分流台', href: '/triage', for: (actor) => holds(actor, 'triage') },
  { label: '纠纷', href: '/disputes', for: (actor) => !holds(actor, 'admin') },
  { label: '调解组织', href: '/bodies', for: () => true },
]

/** Who somebody is and where they can go, for the bar on top of every page. */
export async function shellOf(actor: Person): Promise<{ who: string; nav: Item[] }> {
  const nav = places.filter((place) => place.for(actor)).map(({ label, href }) => ({ label, href }))
  return { who: `${actor.posts[0]?.title ?? ''} ${actor.name}`.trim(), nav }
}

import type { DisputeEventType } from '#machines/dispute.events'
import type { Unasked } from '../dispute/moves'
import { actWords } from '../dispute/show/acts'
import { isNoEvent, noEvents, type NoEvent } from '../forms/no-event'
import { agreement } from './acts-agreement'
import { beside } from './acts-beside'
import { comingIn } from './acts-coming-in'
import { ending } from './acts-ending'
import { network } from './acts-network'
import { talking } from './acts-talking'
import type { Five, Help, Screen } from './screen'
import { alarmScreens } from './screens-alarm'
import { dayScreens } from './screens-day'
import { disputeScreens } from './screens-dispute'
import { fieldScreens } from './screens-field'
import { jointScreens } from './screens-joint'
import { peopleScreens } from './screens-people'
import { registeringScreens } from './screens-registering'
import { rollScreens } from './screens-roll'
import { backgroundScreens } from './screens-background'
import { settingsScreens } from './screens-settings'

/** An act that has a form. */
export type HelpedAct = Exclude<DisputeEventType, Unasked> | NoEvent

/** Every act's five lines; a new event does not compile until it is helped here. */
export const actHelp: Record<HelpedAct, Five> = { ...comingIn, ...talking, ...agreement, ...ending, ...beside, ...network }

/** 达成协议: what an act is called where one presses it. */
export const actTitle = (act: HelpedAct): string => (isNoEvent(act) ? noEvents[act] : actWords[act].say.replace('…', ''))

const actScreens = (acts: Partial<Record<HelpedAct, Five>>): Screen[] =>
  Object.entries(acts).map(([act, lines]) => ({ at: `/disputes/*/do/${act}`, title: actTitle(act as HelpedAct), lines }))

/** All of it, by what people are about: the order of the page 全部帮助. */
export const helpGroups: readonly { title: string; screens: readonly Screen[] }[] = [
  { title: '每天看的', screens: dayScreens },
  { title: '警报、风险和演练', screens: alarmScreens },
  { title: '单位之间：吹哨、待接收、各乡镇', screens: jointScreens },
  { title: '督办、挂包、排查', screens: fieldScreens },
  { title: '登记、快办和分流', screens: registeringScreens },
  { title: '一件纠纷的各页', screens: disputeScreens },
  { title: '办理：分流、受理、指派', screens: actScreens(comingIn) },
  { title: '办理：调解', screens: actScreens(talking) },
  { title: '办理：协议和履行', screens: actScreens(agreement) },
  { title: '办理：回访和办结', screens: actScreens(ending) },
  { title: '办理：随时可以做的', screens: actScreens(beside) },
  { title: '办理：催办、约时间、并案', screens: actScreens(network) },
  { title: '登录、人员和当事人', screens: peopleScreens },
  { title: '名册', screens: rollScreens },
  { title: '设置和值班', screens: [...settingsScreens, ...backgroundScreens] },
]

type Branch = { here?: Help; next: Map<string, Branch> }

const parts = (address: string) => address.split('/').filter(Boolean)

function plant(screens: readonly Screen[]): Branch {
  const root: Branch = { next: new Map() }
  for (const { at, title, lines } of screens) {
    let branch = root
    for (const part of parts(at)) {
      const next = branch.next.get(part) ?? { next: new Map() }
      branch.next.set(part, next)
      branch = next
    }
    branch.here = { title, lines }
  }
  return root
}

const tree = plant(helpGroups.flatMap(({ screens }) => screens))

/** The word itself before any word. */
const follow = (branch: Branch, [part, ...rest]: readonly string[]): Help | undefined => {
  if (part === undefined) return branch.here
  const [exact, any] = [branch.next.get(part), branch.next.get('*')]
  return (exact && follow(exact, rest)) ?? (any && follow(any, rest))
}

/** What to do on the page with this address; null where there is nothing to say. A few steps in a small tree. */
export const helpAt = (pathname: string): Help | null => follow(tree, parts(pathname)) ?? null

import type { AnyStateMachine } from 'xstate'
import { metaOf, statesOf } from './step'

type Edge = { from: string; to: string; label: string }

/** Which events lead where, read from the machine itself; acts that stay are left out. */
function edges(machine: AnyStateMachine, words: Record<string, string>): Edge[] {
  return statesOf(machine).flatMap((from) => {
    const node = machine.states[from]!
    const moves = [...node.transitions.values()].flat()
    const always = node.always ?? []
    return [...moves, ...always].flatMap((move) =>
      (move.target ?? [])
        .filter((target) => target.key !== from)
        .map((target) => ({ from, to: target.key, label: words[move.eventType] ?? '全部履行完' })),
    )
  })
}

/** The machine as a Mermaid state diagram: one arrow for each pair of states, with every act that takes it. */
export function diagram(machine: AnyStateMachine, words: Record<string, string>): string {
  const arrows = new Map<string, Set<string>>()
  for (const { from, to, label } of edges(machine, words)) {
    const key = `${from} --> ${to}`
    arrows.set(key, (arrows.get(key) ?? new Set()).add(label))
  }
  const names = statesOf(machine).map((name) => `  ${name} : ${metaOf(machine, name).label}`)
  const lines = [...arrows].map(([arrow, labels]) => `  ${arrow} : ${[...labels].join('、')}`)
  return ['stateDiagram-v2', '  direction LR', ...names, '  [*] --> reported : 登记', ...lines].join('\n')
}

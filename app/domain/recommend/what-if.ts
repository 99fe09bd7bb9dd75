import type { Inputs } from './inputs'
import { recommend } from './recommend'
import type { RoutingRules } from './rules'

/** A choice that was made: what was looked at, and what was chosen. */
export type Past = { number: string; inputs: Inputs; chosenBodyId: string | null }

export type Changed = { number: string; from: string | null; to: string | null }
export type WhatIf = {
  looked: number
  changed: Changed[]
  /** Bodies by how often they stand first: by the old rules, by the new. */
  load: { bodyId: string; before: number; after: number }[]
  giniBefore: number
  giniAfter: number
}

/** How unevenly work lies: 0 where all have the same, near 1 where one has it all. Of nothing: 0. */
export function gini(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b)
  const total = sorted.reduce((sum, count) => sum + count, 0)
  if (!total) return 0
  const weighted = sorted.reduce((sum, count, at) => sum + (at + 1) * count, 0)
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}

/** What a new version of the rules would have recommended first for past choices, beside the old, and how the work would have moved. */
export function whatIf(past: readonly Past[], before: RoutingRules, after: RoutingRules): WhatIf {
  const counts = new Map<string, { before: number; after: number }>()
  const add = (bodyId: string | null, when: 'before' | 'after') => {
    if (bodyId === null) return
    const count = counts.get(bodyId) ?? { before: 0, after: 0 }
    counts.set(bodyId, { ...count, [when]: count[when] + 1 })
  }
  const changed: Changed[] = []
  for (const { number, inputs } of past) {
    for (const { id } of inputs.applicants) if (!counts.has(id)) counts.set(id, { before: 0, after: 0 })
    const from = recommend(before, inputs).ranked[0]?.bodyId ?? null
    const to = recommend(after, inputs).ranked[0]?.bodyId ?? null
    add(from, 'before')
    add(to, 'after')
    if (from !== to) changed.push({ number, from, to })
  }
  const load = [...counts].map(([bodyId, count]) => ({ bodyId, ...count }))
  return {
    looked: past.length,
    changed,
    load: load.filter(({ before: b, after: a }) => b !== a).sort((a, b) => b.after - b.before - (a.after - a.before)),
    giniBefore: gini(load.map((one) => one.before)),
    giniAfter: gini(load.map((one) => one.after)),
  }
}

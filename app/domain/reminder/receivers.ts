import type { LegalDay } from '../calendar/days'
import { standInOn, type Leave } from '../roll/substitutes'
import type { Reminded } from './rules'

/** Who is who of one dispute: accounts that hold each part today. */
export type Holders = Record<Reminded, readonly string[]>

/** Where a part is held by nobody, or by nobody who is there, the next is told: work is never reminded into an empty room. */
const next: Readonly<Partial<Record<Reminded, Reminded>>> = {
  registrar: 'triage',
  mediator: 'head',
  head: 'triage',
  leader: 'duty',
  triage: 'bureau',
  duty: 'bureau',
}

/** What of a sealed dispute (不公开) is told to whom: who watches over all is not one of those who handle it, the duty officer is. */
const sealedTo: Readonly<Partial<Record<Reminded, Reminded>>> = { bureau: 'duty', leader: 'duty' }

export type Receivers = {
  accounts: string[]
  /** onLeave: somebody is away and who stands in was told too; passedOn: nobody was there, the next part was told. */
  remark: 'onLeave' | 'passedOn' | null
}

/**
 * Who is told. Somebody on leave is told and is never the only one: who stands in is told as well, and where nobody who
 * is there is left, the next part. Empty only where there is nobody at all.
 */
export function receiversOf(
  asked: Reminded,
  of: { holders: Holders; sealed: boolean; leaves: readonly Leave[]; day: LegalDay },
): Receivers {
  const accounts = new Set<string>()
  let remark: Receivers['remark'] = null
  const passed = new Set<Reminded>()
  for (let part: Reminded | undefined = asked; part && !passed.has(part); part = next[part]) {
    passed.add(part)
    const held: Reminded = (of.sealed && sealedTo[part]) || part
    let present = false
    for (const id of of.holders[held]) {
      accounts.add(id)
      const { id: there, through } = standInOn(of.leaves, id, of.day)
      if (through.length) remark = 'onLeave'
      if (there !== null) {
        accounts.add(there)
        present = true
      }
    }
    if (present) return { accounts: [...accounts], remark }
    remark = 'passedOn'
  }
  return { accounts: [...accounts], remark }
}

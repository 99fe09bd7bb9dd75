import { read } from '#app/db/client.server'
import { bodiesOf, type Actor } from '../actor'
import { bodyStands } from '../body/standing.server'
import type { Registration } from '../registration/form'
import { choiceOf, coversType } from '../types/dispute-types'
import { rulesOf, type TypeRule } from '../types/type-rules'
import { dangerSigns } from '../words/danger-signs'
import { ties } from '../words/ties'
import { optionsOf } from '../words/words'
import { triageInstead } from './words'

export type Door = { bodyId: string; name: string; types: string[] }

/** Bodies in which somebody mediates or leads; only they have a door of their own (U1). */
export const doorIds = (actor: Actor): string[] => [...new Set(bodiesOf(actor, 'mediator', 'head'))]

/** The committees and rooms at whose door somebody may take what is told there; no statement for who belongs to none. */
export async function doorsOf(actor: Actor): Promise<Door[]> {
  const ids = doorIds(actor)
  if (!ids.length) return []
  return read<Door[]>`select b.id as "bodyId", b.name, b.types from body b
    where b.id = any(${ids}::uuid[]) and b.channel = 'people' and ${bodyStands()} order by b.name`
}

/** Whether its scope has what this is about. */
const takes = ({ types }: Door, { typeCode }: Registration): boolean => {
  const choice = choiceOf(typeCode)
  return choice !== null && coversType(types, choice.type, choice.subtype)
}

/** What is plain before anything is asked of the register: red, or a side that will not. */
const goesToTriage = ({ dangerSigns: signs, parties }: Registration): boolean =>
  signs.some((sign) => dangerSigns[sign].red) || parties.some(({ willing, side }) => willing === 'unwilling' && side !== 'third')

/** What our acceptance closes, for this kind of dispute (law.md 4a; U5). */
export function closesFor(typeCode: string): TypeRule | null {
  const choice = choiceOf(typeCode)
  return (choice && rulesOf(choice.type, choice.subtype).doubleHandling) ?? null
}

/** 由谁受理, as the last page of a registration asks it: the own bodies or the post, with what is most likely chosen; null for who has none. */
export async function doorChoice(actor: Actor, form: Registration | null) {
  const doors = await doorsOf(actor)
  if (!doors.length) return null
  const likely = form && !goesToTriage(form) ? doors.find((door) => takes(door, form)) : undefined
  return {
    options: [
      ...doors.map(({ bodyId, name }) => ({ value: bodyId, label: `我们自己受理：${name}` })),
      { value: triageInstead, label: '交分流岗' },
    ],
    first: likely?.bodyId ?? triageInstead,
    ties: optionsOf(ties),
    /** What our acceptance closes for this kind of dispute, to be told before (U5). */
    closes: form ? (closesFor(form.typeCode)?.say ?? null) : null,
  }
}

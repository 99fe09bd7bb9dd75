import type { Person } from '../actor'
import { areaChoice } from '../draft/areas.server'
import { elsewhereWords } from '../matter/elsewhere'
import { doorsOf } from '../own-door/doors.server'
import { Refusal } from '../refusal'
import { rulesOf } from '../types/type-rules'
import { agreementForms, satisfactions } from '../words/agreements'
import { sides } from '../words/parties'
import { sources } from '../words/sources'
import { optionsOf } from '../words/words'
import { everybody } from './form'

/** What may be chosen on the page of 简易快办. Throws Refusal forbidden for who mediates in no committee or room. */
export async function quickPage(actor: Person) {
  const doors = await doorsOf(actor)
  if (!doors.length) throw new Refusal('forbidden', '简易快办由调解组织的调解员、负责人使用')
  return {
    doors: doors.map(({ bodyId, name }) => ({ value: bodyId, label: name })),
    areas: await areaChoice(actor),
    sides: optionsOf(sides),
    forms: optionsOf(agreementForms),
    everybody,
    sources: optionsOf(sources).filter(({ value }) => value === 'applied' || value === 'ownInitiative'),
    elsewhere: elsewhereWords(),
    otherWays: ['11', '12'].flatMap((code) => rulesOf(code, null).doubleHandling?.say ?? []),
    satisfactions: optionsOf(satisfactions),
  }
}

export type QuickWords = Awaited<ReturnType<typeof quickPage>>

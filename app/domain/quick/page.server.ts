import type { Person } from '../actor'
import { areaChoice } from '../draft/areas.server'
import { doorsOf } from '../own-door/doors.server'
import { Refusal } from '../refusal'
import { allChoices, choiceOf, mostUsed } from '../types/dispute-types'
import { satisfactions } from '../words/agreements'
import { sources } from '../words/sources'
import { optionsOf } from '../words/words'

const usual: readonly string[] = mostUsed

const option = (code: string) => ({ value: code, label: choiceOf(code)?.label ?? code })

/** What may be chosen on the page of 简易快办. Throws Refusal forbidden for who mediates in no committee or room. */
export async function quickPage(actor: Person) {
  const doors = await doorsOf(actor)
  if (!doors.length) throw new Refusal('forbidden', '简易快办由调解组织的调解员、负责人使用')
  return {
    doors: doors.map(({ bodyId, name }) => ({ value: bodyId, label: name })),
    areas: await areaChoice(actor),
    types: [
      { label: '常用', options: usual.map(option) },
      { label: '全部类型', options: allChoices.filter(({ code }) => !usual.includes(code)).map(({ code }) => option(code)) },
    ],
    sources: optionsOf(sources).filter(({ value }) => value === 'applied' || value === 'ownInitiative'),
    satisfactions: optionsOf(satisfactions),
  }
}

export type QuickWords = Awaited<ReturnType<typeof quickPage>>

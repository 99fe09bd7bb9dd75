import { Refusal } from '../refusal'
import { readTyped } from './read'
import type { Values } from './values'

/** What each page of a registration asks. */
export const stepFields = {
  1: ['areaId', 'placeText', 'door', 'typeCode', 'typeText', 'typeQuery'],
  2: ['parties'],
  3: [
    'facts',
    'occurredOn',
    'askedAt',
    'leavesAt',
    'happenedAt',
    'urgent',
    'amount',
    'amountAbout',
    'amountNote',
    'peopleCount',
    'householdCount',
    'languages',
    'dangerSigns',
    'dangerTold',
    'dangerNotYet',
    'sealed',
    'sealedWhy',
    'settle',
  ],
  4: [
    'source',
    'sourceText',
    'intake',
    'entrusted',
    'reporter',
    'forParty',
    'elsewhere',
    'elsewhereKind',
    'elsewhereUnit',
    'elsewhereStanding',
    'elsewhereNumber',
    'noticeTold',
    'noticeHow',
    'ownDoor',
    'mediates',
    'otherWayTold',
    'tie',
    'tieWhat',
    'tieAccepted',
  ],
} as const

export type Step = keyof typeof stepFields
export const steps = [1, 2, 3, 4] as const satisfies readonly Step[]
export const stepTitles: Record<Step, string> = { 1: '在哪里，是什么事？', 2: '谁和谁有纠纷？', 3: '事情经过', 4: '看一遍再登记' }
/** What was decided about a possible duplicate is asked wherever one shows. */
const anywhere = 'duplicates'

/** The step in an address; null for none of the four. */
export const stepIn = (text: string | undefined): Step | null => steps.find((step) => String(step) === text) ?? null

/** The page on which a field stands, by the first word of its name. */
export const stepOfField: Readonly<Record<string, Step>> = Object.fromEntries(
  steps.flatMap((step) => stepFields[step].map((field) => [field, step])),
)
const stepOf = (name: string): Step => stepOfField[name.split(/[.[]/)[0] ?? ''] ?? 4

/** The draft with one page as it was just sent: what is no longer ticked there is gone, the other pages stay. */
export function withStep(before: Values, step: Step, sent: Values): Values {
  const own: readonly string[] = [...stepFields[step], ...(sent[anywhere] ? [anywhere] : [])]
  const others = Object.entries(before).filter(([name]) => !own.includes(name))
  return Object.fromEntries([...others, ...Object.entries(sent).filter(([name]) => own.includes(name))])
}

/** What stands wrong on one page, by field; empty when one may go on. Danger wants a word: told whom, or not yet, why (U7). */
export function wrongOn(step: Step, values: Values, now: Date): Record<string, string> {
  const { errors } = readTyped(values, now)
  return Object.fromEntries(Object.entries(errors).filter(([name]) => stepOf(name) === step))
}

/** Throws Refusal invalid with a sentence beside each field of the page that is wrong. */
export function mustBeRight(step: Step, values: Values, now: Date): void {
  const errors = wrongOn(step, values, now)
  if (Object.keys(errors).length) throw new Refusal('invalid', undefined, errors)
}

import type { Answers } from '../conflict/answers'
import { Refusal } from '../refusal'
import { tick as tickField, text, type FormField } from './field-data'
import { may, tick } from './form-words'

/** What is answered to what the system found between whom the form names and the sides (U15). */
export const answersShape = { tieAccepted: tick, tieHow: may(300), notSame: tick, notSameWhy: may(300) }

type Typed = { tieAccepted: boolean; tieHow?: string | undefined; notSame: boolean; notSameWhy?: string | undefined }

/** The answers as the act takes them. Throws Refusal beside the words that are missing; `said` where another field has them. */
export function answersOf({ tieAccepted, tieHow, notSame, notSameWhy }: Typed, said?: string): Answers {
  const how = tieHow ?? said
  const fields = {
    ...(tieAccepted && !how && { tieHow: '请写明是谁告知的、双方怎么说的' }),
    ...(notSame && !notSameWhy && { notSameWhy: '请写明怎么核实的' }),
  }
  if (Object.keys(fields).length) throw new Refusal('invalid', undefined, fields)
  return { ...(tieAccepted && { accepted: how }), ...(notSame && { notSame: notSameWhy }) }
}

/** Two answers: told and accepted by both, or looked into and not the same. */
export const answerFields: FormField[] = [
  tickField('tieAccepted', '已经告知双方，双方都接受'),
  text('tieHow', '谁告知的、双方怎么说的', { later: '没有要告知的就空着' }),
  tickField('notSame', '核实过，不是同一人、同一户'),
  text('notSameWhy', '怎么核实的', { later: '没有要核实的就空着' }),
]

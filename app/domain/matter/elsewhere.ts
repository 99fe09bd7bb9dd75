import type { z } from 'zod'
import { may, oneOf } from '../forms/form-words'
import { Refusal } from '../refusal'
import { elsewhereAnswers, matterKinds, matterStandings } from '../words/office'
import { optionsOf } from '../words/words'

/** 别处是否已处理, as a form asks it in short (U5): whether, and where it stands there. */
export const elsewhereShape = {
  elsewhere: oneOf(elsewhereAnswers, '请选别处办过没有').optional(),
  elsewhereKind: oneOf(matterKinds, '请选是什么程序').optional(),
  elsewhereUnit: may(120),
  elsewhereStanding: oneOf(matterStandings, '请选办到哪一步').optional(),
  elsewhereNumber: may(60),
}

export type ElsewhereTyped = z.output<z.ZodObject<typeof elsewhereShape>>

/** What was answered; `matter` null: it is nowhere else. */
export type Elsewhere = {
  matter: { kind: keyof typeof matterKinds; unit: string; standing: keyof typeof matterStandings; number?: string | undefined } | null
}

/** What the party answered, or null where nobody was asked. Throws Refusal beside what is missing of a proceeding. */
export function elsewhereOf(typed: Partial<ElsewhereTyped>): Elsewhere | null {
  const { elsewhere, elsewhereKind: kind, elsewhereUnit: unit, elsewhereStanding: standing, elsewhereNumber: number } = typed
  if (!elsewhere) return null
  if (elsewhere === 'none') return { matter: null }
  if (kind && unit && standing) return { matter: { kind, unit, standing, number } }
  throw new Refusal('invalid', undefined, {
    ...(!kind && { elsewhereKind: '请选是什么程序' }),
    ...(!unit && { elsewhereUnit: '请写是哪个单位' }),
    ...(!standing && { elsewhereStanding: '请选办到哪一步' }),
  })
}

/** Said where the form goes on without it. */
export const notAskedElsewhere = '请先问当事人：法院、公安、仲裁、信访或者别的单位办过没有'

/** What the short question is asked with. */
export const elsewhereWords = () => ({
  answers: optionsOf(elsewhereAnswers),
  kinds: optionsOf(matterKinds),
  standings: optionsOf(matterStandings),
})

import { z } from 'zod'
import { isLegalDay } from '../calendar/days'
import { codesOf, type Words } from '../words/words'
import { fenOf } from './money'

/** How the fields of every act's form are read, each with its sentence. An empty field arrives as undefined. */

const long = (limit: number) => `太长了，最多${limit}个字`

/** Words that have to be there. */
export const must = (say: string, limit = 2000) => z.string({ error: say }).trim().min(1, say).max(limit, long(limit))
/** Words that may be there. */
export const may = (limit = 2000) =>
  z
    .string({ error: '没有填对' })
    .trim()
    .max(limit, long(limit))
    .optional()
    .transform((words) => words || undefined)
/** A code of a glossary. */
export const oneOf = <W extends Words>(words: W, say: string) => z.enum(codesOf(words), { error: say })
/** Several codes of a glossary; one alone arrives as a string. */
export const several = (limit = 60) => z.array(z.string().max(200, '没有填对')).max(limit, '选得太多了').default([])
/** Several rows, each by its id. */
export const ids = (say: string, limit = 60) =>
  z
    .array(z.uuid({ error: say }))
    .max(limit, '选得太多了')
    .default([])
export const idOf = (say: string) => z.uuid({ error: say })
export const whole = (least: number, most: number, what: string) =>
  z
    .number({ error: `${what}请填整数` })
    .int(`${what}请填整数`)
    .min(least, `${what}至少是${least}`)
    .max(most, `${what}最多是${most}`)
export const ticked = (say: string) => z.literal(true, { error: say })
export const tick = z.boolean({ error: '没有填对' }).default(false)

/** Nothing that can be entered happened before this, nor is due after it. */
const [first, last] = ['1900-01-01', '2199-12-31']
export const legalDay = z
  .string({ error: '日期没有填对' })
  .refine((text) => isLegalDay(text) && text >= first && text <= last, '日期没有填对，照 2026-03-05 的样子填')

/** `YYYY-MM-DDTHH:mm` on Shanghai's clock, whatever the machine's. */
export const moment = z
  .string({ error: '时间没有填对' })
  .refine(
    (text) =>
      /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(text) &&
      isLegalDay(text.slice(0, 10)) &&
      text >= first &&
      text < last,
    '时间没有填对，照 2026-03-05 09:30 的样子填',
  )
  .transform((text) => new Date(`${text.slice(0, 16)}:00+08:00`))

/** When it was done; nothing said is now. */
export const happenedAt = moment.optional()

/** Yuan with at most two decimals, as fen. */
export const yuan = z
  .string({ error: '金额没有填对' })
  .max(30, '金额太大了')
  .transform((text, context) => {
    const fen = fenOf(text)
    if (fen !== null && fen > 0n) return fen
    context.addIssue({ code: 'custom', message: fen === null ? '金额没有填对，如 1200 或 1200.50' : '金额要大于0' })
    return z.NEVER
  })

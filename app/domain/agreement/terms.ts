import { z } from 'zod'
import { isLegalDay } from '../calendar/days'
import { agreementForms, obligationKinds } from '../words/agreements'

const keysOf = <W extends Record<string, unknown>>(words: W) => Object.keys(words) as [keyof W & string, ...(keyof W & string)[]]
const words = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `最多${limit}个字`)
    .optional()
    .transform((text) => text || undefined)
const whole = (least: number) => z.coerce.number({ error: '请填数字' }).int('请填整数').min(least, `至少是${least}`).max(100_000, '太大了')

export const formOf = z.enum(keysOf(agreementForms), { error: '请选口头还是书面' })

/** One obligation as it is agreed: money, an act, a handover, an apology, a forbearance; once or coming round; owed by anybody. */
export const termForm = z
  .object({
    who: z.string().trim().min(1, '请填由谁做').max(120, '最多120个字'),
    to: words(120),
    what: z.string().trim().min(1, '请填做什么').max(1000, '最多1000个字'),
    kind: z.enum(keysOf(obligationKinds), { error: '请选是付钱还是做事' }),
    /** Fen, for one due date and one head. */
    amountFen: z.coerce.bigint({ error: '金额没有填对' }).positive('金额要大于0').max(10_000_000_000_000n, '金额太大了').optional(),
    amountText: words(200),
    formula: words(500),
    heads: whole(2).optional(),
    dueDay: z.string().refine(isLegalDay, '日期没有填对').optional(),
    dueText: words(200),
    /** ISO 8601 duration: P2M, P1Y */
    every: z
      .string()
      .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, '间隔没有填对')
      .optional(),
    times: whole(1).optional(),
    until: words(200),
    standing: z.coerce.boolean().default(false),
    condition: words(500),
    /** Places in the same list, from 0. */
    dependsOn: z.array(z.coerce.number().int().nonnegative()).default([]),
    note: words(1000),
  })
  .superRefine((term, context) => {
    const say = (path: keyof typeof term, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (term.kind === 'pay' && term.amountFen === undefined && !term.formula && !term.amountText)
      say('amountFen', '请填金额；还算不出来的，写明怎么算')
    if (term.kind !== 'pay' && term.amountFen !== undefined) say('amountFen', '不是付钱的，不填金额')
    if (term.times !== undefined && !term.every) say('every', '写了次数，就要写多久一次')
  })

export type Term = z.output<typeof termForm>

export const termsForm = z
  .array(termForm)
  .max(60, '条款太多了')
  .superRefine((terms, context) => {
    for (const [place, { dependsOn }] of terms.entries())
      if (dependsOn.some((other) => other === place || other >= terms.length))
        context.addIssue({ code: 'custom', path: [place, 'dependsOn'], message: '互为条件的应当是另外一条' })
  })

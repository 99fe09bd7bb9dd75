import { z } from 'zod'
import { formOf, termsForm } from '../agreement/terms'

/** Who settled it on the spot: a registered mediator of a committee counts as mediation; anybody else's is 排查化解 (U6). */
export const settledBy = {
  registered: { label: '登记在册的调解员', hint: '算人民调解，计入统计' },
  others: { label: '其他人劝和', hint: '算自行和解，只留在路径上' },
} as const

const text = (limit: number, what: string) => z.string().trim().max(limit, `${what}太长了，最多${limit}个字`).optional()

/** 现场化解 as the registration asks it: who mediated, in which form, on which terms. */
export const settlementForm = z
  .object({
    by: z.enum(['registered', 'others'], { error: '请选是谁调解的' }),
    mediatorId: z.uuid('请选是哪位调解员').optional(),
    byName: text(60, '姓名'),
    /** The mediator is tied to a side: who told both, and that both accept (U15). */
    tieHow: text(300, '告知情况'),
    form: formOf,
    content: text(2000, '协议内容'),
    oralWhy: text(300, '原因'),
    terms: termsForm.default([]),
  })
  .superRefine(({ by, mediatorId, form, content }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (by === 'registered' && !mediatorId) say('mediatorId', '请选是哪位调解员')
    if (form === 'oral' && !content) say('content', '口头协议要写下内容（人民调解法第28条），一两句话也可以')
  })

export type Settlement = z.output<typeof settlementForm>

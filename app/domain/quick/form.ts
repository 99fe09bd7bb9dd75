import { z } from 'zod'
import { legalDay, may, moment, must, oneOf, tick, ticked, yuan } from '../forms/form-words'
import { elsewhereShape } from '../matter/elsewhere'
import { isPhone } from '../privacy/phone'
import { agreementForms, satisfactions } from '../words/agreements'
import { sides } from '../words/parties'
import { sources } from '../words/sources'

/** Who owes it: the place of a party in the list, or all of them. */
export const everybody = 'each'

const phone = may(30).refine((text) => !text || isPhone(text), '电话号码不对，请核对；固定电话写上区号')

const party = z.object({
  side: oneOf(sides, '请选哪一方').default('respondent'),
  name: may(120),
  phone,
  /** Where a visitor lives, and how to reach them once they have left (U2). */
  homeText: may(200),
  awayContact: may(100),
})

const term = z.object({
  who: z.string({ error: '请选由谁做' }).max(4, '请选由谁做').default('1'),
  what: may(1000),
  amount: yuan.optional(),
  dueDay: legalDay.optional(),
})

type Say = (path: (string | number)[], message: string) => void

/** Rows that somebody wrote into, each with its place on the page; checked by themselves, whatever else is wrong. */
const rowsOf = <Row extends z.ZodType>(row: Row, say: string, check: (rows: (z.output<Row> | undefined)[], say: Say) => void) =>
  z
    .array(row.optional())
    .max(20, say)
    .default([])
    .superRefine((rows, context) => check(rows, (path, message) => context.addIssue({ code: 'custom', path, message })))

const people = rowsOf(party, '当事人太多了，请用“登记”', (rows, say) => {
  for (const place of [0, 1]) if (!rows[place]?.name) say([place, 'name'], '请填姓名')
})

const terms = rowsOf(term, '约定太多了，请用“登记”', (rows, say) => {
  if (!rows.some((row) => row?.what)) say([0, 'what'], '请写谈成了什么，口头协议也要记下内容（人民调解法第28条）')
  for (const [place, row] of rows.entries())
    if (place > 0 && !row?.what && (row?.amount !== undefined || row?.dueDay !== undefined)) say([place, 'what'], '请写做什么')
})

/** 简易快办: who with whom, what, rights told, what was agreed, whether it was done at once (U2). Empty rows count for nothing. */
export const quickForm = z
  .object({
    bodyId: z.uuid({ error: '请选由哪个组织受理' }),
    areaId: z.uuid({ error: '请选在哪个村（社区）' }),
    typeCode: must('请选类型', 20),
    source: oneOf(sources, '请选是申请还是主动调解').default('applied'),
    parties: people,
    leavesAt: moment.optional(),
    facts: must('请写明是什么事，一句话也可以', 5000),
    ...elsewhereShape,
    /** Tourism and consumers: told what our acceptance closes, and chose us (U5). */
    otherWayTold: tick,
    told: ticked('要先告知权利义务，各方自愿，才能调解（人民调解法第17条、第23条）'),
    startedAt: moment.optional(),
    agreedAt: moment.optional(),
    form: oneOf(agreementForms, '请选口头还是书面').default('oral'),
    terms,
    /** What else was said: the record of an oral agreement (Art. 28) is made of the terms and this. */
    content: may(),
    oralWhy: may(300),
    /** Who put the committee's seal on a written one. */
    sealedBy: may(60),
    performed: tick,
    satisfaction: oneOf(satisfactions, '请选满意不满意').default('notAsked'),
  })
  .superRefine(({ parties, terms: agreed, form, sealedBy }, context) => {
    const say: Say = (path, message) => context.addIssue({ code: 'custom', path, message })
    for (const [place, row] of agreed.entries())
      if (row?.what && row.who !== everybody && !parties[Number(row.who)]?.name) say(['terms', place, 'who'], '请选由谁做')
    if (form === 'written' && !sealedBy)
      say(['sealedBy'], '书面的要盖调委会的章才生效（人民调解法第29条），请填谁盖的；还没有盖的改用“登记”')
  })

export type Quick = z.output<typeof quickForm>

import { z } from 'zod'
import { daysBetween } from '../calendar/days'
import { idOf, legalDay, may, must, oneOf, whole } from '../forms/form-words'
import { findingLines, findingOutcomes, patrolKinds } from '../words/patrols'

/** A round as it is opened. */
export const roundForm = z
  .object({
    act: z.literal('open'),
    areaId: idOf('请选在哪里排查'),
    kind: oneOf(patrolKinds, '请选哪一种排查'),
    title: must('请写排查什么', 60),
    asked: may(500),
    fromDay: legalDay,
    toDay: legalDay,
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, { path: ['toDay'], message: '最后一天不能早于第一天' })
  .refine(({ fromDay, toDay }) => daysBetween(fromDay, toDay) < 93, { path: ['toDay'], message: '一轮最多三个月' })

export const closeForm = z.object({ act: z.literal('close') })

const finding = z.object({
  line: may(120),
  outcome: oneOf(findingOutcomes, '请选怎样了').optional(),
  disputeId: z.uuid({ error: '请选一件' }).optional(),
})
const rounds = whole(1, 999, '排查次数')

/** What a grid says of a round: nothing found, or so much, with a line for each. */
export const reportForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('nil'), rounds }),
  z.object({
    act: z.literal('report'),
    rounds,
    found: whole(1, 99, '排查发现'),
    findings: z.array(finding).max(findingLines, '写得太多了').default([]),
    note: may(500),
  }),
])

export type RoundForm = z.output<typeof roundForm>
export type ReportForm = z.output<typeof reportForm>

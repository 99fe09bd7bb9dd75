import { z } from 'zod'
import { daysBetween } from '../calendar/days'
import { legalDay, must, oneOf, several } from '../forms/form-words'
import { dutyParts } from './words'

const part = oneOf(dutyParts, '请选值什么班').default('duty')
const someone = z.uuid({ error: '请选人' })

/** What is done on the page of a month: one day, or a stretch of days in turns. */
export const monthForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('put'), part, dutyDay: legalDay, accountId: someone }),
  z
    .object({ act: z.literal('turns'), part, fromDay: legalDay, toDay: legalDay, accountIds: several() })
    .refine(({ accountIds }) => accountIds.length > 0, { path: ['accountIds'], message: '请选轮到谁' })
    .refine(({ fromDay, toDay }) => toDay >= fromDay, { path: ['toDay'], message: '最后一天不能早于第一天' })
    .refine(({ fromDay, toDay }) => daysBetween(fromDay, toDay) < 366, { path: ['toDay'], message: '一次最多排一年' }),
])

/** What is done on the page of one shift. */
export const shiftForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('substitute'), substituteId: someone.optional() }),
  z.object({ act: z.literal('handOver'), handOverText: must('请写交给下一班什么；没有就写“没有要交的事”', 1000) }),
  z.object({ act: z.literal('takeOff') }),
])

export type MonthForm = z.output<typeof monthForm>
export type ShiftForm = z.output<typeof shiftForm>

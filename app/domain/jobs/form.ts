import { z } from 'zod'
import { oneOf } from '../forms/form-words'
import { giveUpReasons } from '../words/tasks'

const jobId = z.string({ error: '页面不完整，请重新打开' }).regex(/^\d{1,18}$/, '页面不完整，请重新打开')

/** What is done with work that was given up. */
export const jobForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('again'), jobId }),
  z.object({ act: z.literal('againAll'), task: z.string({ error: '请选一类' }).max(60, '请选一类') }),
  z.object({ act: z.literal('giveUp'), jobId, reason: oneOf(giveUpReasons, '请选为什么放弃') }),
])
export type JobForm = z.output<typeof jobForm>

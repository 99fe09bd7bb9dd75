import { z } from 'zod'
import { must } from '../forms/form-words'

/** What is done on the page of an alarm. */
export const alarmForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('acknowledge') }),
  z.object({ act: z.literal('handle'), text: must('请写怎么处置的') }),
  z.object({ act: z.literal('standDown'), text: must('请写为什么是误报') }),
])
export type AlarmForm = z.output<typeof alarmForm>

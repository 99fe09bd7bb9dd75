import { z } from 'zod'
import { idOf, may, must } from '../forms/form-words'

/** 演练 begins: for whom, and what is played. */
export const drillForm = z.object({
  act: z.literal('start'),
  areaId: idOf('请选演练的地方'),
  scenario: must('请写演练什么情形', 300),
})
export type DrillForm = z.output<typeof drillForm>

/** … and ends, with what was learnt. */
export const drillEndForm = z.object({ act: z.literal('end'), note: may(1000) })
export type DrillEndForm = z.output<typeof drillEndForm>

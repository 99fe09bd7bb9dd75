import { z } from 'zod'
import { legalDay, must } from '../forms/form-words'

/** The next version of a text: what it says, who answers for it, from when. */
export const templateForm = z.object({
  act: z.literal('template'),
  text: must('请写短信内容', 400),
  owner: must('请写谁负责', 60),
  from: legalDay,
})
export type TemplateForm = z.output<typeof templateForm>

import { z } from 'zod'
import { idOf, legalDay, may, must, oneOf } from '../forms/form-words'
import { noteKinds, usualTasks } from '../words/leaders'

/** A task as it is set: for every township, one place, or one leader. */
export const taskForm = z
  .object({
    act: z.literal('task'),
    to: z.string({ error: '请选给谁' }).regex(/^(all|(area|post):[0-9a-f-]{36})$/, '请选给谁'),
    usual: oneOf(usualTasks, '请选做什么'),
    text: may(500),
    dueOn: legalDay.optional(),
  })
  .refine(({ usual, text }) => usual !== 'other' || text, { path: ['text'], message: '请写做什么' })

/** What is done with one task. */
export const taskActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('done'), doneText: must('请写做了什么', 1000) }),
  z.object({ act: z.literal('takeBack') }),
])

/** 走访 or 批示, in few words. */
export const noteForm = z.object({
  act: z.literal('note'),
  kind: oneOf(noteKinds, '请选走访还是批示'),
  happenedOn: legalDay,
  text: must('请写看到什么、说了什么', 1000),
  areaId: idOf('请选哪个地方'),
})

export const answerForm = z.object({ act: z.literal('answer'), noteId: idOf('没有这条批示'), answer: must('请写办得怎样', 1000) })

export type TaskForm = z.output<typeof taskForm>
export type TaskActForm = z.output<typeof taskActForm>
export type NoteForm = z.output<typeof noteForm>
export type AnswerForm = z.output<typeof answerForm>

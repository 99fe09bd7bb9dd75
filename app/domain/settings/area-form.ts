import { z } from 'zod'
import { legalDay, may, must } from '../forms/form-words'

/** The three forms of an area's page: renamed, a village or grid more, merged into a sibling. */
export const areaForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('rename'), newName: must('请写新名称', 40), renameFrom: legalDay }),
  z.object({
    act: z.literal('add'),
    childName: must('请写名称', 40),
    childFrom: legalDay,
    childCode: may(20).refine((code) => !code || /^\d{12,15}$/.test(code), '代码是 12 到 15 位数字'),
  }),
  z.object({ act: z.literal('merge'), intoId: z.uuid({ error: '请选并入哪里' }), mergeFrom: legalDay }),
])

export type AreaForm = z.output<typeof areaForm>
export type Renaming = Extract<AreaForm, { act: 'rename' }>
export type Adding = Extract<AreaForm, { act: 'add' }>
export type Merging = Extract<AreaForm, { act: 'merge' }>

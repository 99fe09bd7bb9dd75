import { z } from 'zod'
import { roleLabels, type Role } from '../actor'
import { isLegalDay } from '../calendar/days'
import { isId } from '../id'

const trimmed = (most: number, words: string) => z.string({ error: words }).trim().min(1, words).max(most, `最多 ${most} 个字`)
const day = (words: string) => z.string({ error: words }).refine(isLegalDay, '日期要写成 2026-03-05 的样子')
const role = z.enum(Object.keys(roleLabels) as [Role, ...Role[]], { error: '请选岗位' })
const place = z
  .string({ error: '请选在哪里' })
  .refine((value) => /^(area|body):/.test(value) && isId(value.slice(5)), '请选在哪里')
  .transform((value) => ({ kind: value.startsWith('area:') ? ('area' as const) : ('body' as const), id: value.slice(5) }))

const span = { from: day('请写从哪天起'), to: day('请写到哪天止').optional() }
const post = { role, place, unit: z.string().trim().max(30, '最多 30 个字').optional(), ...span }
const id = z.string().refine(isId)

const name = trimmed(30, '请写姓名')

/** 新建人员: who, and the first post. */
export const newPersonForm = z.object({ name, phone: trimmed(20, '请写 11 位手机号，登录用它'), ...post })
export type NewPerson = z.output<typeof newPersonForm>

/** What is done on somebody's page. */
export const personActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('give'), ...post }),
  z.object({ act: z.literal('change'), postId: id, ...span }),
  z.object({ act: z.literal('correct'), name, phone: z.string().trim().max(20, '最多 20 个字').optional() }),
  z.object({ act: z.literal('stop') }),
  z.object({ act: z.literal('restore') }),
  z.object({ act: z.literal('reset') }),
])
export type PersonAct = z.output<typeof personActForm>
export type PostForm = Omit<Extract<PersonAct, { act: 'give' }>, 'act'>

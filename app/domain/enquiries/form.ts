import { z } from 'zod'
import { happenedAt, must, oneOf } from '../forms/form-words'
import { enquiryKinds } from '../words/office'

const oneLine = (say: string) => must(say, 300).transform((text) => text.replace(/\s+/gu, ' '))

/** 咨询: the line itself, or that it is to be registered after all. */
export const enquiryForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('add'),
    kind: oneOf(enquiryKinds, '请选问的是哪一类'),
    asked: oneLine('请写问了什么'),
    answered: oneLine('请写怎么答复的'),
    place: z.string({ error: '请选记在哪里' }).max(60),
    happenedAt,
  }),
  z.object({ act: z.literal('register'), enquiryId: z.uuid('没有这一条'), draftId: z.uuid('没有这一条') }),
])
export type EnquiryForm = z.output<typeof enquiryForm>
export type Added = Extract<EnquiryForm, { act: 'add' }>

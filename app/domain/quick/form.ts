import { z } from 'zod'
import { legalDay, may, moment, must, oneOf, tick, ticked, yuan } from '../forms/form-words'
import { isPhone } from '../privacy/phone'
import { satisfactions } from '../words/agreements'
import { sources } from '../words/sources'

const phone = may(30).refine((text) => !text || isPhone(text), '电话号码不对，请核对；固定电话写上区号')

/** 简易快办: who with whom, what, rights told, what was agreed by mouth, whether it was done at once (U2). */
export const quickForm = z.object({
  bodyId: z.uuid({ error: '请选由哪个组织受理' }),
  areaId: z.uuid({ error: '请选在哪个村（社区）' }),
  typeCode: must('请选类型', 20),
  source: oneOf(sources, '请选是申请还是主动调解').default('applied'),
  oneName: must('请填姓名', 120),
  onePhone: phone,
  otherName: must('请填姓名', 120),
  otherPhone: phone,
  leavesAt: moment.optional(),
  facts: must('请写明是什么事，一句话也可以', 5000),
  told: ticked('要先告知权利义务，各方自愿，才能调解（人民调解法第17条、第23条）'),
  startedAt: moment.optional(),
  agreedAt: moment.optional(),
  content: must('口头协议要写下内容（人民调解法第28条），一两句话也可以'),
  oralWhy: may(300),
  /** Who does what; money where an amount is given. */
  who: must('请填由谁做', 120),
  to: may(120),
  what: must('请填做什么', 1000),
  amount: yuan.optional(),
  dueDay: legalDay.optional(),
  performed: tick,
  satisfaction: oneOf(satisfactions, '请选满意不满意').default('notAsked'),
})

export type Quick = z.output<typeof quickForm>

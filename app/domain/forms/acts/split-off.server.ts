import { z } from 'zod'
import { splitOff as splitTwo } from '../../merge/split-off.server'
import { allChoices, choiceOf } from '../../types/dispute-types'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, long, select, text } from '../field-data'
import { happenedAt, ids, must } from '../form-words'
import { partiesOf, partyOptions } from '../people.server'

/** 拆出一件: who is in the new one, of what type, called what, and what it is about. */
export const splitOff = define({
  schema: z.object({
    partyIds: ids('没有这个当事人').refine((chosen) => chosen.length > 0, '请选新的一件里有哪些人'),
    typeCode: z.string({ error: '请选类型' }).refine((code) => choiceOf(code) !== null, '没有这个类型，请从列表里选'),
    title: must('请写标题', 60),
    facts: must('请写新的一件的经过', 5000),
    why: must('请写为什么拆成两件', 500),
    happenedAt,
  }),
  form: async ({ dispute, now }) => {
    const options = partyOptions(await partiesOf(dispute.id))
    return {
      ...(!options.length && { barred: '这件还没有登记当事人，先补上再拆。' }),
      submit: '拆出',
      fields: [
        calm('拆出以后', '这件不变；新的一件有自己的编号，到分流岗，来源和申请时间带过去，两件互相关联。'),
        choice('partyIds', '新的一件里有哪些人', options, { many: true }),
        select(
          'typeCode',
          '类型',
          allChoices.map(({ code, label }) => ({ value: code, label })),
          { value: dispute.subtypeCode ?? dispute.typeCode },
        ),
        text('title', '标题'),
        long('facts', '新的一件是什么事'),
        text('why', '为什么拆成两件'),
        when(now),
      ],
    }
  },
  run: (sent, form) => splitTwo(sent, form),
})

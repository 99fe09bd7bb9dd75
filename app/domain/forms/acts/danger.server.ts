import { z } from 'zod'
import { reading } from '#app/db/client.server'
import { reportersOf } from '../../danger/named.server'
import { handleDanger, reportDanger } from '../../danger/report.server'
import { dangerSigns, reportOrgans } from '../../words/danger-signs'
import { dangerSteps } from '../../words/office'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, long, row, select, text } from '../field-data'
import { happenedAt, idOf, may, oneOf, several } from '../form-words'

/** Whom to call now, and whose duty to report it is by which article (U7). */
const callNow = ({ call, article }: (typeof dangerSigns)[keyof typeof dangerSigns]) =>
  [`现在就联系：${call.map(({ who, phone }) => [who, phone].filter(Boolean).join(' ')).join('、')}`, article].filter(Boolean).join('；')

export const danger = define({
  field: true,
  schema: z
    .object({
      step: oneOf(dangerSteps, '请选怎么样了'),
      signs: several(),
      organ: oneOf(reportOrgans, '请选哪个部门').optional(),
      toldWhom: may(120),
      toldBy: may(60),
      receipt: may(120),
      namedId: idOf('请从名单里选').optional(),
      text: may(),
      happenedAt,
    })
    .superRefine(({ step, toldWhom, text: words }, context) => {
      if (step === 'told' && !toldWhom) context.addIssue({ code: 'custom', path: ['toldWhom'], message: '请写告诉了谁' })
      if (step !== 'told' && !words)
        context.addIssue({ code: 'custom', path: ['text'], message: step === 'handled' ? '请写怎么处置的' : '请写为什么还没有告诉' })
    }),
  form: async ({ actor, dispute, query, now }) => ({
    submit: '记下',
    fields: [
      calm('系统不会替您报告', '有人身危险的，先打 110。记下以后，这件事排在乡镇和区的最上面，直到有人写明已处置。'),
      choice('step', '怎么样了', choicesOf(dangerSteps), { layout: 'three', value: query.get('step') ?? '' }),
      choice('signs', '有什么危险', choicesOf(dangerSigns, callNow), { many: true, layout: 'one' }),
      row(select('organ', '报告哪个部门', choicesOf(reportOrgans), { none: '没有' }), text('toldWhom', '告诉了谁', { later: true })),
      row(
        text('toldBy', '谁告诉的', { later: true }),
        text('receipt', '回执号、接警编号', { later: '没有就空着；以后只补回执的，不用再选危险' }),
      ),
      select(
        'namedId',
        '还没有告诉的，由谁去报告',
        (await reportersOf(reading, dispute.id, now)).map(({ id, name }) => ({ value: id, label: name })),
        { value: actor.accountId, none: '就是我', hint: '每半小时提醒一次，直到登记已经告诉' },
      ),
      long('text', '处置情况，或者为什么还没有告诉', { later: '已经告诉的可以空着' }),
      when(now, '什么时候'),
    ],
  }),
  run: (sent, { step, signs, organ, toldWhom, toldBy, receipt, namedId, text: words, happenedAt: at }) => {
    if (step === 'handled') return handleDanger(sent, { text: words ?? '', happenedAt: at })
    const told = step === 'told' ? { organ, toldWhom, toldBy, receipt, toldAt: at ?? new Date() } : { organ, notYetWhy: words }
    return reportDanger(sent, { signs, ...told, namedId, happenedAt: at })
  },
})

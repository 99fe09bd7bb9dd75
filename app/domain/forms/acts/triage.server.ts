import { z } from 'zod'
import { act, advance, advanceDispute } from '../../dispute/advance.server'
import { handOn as handOnTo } from '../../dispute/hand-on.server'
import { openDispute } from '../../dispute/read.server'
import { Refusal, wrong } from '../../refusal'
import { answerFields, answersOf, answersShape } from '../answer-fields'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, folded, long, row, select } from '../field-data'
import { happenedAt, idOf, may, must, several } from '../form-words'
import { keepersIn } from '../people.server'

const reasoned = z.object({ why: must('请写明原因'), happenedAt })
const path = (text: string) => ({ kind: 'why', audience: 'path', text }) as const

export const recall = define({
  schema: reasoned,
  form: ({ now }) => ({
    fields: [calm('收回以后', '纠纷回到分流岗，对方不再看得到；可以另交别处。'), long('why', '为什么收回'), when(now)],
  }),
  run: (sent, { why, happenedAt: at }) => advanceDispute(sent, { event: { type: 'recall' }, happenedAt: at, texts: [path(why)] }),
})

export const reopen = define({
  schema: reasoned,
  form: ({ now }) => ({
    fields: [calm('重启以后', '纠纷回到分流岗，原来的卷不动，另起一段。'), long('why', '为什么重启'), when(now)],
  }),
  run: (sent, { why, happenedAt: at }) => advanceDispute(sent, { event: { type: 'reopen' }, happenedAt: at, texts: [path(why)] }),
})

const level = (to: 'township' | 'district', there: string) =>
  define({
    schema: reasoned,
    form: ({ now }) => ({
      fields: [calm('以后在谁那里', `${there}。首次登记的时间和两级各自的等候时间都保留。`), long('why', '为什么'), when(now)],
    }),
    run: (sent, { why, happenedAt: at }) =>
      act(sent, (file) => {
        if (file.facts.level === to) throw new Refusal('notNow', `这件纠纷已经在${there}。`)
        return advance(file, { event: { type: to === 'district' ? 'escalate' : 'deescalate', to }, happenedAt: at, texts: [path(why)] })
      }),
  })
export const escalate = level('district', '区级分流岗')
export const deescalate = level('township', '乡镇（街道）分流岗')

const wanted = [
  '当事人姓名',
  '联系电话',
  '纠纷发生的地点',
  '发生的时间',
  '争议的金额',
  '对方愿不愿意调解',
  '现场照片',
  '合同、收条等材料',
] as const

export const ask = define({
  schema: z.object({ what: several(wanted.length), more: may(500), happenedAt }).superRefine(({ what, more }, context) => {
    if (!what.length && !more) context.addIssue({ code: 'custom', path: ['what'], message: '请选要补充什么，或者写在下面' })
  }),
  form: ({ now }) => ({
    submit: '请登记人补充',
    fields: [
      choice(
        'what',
        '请补充什么',
        wanted.map((label) => ({ value: label, label })),
        { many: true },
      ),
      long('more', '还要什么', { later: '没有就空着' }),
      calm('期限', '分流期限照常走，不因为等补充而停。'),
      when(now),
    ],
  }),
  run: (sent, { what, more, happenedAt: at }) => {
    const text = `请补充：${[...wanted.filter((one) => what.includes(one)), ...(more ? [more] : [])].join('、')}`
    return advanceDispute(sent, {
      event: { type: 'ask' },
      happenedAt: at,
      texts: [{ kind: 'ask', audience: 'path', text }],
    })
  },
})

export const handOn = define({
  schema: z.object({ accountId: idOf('请选交给谁'), why: must('请写明为什么移交'), ...answersShape, happenedAt }),
  form: async ({ dispute, now }) => {
    const keepers = await keepersIn(dispute.townshipId, dispute.districtId, now)
    return {
      ...(dispute.leg?.mediatorIds.length && {
        barred: '现在由承办调解员跟进履行，不用移交。没有承办调解员的，才由分流岗移交。',
      }),
      fields: [
        select(
          'accountId',
          '交给谁跟进',
          keepers.map(({ id, name, title }) => ({ value: id, label: `${title}　${name}` })),
          { none: '请选' },
        ),
        long('why', '为什么移交'),
        folded('和当事人有利害关系的', answerFields, '本人、同住一户的不能接；其他的要双方都接受'),
        row(when(now)),
      ],
    }
  },
  run: async (sent, form) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    const keepers = await keepersIn(dispute.townshipId, dispute.districtId, new Date())
    if (!keepers.some(({ id }) => id === form.accountId)) throw wrong('accountId', '这个人不在可以移交的名单里')
    const { accountId, why, happenedAt: at, ...typed } = form
    return handOnTo(sent, { accountId, why, answers: answersOf(typed), happenedAt: at })
  },
})

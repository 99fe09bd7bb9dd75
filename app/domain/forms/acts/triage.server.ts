import { z } from 'zod'
import { act, advance, advanceDispute } from '../../dispute/advance.server'
import { handOn as handOnTo } from '../../dispute/hand-on.server'
import { openDispute } from '../../dispute/read.server'
import { wrong } from '../../refusal'
import { declineGrounds } from '../../words/decline-grounds'
import { tellings } from '../../words/parties'
import { transferReasons, withdrawReasons } from '../../words/reasons'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, long, row, say, select, text, tick as tickField } from '../field-data'
import { happenedAt, idOf, may, must, oneOf, several, ticked } from '../form-words'
import { keepersIn, partiesOf, partyOptions } from '../people.server'

const reasoned = z.object({ why: must('请写明原因'), happenedAt })
const path = (text: string) => ({ kind: 'why', audience: 'path', text }) as const
const inner = (text: string | undefined) => ({ kind: 'why', audience: 'handlers', text: text ?? '' }) as const

export const recall = define({
  schema: reasoned,
  form: ({ now }) => ({ fields: [calm('收回以后', '纠纷回到分流岗，对方不再看得到；可以另交别处。'), long('why', '为什么收回'), when(now)] }),
  run: (sent, { why, happenedAt: at }) => advanceDispute(sent, { event: { type: 'recall' }, happenedAt: at, texts: [path(why)] }),
})

export const reopen = define({
  schema: reasoned,
  form: ({ now }) => ({ fields: [calm('重启以后', '纠纷回到分流岗，原来的卷不动，另起一段。'), long('why', '为什么重启'), when(now)] }),
  run: (sent, { why, happenedAt: at }) => advanceDispute(sent, { event: { type: 'reopen' }, happenedAt: at, texts: [path(why)] }),
})

const level = (to: 'township' | 'district', there: string) =>
  define({
    schema: reasoned,
    form: ({ dispute, now }) => ({
      ...(dispute.facts.level === to && { barred: `这件纠纷已经在${there}。` }),
      fields: [calm('以后在谁那里', `${there}。首次登记的时间和两级各自的等候时间都保留。`), long('why', '为什么'), when(now)],
    }),
    run: (sent, { why, happenedAt: at }) =>
      advanceDispute(sent, { event: { type: to === 'district' ? 'escalate' : 'deescalate', to }, happenedAt: at, texts: [path(why)] }),
  })
export const escalate = level('district', '区级分流岗')
export const deescalate = level('township', '乡镇（街道）分流岗')

const wanted = ['当事人姓名', '联系电话', '纠纷发生的地点', '发生的时间', '争议的金额', '对方愿不愿意调解', '现场照片', '合同、收条等材料'] as const

export const ask = define({
  schema: z.object({ what: several(wanted.length), more: may(500), happenedAt }).superRefine(({ what, more }, context) => {
    if (!what.length && !more) context.addIssue({ code: 'custom', path: ['what'], message: '请选要补充什么，或者写在下面' })
  }),
  form: ({ now }) => ({
    submit: '请登记人补充',
    fields: [
      choice('what', '请补充什么', wanted.map((label) => ({ value: label, label })), { many: true }),
      long('more', '还要什么', { later: '没有就空着' }),
      calm('期限', '分流期限照常走，不因为等补充而停。'),
      when(now),
    ],
  }),
  run: (sent, { what, more, happenedAt: at }) => {
    const text = `请补充：${[...wanted.filter((one) => what.includes(one)), ...(more ? [more] : [])].join('、')}`
    return advanceDispute(sent, { event: { type: 'ask' }, happenedAt: at, texts: [{ kind: 'ask', audience: 'path', text }] })
  },
})

export const decline = define({
  grave: true,
  schema: z.object({
    ground: oneOf(declineGrounds, '请选不予受理的法定情形'), told: ticked('先把该走的途径告诉申请人，再办'), toldHow: oneOf(tellings, '请选怎么告知的'),
    why: must('请写明具体情况'), happenedAt,
  }),
  form: ({ dispute, now }) => ({
    fields: [
      ...(dispute.facts.receivedOnce
        ? [say('曾经受理过', '这件纠纷曾有调解组织受理。受理过又不予受理，要有受理后才出现的情形；只是没有谈成的，请用“办结”（未化解、已引导其他途径）。')]
        : []),
      choice(
        'ground',
        '属于哪一种情形',
        choicesOf(declineGrounds, (ground) => [ground.article && `${ground.article}${ground.confidence === 'frag' ? '（待核）' : ''}`, `告知：${ground.advice}`, 'exceptions' in ground && `例外可以受理：${ground.exceptions.join('；')}`].filter(Boolean).join('　')),
        { layout: 'one' },
      ),
      long('why', '具体情况'),
      choice('toldHow', '怎么告知申请人的', choicesOf(tellings), { value: 'inPerson' }),
      tickField('told', '已经把选中情形下面的途径告诉申请人'),
      when(now),
    ],
  }),
  run: (sent, { ground, toldHow, why, happenedAt: at }) =>
    advanceDispute(sent, {
      event: { type: 'decline', ground }, happenedAt: at,
      texts: [{ kind: 'advice', audience: 'path', text: declineGrounds[ground].advice }, { kind: 'told', audience: 'path', text: `${tellings[toldHow].label}告知申请人` }, inner(why)],
    }),
})

export const transferOut = define({
  grave: true,
  schema: z.object({ reason: oneOf(transferReasons, '请选为什么转出'), to: must('请写明转给哪个单位', 120), why: may(), happenedAt }),
  form: ({ now }) => ({
    fields: [
      say('转出以后不再回来', '本区不再办理，也不再计时。只有确由外县或者上级办理的才转出；本区的法院、部门用“分流”。'),
      choice('reason', '为什么转出', choicesOf(transferReasons), { layout: 'one' }),
      text('to', '转给哪个单位'),
      long('why', '说明', { later: '没有就空着' }),
      when(now),
    ],
  }),
  run: (sent, { reason, to, why, happenedAt: at }) =>
    advanceDispute(sent, { event: { type: 'transferOut', reason }, happenedAt: at, texts: [path(`转给${to}`), inner(why)] }),
})

const others = { told: { label: '已经告知' }, not: { label: '还没有告知，会告知' }, none: { label: '没有对方，或者对方不知道这件事' } } as const

export const withdraw = define({
  grave: true,
  schema: z.object({
    partyId: idOf('请选是谁撤回的').optional(), reason: oneOf(withdrawReasons, '请选撤回的原因'), other: oneOf(others, '请选有没有告知对方'), why: may(), happenedAt,
  }),
  form: async ({ dispute, now }) => {
    const parties = await partiesOf(dispute.id)
    const asked = parties.filter(({ side }) => side === 'applicant')
    const who = asked.length ? asked : parties
    return {
      fields: [
        ...(who.length ? [choice('partyId', '谁撤回申请', partyOptions(who), { layout: 'one', value: who.length === 1 ? who[0]!.id : '', hint: '撤回是申请人的事；多人中有一人退出，不算撤回' })] : []),
        choice('reason', '为什么撤回', choicesOf(withdrawReasons)),
        choice('other', '告知对方了没有', choicesOf(others), { layout: 'one' }),
        long('why', '说明', { later: '没有就空着' }),
        when(now),
      ],
    }
  },
  run: async (sent, { partyId, reason, other, why, happenedAt: at }) => {
    const parties = await partiesOf(sent.disputeId)
    if (parties.length && !parties.some(({ id }) => id === partyId)) throw wrong('partyId', '请选是谁撤回的')
    return advanceDispute(sent, {
      event: { type: 'withdraw', ...(partyId && { partyId }) }, happenedAt: at, behalfPartyId: partyId ?? null,
      texts: [path(`撤回原因：${withdrawReasons[reason].label}`), { kind: 'told', audience: 'path', text: `对方：${others[other].label}` }, inner(why)],
    })
  },
})

export const handOn = define({
  schema: z.object({ accountId: idOf('请选交给谁'), why: must('请写明为什么移交'), happenedAt }),
  form: async ({ dispute, now }) => {
    const keepers = await keepersIn(dispute.townshipId, dispute.districtId, now)
    return {
      ...(dispute.leg?.mediatorIds.length && { barred: '现在由承办调解员跟进履行，不用移交。没有承办调解员的，才由分流岗移交。' }),
      fields: [
        select('accountId', '交给谁跟进', keepers.map(({ id, name, title }) => ({ value: id, label: `${title}　${name}` })), { none: '请选' }),
        long('why', '为什么移交'),
        row(when(now)),
      ],
    }
  },
  run: async (sent, form) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    const keepers = await keepersIn(dispute.townshipId, dispute.districtId, new Date())
    if (!keepers.some(({ id }) => id === form.accountId)) throw wrong('accountId', '这个人不在可以移交的名单里')
    return handOnTo(sent, form)
  },
})

/** 引导告知: a channel that begins with the party's own application was named to them; nothing is sent there (U23). */
export const guide = (sent: Parameters<typeof advanceDispute>[0], text: string, at: Date | undefined) =>
  act(sent, (file) => advance(file, { event: { type: 'note' }, happenedAt: at, texts: [{ kind: 'advice', audience: 'path', text }] }))


import { z } from 'zod'
import { db } from '#app/db/client.server'
import { confirmationSteps } from '#machines/confirmation.machine'
import { formatDay, formatLeft, dayIn } from '../../calendar/days'
import { confirm } from '../../confirmation/confirm.server'
import { wrong } from '../../refusal'
import { bodiesFor } from '../bodies.server'
import { when } from '../common'
import { define, type Asking, type FormPage } from '../define'
import { calm, choice, choicesOf, hidden, long, say, text, tick as tickField, type Option } from '../field-data'
import { happenedAt, idOf, may, oneOf, several, tick } from '../form-words'
import { itemOptions, itemsOf } from '../items.server'

const grounds = {
  domicile: { label: '当事人住所地' },
  subject: { label: '标的物所在地' },
  seat: { label: '调解组织所在地' },
  inviting: { label: '邀请调解的法院' },
} as const
const steps = {
  apply: { label: confirmationSteps.apply },
  granted: { label: confirmationSteps.granted },
  refused: { label: confirmationSteps.refused },
  withdrawn: { label: confirmationSteps.withdrawn },
} as const

const courtsFor = async (asking: Pick<Asking, 'dispute'>): Promise<Option[]> =>
  (await bodiesFor(asking.dispute)).filter(({ kind }) => kind === 'court').map(({ id, name }) => ({ value: id, label: name }))

/** The court's answer, or both parties taking it back. */
function answerForm({ query, now }: Asking, applied: { number: string | null }): FormPage {
  const options = choicesOf(steps, (_, code) => (code === 'refused' ? '可以再调解、变更协议，也可以起诉' : null)).filter(
    ({ value }) => value !== 'apply',
  )
  return {
    submit: '记下',
    fields: [
      calm('已经申请，法院还没有裁定', '法院的审查期限只作预计。'),
      choice('step', '结果', options, { layout: 'one', value: query.get('step') ?? '' }),
      text('number', '裁定书编号', { value: applied.number ?? '', later: true }),
      long('why', '理由', { later: '没有就空着' }),
      when(now, '什么时候裁定、撤回的'),
    ],
  }
}

async function applyForm(asking: Asking): Promise<FormPage> {
  const { dispute, now } = asking
  const [items, courts, papers] = await Promise.all([
    itemsOf(dispute.id),
    courtsFor(asking),
    db.agreement.findMany({
      where: { disputeId: dispute.id, status: { in: ['inForce', 'contested'] } },
      select: { confirmable: true },
    }),
  ])
  const deadline = dispute.deadlines.find(({ period }) => period === 'confirmation')
  const barred = !papers.length
    ? '还没有生效的协议，不能申请司法确认。'
    : papers.every(({ confirmable }) => !confirmable)
      ? '口头协议和法院、机关自己的文书不能申请司法确认。口头的，先用“变更协议”补写书面协议，签字盖章后再申请。'
      : undefined
  return {
    ...(barred && { barred }),
    submit: '申请司法确认',
    fields: [
      deadline
        ? say(
            `最后一天：${formatDay(deadline.lastDay)}，${formatLeft(deadline.lastDay, dayIn(now))}`,
            '协议生效之日起30日内，双方共同申请，生效当天不算（人民调解法第33条、民事诉讼法第205条）。',
          )
        : say('协议生效之日起30日内，双方共同申请', '现在没有正在计算的申请期限，可能已经超过30日；超过的，法院不受理。'),
      hidden('step', 'apply'),
      tickField('applicantAsks', '申请人一方同意申请，到场或者有委托书'),
      tickField('respondentAsks', '被申请人一方同意申请，到场或者有委托书'),
      choice('courtId', '向哪个法院申请', courts, {
        layout: 'one',
        value: courts.length === 1 ? courts[0]!.value : '',
      }),
      choice('ground', '为什么是这个法院', choicesOf(grounds), {
        value: dispute.source === 'court' ? 'inviting' : 'seat',
      }),
      choice('covers', '确认哪几项', itemOptions(items), { many: true, layout: 'one', hint: '一项都不选，就是全部' }),
      long('why', '说明', { later: '没有就空着' }),
      when(now, '什么时候申请的'),
    ],
  }
}

const openOne = (disputeId: string) => db.confirmation.findFirst({ where: { disputeId, status: 'applied' }, select: { number: true } })

/** 司法确认, step by step: both together within 30 days; then the court's word (U24). */
export const confirmation = define({
  schema: z
    .object({
      step: oneOf(steps, '请选是哪一步'),
      applicantAsks: tick,
      respondentAsks: tick,
      courtId: idOf('请选法院').optional(),
      ground: oneOf(grounds, '请选为什么是这个法院').optional(),
      covers: several(500),
      number: may(60),
      why: may(),
      happenedAt,
    })
    .superRefine(({ step, applicantAsks, respondentAsks, courtId, ground }, context) => {
      if (step !== 'apply') return
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (!applicantAsks || !respondentAsks) issue(applicantAsks ? 'respondentAsks' : 'applicantAsks', '司法确认要双方共同申请')
      if (!courtId) issue('courtId', '请选法院')
      if (!ground) issue('ground', '请选为什么是这个法院')
    }),
  form: async (asking) => {
    const applied = await openOne(asking.dispute.id)
    return applied ? answerForm(asking, applied) : applyForm(asking)
  },
  run: async (sent, { step, courtId, ground, covers, number, why, happenedAt: at }) => {
    if (step !== 'apply') return confirm(sent, { step, number, why, happenedAt: at })
    const known = new Set((await itemsOf(sent.disputeId)).map(({ id }) => id))
    if (covers.some((id) => !known.has(id))) throw wrong('covers', '有一项不在现在生效的协议里，请重新选')
    const court = courtId && (await db.body.findFirst({ where: { id: courtId, kind: 'court', validTo: null }, select: { id: true } }))
    if (!court) throw wrong('courtId', '请从名单里选法院')
    return confirm(sent, {
      step,
      covers,
      courtId: court.id,
      courtReason: ground && grounds[ground].label,
      number,
      why,
      happenedAt: at,
    })
  },
})

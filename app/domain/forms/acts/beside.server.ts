import { z } from 'zod'
import { db } from '#app/db/client.server'
import { sendReply } from '../../entrusted/reply.server'
import { isId } from '../../id'
import { fileMatter } from '../../matter/matters.server'
import { askFacts, settleQuestion } from '../../question/questions.server'
import { wrong } from '../../refusal'
import { askedOf, matterExceptions, matterKinds, matterStandings, replyResults } from '../../words/office'
import { tellings } from '../../words/parties'
import { typedDay, when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, day, hidden, long, row, say, select, text, tick as tickField } from '../field-data'
import { happenedAt, idOf, legalDay, may, must, oneOf, tick } from '../form-words'
import { partiesOf, partyOptions } from '../people.server'

/** One that was written down before, to say how it stands now. */
const matterAt = (disputeId: string, id: string | null) =>
  id && isId(id) ? db.parallelMatter.findFirst({ where: { id, disputeId } }) : Promise.resolve(null)
const dayText = (at: Date | null | undefined) => (at ? at.toISOString().slice(0, 10) : '')

export const matter = define({
  schema: z.object({
    matterId: idOf('没有这一项').optional(),
    kind: oneOf(matterKinds, '请选是什么程序'),
    unit: must('请写是哪个单位', 120),
    number: may(60),
    standing: oneOf(matterStandings, '请选办到哪一步'),
    openedOn: legalDay.optional(),
    endedOn: legalDay.optional(),
    result: may(500),
    approver: may(120),
    exception: oneOf(matterExceptions, '没有这一项').optional(),
    exceptionWhy: may(500),
    happenedAt,
  }),
  form: async ({ dispute, query, now }) => {
    const was = await matterAt(dispute.id, query.get('matter'))
    return {
      submit: '记下',
      fields: [
        calm('只是记下', '别处办到哪一步，不改变这里的状态。别处已经受理或者处理完的，我们接着办要有依据。'),
        ...(was ? [hidden('matterId', was.id)] : []),
        choice('kind', '什么程序', choicesOf(matterKinds), { value: was?.kind ?? '' }),
        row(
          text('unit', '哪个单位', { value: was?.unit ?? '' }),
          text('number', '那边的编号', { later: '没有就空着', value: was?.number ?? '' }),
        ),
        choice('standing', '办到哪一步', choicesOf(matterStandings), { layout: 'two', value: was?.standing ?? '' }),
        row(
          day('openedOn', '从哪天起', { later: true, value: dayText(was?.openedOn) }),
          day('endedOn', '哪天止', { later: true, value: dayText(was?.endedOn) }),
        ),
        text('result', '结果', { later: '没有就空着', value: was?.result ?? '' }),
        text('approver', '调解须由谁同意', { later: '治安案件等才填', value: was?.approver ?? '' }),
        select('exception', '我们接着办的依据', choicesOf(matterExceptions), { none: '没有', value: was?.exception ?? '' }),
        text('exceptionWhy', '说明', { later: '没有就空着', value: was?.exceptionWhy ?? '' }),
        when(now, '什么时候知道的'),
      ],
    }
  },
  run: (sent, { matterId, ...form }) => fileMatter(sent, form, matterId),
})

const openQuestions = (disputeId: string) =>
  db.question.findMany({ where: { disputeId, answeredAt: null, withdrawnAt: null }, orderBy: { askedAt: 'asc' } })

export const question = define({
  field: true,
  schema: z
    .object({
      questionId: idOf('没有这一项').optional(),
      of: oneOf(askedOf, '请选请谁补充').optional(),
      partyId: idOf('没有这个当事人').optional(),
      text: must('请写清楚'),
      answerBy: legalDay.optional(),
      happenedAt,
    })
    .refine(({ questionId, of }) => questionId ?? of, { path: ['of'], message: '请选请谁补充' }),
  form: async ({ dispute, query, now }) => {
    const open = await openQuestions(dispute.id)
    const asked = open.find(({ id }) => id === query.get('question')) ?? null
    if (asked)
      return {
        title: '答复补充',
        submit: '答复',
        fields: [calm('请补充', asked.text), hidden('questionId', asked.id), long('text', '答复'), when(now, '什么时候的事')],
      }
    const links = open.map(({ id, text: words }) => ({
      label: `答复：${words}`,
      href: `/disputes/${dispute.id}/do/question?question=${id}`,
    }))
    return {
      submit: '发出',
      fields: [
        ...(links.length ? [{ kind: 'say' as const, tone: 'calm' as const, title: '等着答复的', lines: [], links }] : []),
        choice('of', '请谁补充', choicesOf(askedOf), { layout: 'two', value: 'registrar' }),
        select('partyId', '哪一位当事人', partyOptions(await partiesOf(dispute.id)), { none: '不是当事人' }),
        long('text', '要补充什么', { hint: '一件一件写清楚；期限照走' }),
        day('answerBy', '哪天前', { later: '不急就空着' }),
        when(now),
      ],
    }
  },
  run: (sent, { questionId, of, text: words, happenedAt: at, ...rest }) =>
    questionId
      ? settleQuestion(sent, { questionId, answer: words, happenedAt: at })
      : askFacts(sent, { ...rest, of: of ?? 'registrar', text: words, happenedAt: at }),
})

export const reply = define({
  schema: z.object({
    result: oneOf(replyResults, '请选结果'),
    text: must('请写回告的内容', 5000),
    papers: may(500),
    bothAsked: tick,
    sentOn: legalDay,
    how: oneOf(tellings, '请选怎么送的'),
    happenedAt,
  }),
  form: async ({ dispute, now }) => {
    const from = await db.entrustment.findUnique({ where: { disputeId: dispute.id } })
    return {
      ...(!from && { barred: '这件不是别的单位委派、委托、移送来的，不用回告。' }),
      ...(from?.repliedAt && { barred: '已经回告过了。' }),
      submit: '回告',
      fields: [
        calm(`回告${from?.senderName ?? ''}`, from?.number ? `对方编号 ${from.number}` : '对方没有编号'),
        choice('result', '结果', choicesOf(replyResults), { layout: 'two' }),
        long('text', '回告的内容', { hint: '写事实和结果，不写双方的让步' }),
        ...(from?.senderKind === 'police'
          ? [
              say(
                '回告“协议已经履行”的',
                '要有双方的书面申请和履行凭证；罚不罚由公安机关在处罚决定前定，这里不作承诺（治安管理处罚法第9条）。',
              ),
              tickField('bothAsked', '附上双方的书面申请和履行凭证'),
            ]
          : []),
        text('papers', '附哪些材料', { later: '没有就空着' }),
        row(day('sentOn', '回告日期', { value: typedDay(now) }), select('how', '怎么送的', choicesOf(tellings), { value: 'paper' })),
        when(now),
      ],
    }
  },
  run: async (sent, { bothAsked, ...form }) => {
    const police = await db.entrustment.count({ where: { disputeId: sent.disputeId, senderKind: 'police' } })
    if (police && form.result === 'performed' && !bothAsked)
      throw wrong('bothAsked', '回告公安机关已经履行的，要附上双方的书面申请和履行凭证（治安管理处罚法第9条）')
    const papers = [bothAsked && '双方的书面申请和履行凭证', form.papers].filter(Boolean).join('、')
    return sendReply(sent, { ...form, ...(papers && { papers }) })
  },
})

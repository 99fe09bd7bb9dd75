import { z } from 'zod'
import { db, Prisma, read } from '#app/db/client.server'
import { declareTie } from '../../conflict/declare.server'
import { urge as urgeDesk, urgeAsked } from '../../dispute/urge.server'
import { visible } from '../../dispute/sight.server'
import { mergeInto, splitBack } from '../../merge/merge.server'
import { wrong } from '../../refusal'
import { ties } from '../../words/ties'
import { when } from '../common'
import { define, type Asking } from '../define'
import { calm, choice, choicesOf, hidden, long, select, text } from '../field-data'
import { happenedAt, idOf, must, oneOf } from '../form-words'

export const urge = define({
  schema: z.object({ requestId: idOf('没有这项协办').optional(), text: must('请写催什么', 500) }),
  form: ({ query }) => {
    const requestId = query.get('request')
    return {
      submit: '催办',
      fields: [
        ...(requestId ? [hidden('requestId', requestId)] : []),
        calm('催办以后', `${requestId ? '协办的单位' : '经办的人'}马上收到提醒，期限照走；一天催一次。急的请直接打电话。`),
        long('text', '催什么'),
      ],
    }
  },
  run: (sent, { requestId, text: words }) => (requestId ? urgeAsked(sent, { requestId, text: words }) : urgeDesk(sent, { text: words })),
})

const { none: _, ...declarable } = ties

/** Who of those that have it may be meant: the actor alone, or any of them for the head. */
async function mediatorOptions({ actor, dispute }: Asking) {
  const ids = dispute.leg?.mediatorIds ?? []
  const mine = ids.includes(actor.accountId) ? [actor.accountId] : ids
  const rows = await db.account.findMany({ where: { id: { in: mine } }, select: { id: true, name: true } })
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}

export const declare = define({
  schema: z.object({
    accountId: idOf('请选是哪一位调解员'),
    kind: oneOf(declarable, '请选是什么关系'),
    what: must('请写明和谁、什么关系', 500),
    happenedAt,
  }),
  form: async (asking) => {
    const options = await mediatorOptions(asking)
    return {
      ...(!options.length && { barred: '这件还没有指派调解员，不用申报。' }),
      submit: '申报',
      fields: [
        calm(
          '申报以后',
          '本人是当事人、代理人或者同住一户的，必须回避：另行指派以前不能再开调解会。其他关系告知双方，双方接受的可以继续。',
        ),
        select('accountId', '哪一位调解员', options, { value: options[0]?.value ?? '' }),
        choice('kind', '什么关系', choicesOf(declarable), { layout: 'one' }),
        text('what', '和谁、什么关系', { hint: '只给经办的人看' }),
        when(asking.now),
      ],
    }
  },
  run: (sent, form) => declareTie(sent, form),
})

export const merge = define({
  schema: z.object({ into: must('请填并入哪一件的登记编号', 40), why: must('请写明为什么是同一纠纷'), happenedAt }),
  form: ({ query, now }) => ({
    submit: '并入',
    fields: [
      calm('并案以后', '这件停在这里，到并入的那一件里一起办，当事人、材料都带过去。弄错了可以原样拆回。'),
      text('into', '并入哪一件', { value: query.get('into') ?? '', hint: '登记编号，如 530702-2026-000417' }),
      long('why', '为什么是同一纠纷'),
      when(now),
    ],
  }),
  run: async (sent, { into, why, happenedAt: at }) => {
    const [other] = await read<{ id: string }[]>(
      Prisma.sql`select d.id from dispute d where d.number = ${into} and ${visible(sent.actor, new Date())}`,
    )
    if (!other) throw wrong('into', '没有这个编号，或者您不能查看')
    return mergeInto(sent, { intoId: other.id, why, happenedAt: at })
  },
})

export const split = define({
  schema: z.object({ why: must('请写明为什么拆回'), happenedAt }),
  form: ({ now }) => ({
    submit: '拆回',
    fields: [
      calm('拆回以后', '这件回到并案以前的样子单独办理：状态、层级、期限的最后一天都和原来一样，带过去的当事人收回。'),
      long('why', '为什么拆回'),
      when(now),
    ],
  }),
  run: (sent, form) => splitBack(sent, form),
})

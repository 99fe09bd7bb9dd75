import { z } from 'zod'
import { db } from '#app/db/client.server'
import { receive as receiveOffer } from '../../dispute/receive.server'
import { openDispute } from '../../dispute/read.server'
import { wrong } from '../../refusal'
import { rulesOf, type TypeRule } from '../../types/type-rules'
import { otherWayChoices } from '../../words/office'
import { languages, sides, tellings, willingness } from '../../words/parties'
import { labelOf } from '../../words/words'
import { when } from '../common'
import { define, type OpenDispute } from '../define'
import { calm, choice, choicesOf, group, hidden, row, select, text, tick as tickField, type FormField } from '../field-data'
import { happenedAt, idOf, may, oneOf, tick } from '../form-words'
import { noticedIn, noticeFields, noticeShape } from '../notice-fields'
import { partiesOf, type FormParty } from '../people.server'

const answer = z.object({
  partyId: idOf('没有这个当事人'),
  willing: oneOf(willingness, '请选愿不愿意').default('notAsked'),
  how: oneOf(tellings, '请选怎么问的').optional(),
})

/** What our acceptance closes, where the complainant has not been told yet (law.md 4a; U5). */
async function closes({ id, typeCode, subtypeCode }: OpenDispute): Promise<TypeRule | null> {
  const rule = rulesOf(typeCode, subtypeCode).doubleHandling
  if (!rule) return null
  const told = await db.dispute.findUnique({ where: { id }, select: { otherWayToldAt: true, otherWayChoice: true } })
  return told?.otherWayToldAt && told.otherWayChoice !== 'there' ? null : rule
}

const asked = (parties: FormParty[]): FormField[] =>
  parties.map(({ id, name, side, willing }, at) =>
    group(`${name}（${labelOf(sides, side)}）愿意调解吗`, [
      hidden(`answers[${at}].partyId`, id),
      choice(`answers[${at}].willing`, '问了怎么说', choicesOf(willingness), { value: willing }),
      select(`answers[${at}].how`, '怎么问的', choicesOf(tellings), { none: '没有问' }),
    ]),
  )

const rightsFields: FormField[] = [
  group(
    '告知权利义务',
    [
      tickField('told', '已经一并告知调解的性质、原则、效力和各方的权利义务'),
      row(
        select('toldHow', '怎么告知的', choicesOf(tellings), { value: 'inPerson' }),
        select('toldLanguage', '用什么语言', choicesOf(languages), { value: 'chinese' }),
      ),
    ],
    '还没有告知的不勾，第一次调解以前告知也可以',
  ),
]

const official = (now: Date): FormField[] => [
  calm('接收以后', '由本单位按自己的程序办理；办完填“办理结果”，不办的填“退回”。'),
  text('otherNumber', '本单位的收案号', { later: true }),
  tickField('partyAsked', '当事人已经向本单位申请'),
  when(now, '什么时候接收的'),
]

/** 受理: each side is asked whether it wants to, by whom and how, and told its rights with it (U10, U19, U11, U5). */
export const receive = define({
  schema: z.object({
    otherNumber: may(60),
    partyAsked: tick,
    answers: z.array(answer).max(60, '一次写得太多了').default([]),
    ...noticeShape,
    told: tick,
    toldHow: oneOf(tellings, '请选怎么告知的').optional(),
    toldLanguage: oneOf(languages, '没有这种语言').optional(),
    otherWay: oneOf(otherWayChoices, '请选投诉人怎么选').optional(),
    happenedAt,
  }),
  form: async ({ dispute, now }) => {
    if (dispute.facts.channel !== 'people') return { submit: '接收', fields: official(now) }
    const [parties, rule] = await Promise.all([partiesOf(dispute.id), closes(dispute)])
    const open = parties.filter(({ willing }) => willing === 'notAsked' || willing === 'undecided')
    const answers = parties.map(({ name, side, willing }) => `${name}（${labelOf(sides, side)}）：${labelOf(willingness, willing)}`)
    return {
      submit: '受理',
      fields: [
        calm('各方愿不愿意调解', ...(answers.length ? answers : ['还没有写当事人。']), '还没问的不挡受理，第一次调解以前要问。'),
        ...asked(open),
        ...(rule
          ? [
              calm('受理以前告知投诉人', rule.say, rule.article ?? ''),
              choice('otherWay', '告知以后，投诉人怎么选', choicesOf(otherWayChoices), { layout: 'one' }),
            ]
          : []),
        ...noticeFields(parties),
        ...rightsFields,
        calm('受理以后', '调解期限从受理这天起算，编卷号，不收任何费用。'),
        when(now, '什么时候受理的'),
      ],
    }
  },
  run: async (sent, { answers, told, toldHow, toldLanguage, otherWay, noticed, noticedHow, ...form }) => {
    const dispute = await openDispute(sent.actor, sent.disputeId)
    if (dispute.facts.channel === 'people' && !otherWay && (await closes(dispute)))
      throw wrong('otherWay', '旅游、消费纠纷受理以前，先告知投诉人这里受理以后的影响，再选他怎么选')
    const before = new Map((await partiesOf(sent.disputeId)).map(({ id, willing }) => [id, willing]))
    const given = answers.flatMap((one, place) => (one.how || one.willing !== before.get(one.partyId) ? [{ ...one, place }] : []))
    const unsaid = given.find((one) => one.willing !== 'notAsked' && !one.how)
    if (unsaid) throw wrong(`answers[${unsaid.place}].how`, '请选怎么问的')
    const at = form.happenedAt ?? new Date()
    return receiveOffer(sent, {
      ...form,
      answers: given.map(({ partyId, willing, how }) => ({ partyId, willing, how, ...(form.happenedAt && { happenedAt: at }) })),
      noticed: noticedIn({ noticed, noticedHow }),
      ...(told && { told: { at, how: toldHow ?? 'inPerson', language: toldLanguage } }),
      otherWay,
    })
  },
})

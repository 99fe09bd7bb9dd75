import { z } from 'zod'
import { db } from '#app/db/client.server'
import { formatTime, formatDay, dayIn } from '../../calendar/days'
import { holdSessionWithPhotos, mostOfSession } from '../../mediation/session-photos.server'
import { openDispute } from '../../dispute/read.server'
import { wrong } from '../../refusal'
import { languages, tellings } from '../../words/parties'
import { attendanceRoles, sessionKinds, sessionResults } from '../../words/sessions'
import { typedMoment } from '../common'
import { guestsOf } from './guests.server'
import { define, type OpenDispute } from '../define'
import {
  calm,
  choice,
  choicesOf,
  folded,
  group,
  long,
  moment as momentField,
  row,
  select,
  text,
  tick as tickField,
  type FormField,
} from '../field-data'
import { bytesOf, filesField, filesShape } from '../file-fields'
import { may, moment, oneOf, several, tick } from '../form-words'
import { heldForField, nextFields, nextOf, nextShape } from '../next-fields.server'
import { noticedIn, noticeFields, noticeShape } from '../notice-fields'
import { partiesOf } from '../people.server'
import { readingFields, readingShape } from '../reading-fields'

const extra = z.object({ name: may(60), role: oneOf(attendanceRoles, '请选身份').default('invited') })

function toldFields({ leg, facts }: OpenDispute, now: Date): FormField[] {
  if (leg?.rightsToldAt) {
    const at = new Date(leg.rightsToldAt)
    return [calm(`✓ ${formatDay(dayIn(at))}${formatTime(at)} 已告知权利义务`, '人民调解不收费；自愿参加，随时可以要求终止。')]
  }
  if (facts.channel !== 'people') return []
  return [
    group(
      '告知权利义务',
      [
        tickField('told', '已经告知，各方听清，愿意调解，同意这位调解员'),
        row(
          momentField('toldAt', '什么时候告知的', { value: typedMoment(now) }),
          select('toldHow', '怎么告知的', choicesOf(tellings), { value: 'inPerson' }),
        ),
        select('toldLanguage', '用什么语言', choicesOf(languages), { value: 'chinese' }),
      ],
      '第一次调解以前告知：调解的性质、原则、效力，各方的权利义务（调查可以不告知）',
    ),
  ]
}

/** Family violence: apart by default, nobody is urged to make up, and what protects is told (U13). */
const violenceFields: FormField[] = [
  calm('有家庭暴力：分开谈', '默认背靠背，不让双方见面；不劝和，不催着谈成。住址、电话、行踪对另一方保密。'),
  tickField('protectionTold', '已单独告知受害一方：可以向法院申请人身安全保护令，可以申请法律援助'),
]

/** 调解: who was there, two texts kept apart (U12), rights told before the first (U19), what came of it, when next. */
export const session = define({
  field: true,
  schema: z
    .object({
      kind: oneOf(sessionKinds, '请选怎么谈的'),
      startedAt: moment,
      endedAt: moment.optional(),
      place: may(200),
      language: oneOf(languages, '没有这种语言').optional(),
      present: several(200),
      extras: z.array(extra).max(20, '加的人太多了').default([]),
      told: tick,
      toldAt: moment.optional(),
      toldHow: oneOf(tellings, '请选怎么告知的').optional(),
      toldLanguage: oneOf(languages, '没有这种语言').optional(),
      agreedFacts: may(5000),
      factsConfirmed: tick,
      talks: may(10_000),
      result: oneOf(sessionResults, '没有这一种结果').optional(),
      ...nextShape,
      ...readingShape,
      recorder: may(60),
      ...noticeShape,
      protectionTold: tick,
      ...filesShape,
    })
    .superRefine(({ startedAt, endedAt, nextAt }, context) => {
      if (endedAt && endedAt < startedAt) context.addIssue({ code: 'custom', path: ['endedAt'], message: '结束的时间早于开始的时间' })
      if (nextAt && nextAt < startedAt) context.addIssue({ code: 'custom', path: ['nextAt'], message: '下次的时间早于这一次' })
    }),
  form: async ({ actor, dispute, now }) => {
    const [guests, parties, heldFor, nextTime, before, row1] = await Promise.all([
      guestsOf(dispute),
      partiesOf(dispute.id),
      heldForField(dispute),
      nextFields(dispute, now),
      db.mediation.aggregate({ where: { disputeId: dispute.id, kind: { not: 'inquiry' } }, _sum: { count: true } }),
      db.dispute.findUnique({ where: { id: dispute.id }, select: { placeText: true, dangerSigns: true } }),
    ])
    const apart = row1?.dangerSigns.includes('familyViolence') ?? false
    const times = (before._sum.count ?? 0) + 1
    return {
      title: `第 ${times} 次调解`,
      submit: '记下这次调解',
      fields: [
        ...(apart ? violenceFields : []),
        ...heldFor,
        choice('kind', '怎么谈的', choicesOf(sessionKinds), { value: apart ? 'separate' : 'joint', layout: 'three' }),
        row(
          momentField('startedAt', '什么时候开始', { value: typedMoment(now) }),
          momentField('endedAt', '什么时候结束', { later: '没记就空着' }),
        ),
        row(
          text('place', '在哪里', { value: row1?.placeText ?? '' }),
          select('language', '用什么语言', choicesOf(languages), { value: 'chinese' }),
        ),
        choice(
          'present',
          '谁到场',
          guests.map(({ key, label }) => ({ value: key, label })),
          { many: true, value: guests.filter(({ usual }) => usual).map(({ key }) => key) },
        ),
        folded(
          '加上名单以外的人',
          [0, 1].map((at) =>
            row(
              text(`extras[${at}].name`, '姓名', { later: '没有就空着' }),
              select(`extras[${at}].role`, '身份', choicesOf(attendanceRoles), { value: 'invited' }),
            ),
          ),
        ),
        ...toldFields(dispute, now),
        long('agreedFacts', '双方没有争议的事实', {
          hint: '转法院、部门时可以带走的，只写事实',
          later: '没有就空着',
        }),
        tickField('factsConfirmed', '双方都核对过，确认这些事实（没有确认的，只留在本组织）'),
        long('talks', '调解过程（不外传）', { hint: '各自怎么说、作了什么让步；只留在本组织', later: '没有就空着' }),
        readingFields({}, [text('recorder', '记录人', { value: actor.name })]),
        ...noticeFields(parties),
        choice('result', '谈得怎么样', choicesOf(sessionResults)),
        nextTime,
        filesField(mostOfSession, '手写的记录可以拍下来；'),
      ],
    }
  },
  run: async (sent, form) => {
    const { held: typed, beside } = nextOf(form)
    const { present, extras, told, toldAt, toldHow, toldLanguage, photos, noticed, noticedHow, factsConfirmed, ...held } = typed
    const now = new Date()
    const dispute = await openDispute(sent.actor, sent.disputeId)
    if (held.startedAt > now) throw wrong('startedAt', '开始的时间不能晚于现在；以后的，填在“下次什么时候”')
    if (held.endedAt && held.endedAt > now) throw wrong('endedAt', '结束的时间不能晚于现在')
    if (toldAt && toldAt > now) throw wrong('toldAt', '告知的时间不能晚于现在')
    if (held.kind !== 'inquiry' && dispute.facts.channel === 'people' && !dispute.leg?.rightsToldAt && !told)
      throw wrong('told', '第一次调解以前，先告知权利义务')
    const guests = await guestsOf(dispute)
    const attendance = [
      ...guests
        .map(({ key, name, role, partyId, accountId }) => ({
          name,
          role,
          partyId,
          accountId,
          there: present.includes(key),
        }))
        .filter(({ there, role }) => there || role === 'party')
        .map(({ there, ...one }) => ({ ...one, present: there })),
      ...extras.flatMap(({ name, role }) => (name ? [{ name, role, present: true }] : [])),
    ]
    const files = await bytesOf(photos)
    const toldNow = told ? { told: { at: toldAt ?? held.startedAt, how: toldHow ?? 'inPerson', language: toldLanguage } } : {}
    return holdSessionWithPhotos(
      sent,
      {
        ...held,
        ...beside,
        ...toldNow,
        unconfirmed: !factsConfirmed,
        willing: told,
        attendance,
        noticed: noticedIn({ noticed, noticedHow }),
      },
      files,
    )
  },
})

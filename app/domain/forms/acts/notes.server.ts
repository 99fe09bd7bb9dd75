import { z } from 'zod'
import { db, Prisma } from '#app/db/client.server'
import { eventLabels } from '#machines/dispute.labels'
import { formatShortDay, formatTime, dayIn } from '../../calendar/days'
import { addNote, askWilling, correctEvent, filePrior, fileRoster, linkDispute, setRisk } from '../../dispute/annotate.server'
import { visible } from '../../dispute/sight.server'
import { wrong } from '../../refusal'
import { riskLevels } from '../../words/danger-signs'
import { rosterUnits, sides, tellings, willingness } from '../../words/parties'
import { priorForces, priorKept, priorKinds } from '../../words/sessions'
import { labelOf } from '../../words/words'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, group, hidden, long, number, row, select, text, tick as tickField } from '../field-data'
import { happenedAt, idOf, may, must, oneOf, tick, whole } from '../form-words'
import { partiesOf, partyOptions } from '../people.server'

export const risk = define({
  schema: z.object({ level: oneOf(riskLevels, '请选风险等级'), why: must('请写明为什么'), happenedAt }),
  form: ({ dispute, now }) => ({
    submit: '改风险等级',
    fields: [
      choice('level', '风险等级', choicesOf(riskLevels, (_, code) => (code === dispute.risk ? '现在是这一级' : null)), { layout: 'three' }),
      long('why', '为什么'),
      when(now, '从什么时候起'),
    ],
  }),
  run: (sent, form) => setRisk(sent, form),
})

export const link = define({
  schema: z.object({ number: may(40), otherText: may(300), why: must('请写明有什么关联'), happenedAt }).refine(({ number: one, otherText }) => one || otherText, {
    path: ['number'], message: '请填登记编号；不在本系统里的，写明是哪一件',
  }),
  form: ({ now }) => ({
    fields: [
      text('number', '关联纠纷的登记编号', { hint: '如 530702-2026-000417', later: '没有就空着' }),
      text('otherText', '不在本系统里的', { hint: '如：古城区法院〔2026〕云0702民初12号', later: '没有就空着' }),
      long('why', '有什么关联'),
      when(now),
    ],
  }),
  run: async (sent, { number: asked, otherText, why, happenedAt: at }) => {
    if (!asked) return linkDispute(sent, { otherText, why, happenedAt: at })
    const [other] = await db.$queryRaw<{ id: string }[]>(Prisma.sql`select d.id from dispute d where d.number = ${asked} and ${visible(sent.actor, new Date())}`)
    if (!other) throw wrong('number', '没有这个编号，或者您不能查看；可以写在下面一栏')
    if (other.id === sent.disputeId) throw wrong('number', '这就是本件的编号')
    return linkDispute(sent, { otherId: other.id, otherText, why, happenedAt: at })
  },
})

export const note = define({
  field: true,
  schema: z.object({ note: must('请写补充的情况', 5000), happenedAt }),
  form: ({ now }) => ({ submit: '记下', fields: [long('note', '补充什么情况'), when(now, '什么时候的事')] }),
  run: (sent, form) => addNote(sent, form),
})

const eventsOf = (disputeId: string) =>
  db.disputeEvent.findMany({ where: { disputeId }, orderBy: { version: 'desc' }, take: 60, select: { id: true, type: true, happenedAt: true, version: true } })
const isEvent = (type: string): type is keyof typeof eventLabels => Object.hasOwn(eventLabels, type)
const eventWord = (type: string) => (isEvent(type) ? eventLabels[type] : type)

export const correct = define({
  schema: z.object({ eventId: idOf('请选要更正哪一条'), text: must('请写正确的内容'), why: must('请写明为什么更正') }),
  form: async ({ dispute, query }) => {
    const events = await eventsOf(dispute.id)
    const options = events.map(({ id, type, happenedAt: at, version }) => ({ value: id, label: `${version}. ${formatShortDay(dayIn(at))} ${formatTime(at)}　${eventWord(type)}` }))
    return {
      fields: [
        select('eventId', '更正哪一条', options, { none: '请选', value: query.get('event') ?? '' }),
        long('text', '正确的内容'),
        long('why', '为什么更正'),
        calm('更正不改原来的记录', '原来的和更正的都显示在路径上。申请人的申请时间不更正，只加说明。'),
      ],
    }
  },
  run: (sent, form) => correctEvent(sent, form),
})

export const prior = define({
  schema: z.object({
    what: oneOf(priorKinds, '请选是什么'), by: must('请写明由谁作出', 120), onText: may(60), force: oneOf(priorForces, '请选有什么效力'),
    kept: oneOf(priorKept, '没有这一项').optional(), note: may(5000), happenedAt,
  }),
  form: ({ now }) => ({
    submit: '存卷',
    fields: [
      calm('前情', '在别处谈过、写过、判过的，照原来的效力存卷；不因为存卷就在这里生效。'),
      choice('what', '是什么', choicesOf(priorKinds)),
      row(text('by', '谁作出的'), text('onText', '什么时候', { later: true, hint: '如：2024年3月' })),
      choice('force', '有什么效力', choicesOf(priorForces)),
      choice('kept', '履行了没有', choicesOf(priorKept)),
      long('note', '主要内容', { later: '没有就空着' }),
      when(now, '什么时候知道的'),
    ],
  }),
  run: (sent, form) => filePrior(sent, form),
})

export const roster = define({
  schema: z.object({
    partyId: idOf('没有这个当事人').optional(), side: oneOf(sides, '请选是哪一方').optional(), name: may(120), count: whole(1, 100_000, '人数或户数'),
    unit: oneOf(rosterUnits, '请选人还是户'), estimated: tick, representatives: whole(1, 1000, '代表人数').optional(), note: may(), happenedAt,
  }).refine(({ partyId, side }) => partyId ?? side, { path: ['side'], message: '请选是哪一方，或者选已有的当事人' }),
  form: async ({ dispute, now }) => ({
    fields: [
      select('partyId', '已有的当事人', partyOptions(await partiesOf(dispute.id)), { none: '新加一份名册' }),
      choice('side', '新名册是哪一方', choicesOf(sides), { layout: 'three' }),
      text('name', '名册的名称', { hint: '如：三组九户', later: '没有就空着' }),
      row(number('count', '有多少'), select('unit', '按什么数', choicesOf(rosterUnits), { value: 'household', hint: '人和户不相加' })),
      tickField('estimated', '是大概的数'),
      number('representatives', '推选了几个代表', { later: true }),
      long('note', '说明', { later: '没有就空着' }),
      when(now),
    ],
  }),
  run: async (sent, { partyId, side = 'applicant', ...form }) => {
    const party = partyId && (await partiesOf(sent.disputeId)).find(({ id }) => id === partyId)
    if (partyId && !party) throw wrong('partyId', '没有这个当事人，请重新选')
    return fileRoster(sent, { ...form, side: party ? party.side : side, ...(partyId && { partyId }) })
  },
})

const answer = z.object({ partyId: idOf('没有这个当事人'), willing: oneOf(willingness, '请选愿不愿意').default('notAsked'), how: oneOf(tellings, '请选怎么问的').optional() })

export const willing = define({
  field: true,
  schema: z.object({ answers: z.array(answer).max(60, '一次写得太多了').default([]), happenedAt }),
  form: async ({ dispute, now }) => {
    const parties = await partiesOf(dispute.id)
    return {
      title: '各方愿不愿意调解',
      submit: '记下',
      ...(!parties.length && { barred: '还没有写当事人，先补充当事人再问。' }),
      fields: [
        calm('自愿', '一方明确不愿意的，不能受理（人民调解法第17条）；医疗纠纷要各方都愿意。再考虑、还没问的不挡。'),
        ...parties.map(({ id, name, side, willing: said }, at) =>
          group(`${name}（${labelOf(sides, side)}）`, [
            hidden(`answers[${at}].partyId`, id),
            choice(`answers[${at}].willing`, '愿意调解吗', choicesOf(willingness), { value: said }),
            select(`answers[${at}].how`, '怎么问的', choicesOf(tellings), { none: '没有问' }),
          ]),
        ),
        when(now, '什么时候问的'),
      ],
    }
  },
  run: async (sent, { answers, happenedAt: at }) => {
    const before = new Map((await partiesOf(sent.disputeId)).map(({ id, willing: said }) => [id, said]))
    const given = answers.flatMap((one, place) => (one.how || one.willing !== before.get(one.partyId) ? [{ ...one, place }] : []))
    const unsaid = given.find((one) => one.willing !== 'notAsked' && !one.how)
    if (unsaid) throw wrong(`answers[${unsaid.place}].how`, '请选怎么问的')
    return askWilling(sent, given.map(({ partyId, willing: said, how }) => ({ partyId, willing: said, how, happenedAt: at })))
  },
})

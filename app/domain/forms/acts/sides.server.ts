import { z } from 'zod'
import { askWilling, filePrior, fileRoster } from '../../dispute/annotate.server'
import { wrong } from '../../refusal'
import { rosterUnits, sides, tellings, willingness } from '../../words/parties'
import { priorForces, priorKept, priorKinds } from '../../words/sessions'
import { labelOf } from '../../words/words'
import { bodiesFor } from '../bodies.server'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, group, hidden, long, number, row, select, text, tick as tickField } from '../field-data'
import { happenedAt, idOf, may, must, oneOf, tick, whole } from '../form-words'
import { noticedIn, noticeFields, noticeShape } from '../notice-fields'
import { partiesOf, partyOptions } from '../people.server'

export const prior = define({
  schema: z.object({
    what: oneOf(priorKinds, '请选是什么'),
    by: must('请写明由谁作出', 120),
    onText: may(60),
    force: oneOf(priorForces, '请选有什么效力'),
    kept: oneOf(priorKept, '没有这一项').optional(),
    note: may(5000),
    happenedAt,
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
  schema: z
    .object({
      partyId: idOf('没有这个当事人').optional(),
      side: oneOf(sides, '请选是哪一方').optional(),
      name: may(120),
      count: whole(1, 100_000, '人数或户数'),
      unit: oneOf(rosterUnits, '请选人还是户'),
      estimated: tick,
      representatives: whole(1, 1000, '代表人数').optional(),
      note: may(),
      happenedAt,
    })
    .refine(({ partyId, side }) => partyId ?? side, { path: ['side'], message: '请选是哪一方，或者选已有的当事人' }),
  form: async ({ dispute, now }) => ({
    fields: [
      calm('有名单的', '先在这里记下是哪一方、大概多少人，再到“当事人”一页导入表格（xlsx），一次最多500人。'),
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

const answer = z.object({
  partyId: idOf('没有这个当事人'),
  willing: oneOf(willingness, '请选愿不愿意').default('notAsked'),
  how: oneOf(tellings, '请选怎么问的').optional(),
  wishBodyId: idOf('没有这个组织').optional(),
})

export const willing = define({
  field: true,
  schema: z.object({ answers: z.array(answer).max(60, '一次写得太多了').default([]), ...noticeShape, happenedAt }),
  form: async ({ dispute, now }) => {
    const [parties, bodies] = await Promise.all([partiesOf(dispute.id), bodiesFor(dispute)])
    const near = bodies
      .filter(({ channel, near: level }) => channel === 'people' && level > 0)
      .map(({ id, name }) => ({ value: id, label: name }))
    return {
      title: '各方愿不愿意调解',
      submit: '记下',
      ...(!parties.length && { barred: '还没有写当事人，先补充当事人再问。' }),
      fields: [
        calm('自愿', '一方明确不愿意的，不能受理（人民调解法第17条）；医疗纠纷要各方都愿意。再考虑、还没问的不挡。'),
        ...parties.map(({ id, name, side, willing: said, wishBodyId }, at) =>
          group(`${name}（${labelOf(sides, side)}）`, [
            hidden(`answers[${at}].partyId`, id),
            choice(`answers[${at}].willing`, '愿意调解吗', choicesOf(willingness), { value: said }),
            select(`answers[${at}].how`, '怎么问的', choicesOf(tellings), { none: '没有问' }),
            select(`answers[${at}].wishBodyId`, '希望由谁调解', near, {
              none: '没有说',
              value: wishBodyId ?? '',
              hint: '当事人可以选（人民调解法第19条）；分流时照着看',
            }),
          ]),
        ),
        ...noticeFields(parties),
        when(now, '什么时候问的'),
      ],
    }
  },
  run: async (sent, { answers, happenedAt: at, ...told }) => {
    const before = new Map((await partiesOf(sent.disputeId)).map((party) => [party.id, party]))
    const given = answers.flatMap((one, place) => {
      const was = before.get(one.partyId)
      const same = one.willing === was?.willing && (one.wishBodyId ?? null) === (was.wishBodyId ?? null)
      return one.how || !same ? [{ ...one, place }] : []
    })
    const unsaid = given.find((one) => one.willing !== 'notAsked' && one.willing !== before.get(one.partyId)?.willing && !one.how)
    if (unsaid) throw wrong(`answers[${unsaid.place}].how`, '请选怎么问的')
    return askWilling(
      sent,
      given.map(({ partyId, willing: said, how, wishBodyId = null }) => ({
        partyId,
        willing: said,
        ...(how && { how }),
        wishBodyId,
        happenedAt: at,
      })),
      noticedIn(told),
    )
  },
})

import { z } from 'zod'
import { Prisma, read } from '#app/db/client.server'
import { addNote, linkDispute, mostOfNote, setRisk } from '../../dispute/annotate.server'
import { visible } from '../../dispute/sight.server'
import { wrong } from '../../refusal'
import { riskLevels } from '../../words/danger-signs'
import { saidKinds } from '../../words/links'
import { when } from '../common'
import { define } from '../define'
import { calm, choice, choicesOf, long, text, tick as tickField } from '../field-data'
import { bytesOf, filesField, filesShape } from '../file-fields'
import { happenedAt, may, must, oneOf, tick } from '../form-words'

export const risk = define({
  schema: z.object({ level: oneOf(riskLevels, '请选风险等级'), why: must('请写明为什么'), happenedAt }),
  form: ({ dispute, now }) => ({
    submit: '改风险等级',
    fields: [
      choice(
        'level',
        '风险等级',
        choicesOf(riskLevels, (_, code) => (code === dispute.risk ? '现在是这一级' : null)),
        { layout: 'three' },
      ),
      long('why', '为什么'),
      when(now, '从什么时候起'),
    ],
  }),
  run: (sent, form) => setRisk(sent, form),
})

export const link = define({
  schema: z
    .object({
      number: may(40),
      otherText: may(300),
      kind: oneOf(saidKinds, '请选是什么关系').default('related'),
      why: must('请写明有什么关联'),
      happenedAt,
    })
    .refine(({ number: one, otherText }) => one || otherText, {
      path: ['number'],
      message: '请填登记编号；不在本系统里的，写明是哪一件',
    }),
  form: ({ now }) => ({
    fields: [
      text('number', '关联纠纷的登记编号', { hint: '如 530702-2026-000417', later: '没有就空着' }),
      text('otherText', '不在本系统里的', { hint: '如：古城区法院〔2026〕云0702民初12号', later: '没有就空着' }),
      choice('kind', '是什么关系', choicesOf(saidKinds), { value: 'related' }),
      long('why', '有什么关联'),
      when(now),
    ],
  }),
  run: async (sent, { number: asked, otherText, kind, why, happenedAt: at }) => {
    if (!asked) return linkDispute(sent, { otherText, kind, why, happenedAt: at })
    const [other] = await read<{ id: string }[]>(
      Prisma.sql`select d.id from dispute d where d.number = ${asked} and ${visible(sent.actor, new Date())}`,
    )
    if (!other) throw wrong('number', '没有这个编号，或者您不能查看；可以写在下面一栏')
    if (other.id === sent.disputeId) throw wrong('number', '这就是本件的编号')
    return linkDispute(sent, { otherId: other.id, otherText, kind, why, happenedAt: at })
  },
})

const noted = '请写补充的情况，或者选照片、文件'

/** 补充情况: words, files or both, in any state; of what is ended it may ask that the post take it up again (U27). */
export const note = define({
  field: true,
  schema: z
    .object({
      note: may(5000),
      ...filesShape,
      again: tick,
      happenedAt,
    })
    .refine(({ note: words, photos }) => words ?? photos.some(({ size }) => size > 0), { path: ['note'], message: noted }),
  form: ({ dispute: { handling }, now }) => ({
    submit: '记下',
    fields: [
      long('note', '补充什么情况', { later: '只有照片、文件的可以不写' }),
      filesField(mostOfNote),
      ...(handling.desk === 'none'
        ? [calm('这件已经结束', '补充的照样记下，状态不变。'), tickField('again', '请求重新办理：告诉原来经办的人和分流岗，由分流岗决定')]
        : []),
      when(now, '什么时候的事'),
    ],
  }),
  run: async (sent, { note: words, photos, again, happenedAt: at }) => {
    const files = await bytesOf(photos)
    const added = { note: words ?? `照片、文件 ${files.length} 份`, happenedAt: at, ...(again && { wish: 'reopen' as const }) }
    return addNote(sent, added, files)
  },
})

import { z } from 'zod'
import { db } from '#app/db/client.server'
import { dateOf, dayIn, formatShortDay } from '../../calendar/days'
import { changeAway, readDays } from '../../schedule/party-away.server'
import { define } from '../define'
import { calm, choice, day, row, select, text } from '../field-data'
import { ids, idOf, legalDay, may } from '../form-words'
import { partiesOf, partyOptions } from '../people.server'

/** 谁哪天来不了: asked of the sides before a time is agreed. */
export const away = define({
  field: true,
  schema: z.object({
    gone: ids('没有这一段'),
    partyId: idOf('请选是谁').optional(),
    fromDay: legalDay.optional(),
    toDay: legalDay.optional(),
    note: may(100),
  }),
  form: async ({ dispute, now }) => {
    const [parties, said] = await Promise.all([
      partiesOf(dispute.id),
      db.partyAway.findMany({
        where: { disputeId: dispute.id, cancelledAt: null, toDay: { gte: dateOf(dayIn(now)) } },
        orderBy: { fromDay: 'asc' },
      }),
    ])
    const names = new Map(parties.map(({ id, name }) => [id, name]))
    const stretch = (from: Date, to: Date) => [...new Set([from, to].map((at) => formatShortDay(at.toISOString().slice(0, 10))))].join('—')
    const known = said.flatMap(({ id, partyId, fromDay, toDay, note }) => {
      const name = names.get(partyId)
      return name ? [{ value: id, label: `${name}：${stretch(fromDay, toDay)}${note ? `（${note}）` : ''}` }] : []
    })
    return {
      submit: '记下',
      ...(!parties.length && { barred: '还没有写当事人，先补充当事人再问。' }),
      fields: [
        calm('约时间会避开这几天', '当事人自己也可以在查询页上写。只记日子，不用问为什么。'),
        ...(known.length ? [choice('gone', '已经说过的，不再算数的勾掉', known, { many: true, layout: 'one' })] : []),
        select('partyId', '谁来不了', partyOptions(parties), { none: known.length ? '没有新的' : '请选' }),
        row(day('fromDay', '从哪天'), day('toDay', '到哪天', { later: '只有一天就空着' })),
        text('note', '说明', { later: '没有就空着' }),
      ],
    }
  },
  run: (sent, { gone, partyId, fromDay, toDay, note }) =>
    changeAway(sent, { gone, away: partyId ? { partyId, ...readDays(fromDay, toDay), ...(note && { note }) } : undefined }),
})

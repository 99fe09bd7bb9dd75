import { z } from 'zod'
import { eventLabels } from '#machines/dispute.labels'
import { db, reading } from '#app/db/client.server'
import { dayIn, formatShortDay, formatTime } from '../../calendar/days'
import { correctEvent } from '../../correction/correct.server'
import { itemsOf, mayCorrect, mayRetype, type Item } from '../../correction/items.server'
import { allChoices, typeLabel } from '../../types/dispute-types'
import { define } from '../define'
import { calm, day, group, long, moment, money, select, text, type FormField } from '../field-data'
import { idOf, may, must } from '../form-words'

const eventsOf = (disputeId: string) =>
  db.disputeEvent.findMany({
    where: { disputeId },
    orderBy: { version: 'desc' },
    take: 60,
    select: { id: true, type: true, happenedAt: true, version: true },
  })
const isEvent = (type: string): type is keyof typeof eventLabels => Object.hasOwn(eventLabels, type)
const eventWord = (type: string) => (isEvent(type) ? eventLabels[type] : type)

const types = allChoices.map(({ code, type, subtype }) => ({ value: code, label: typeLabel(type, subtype) }))
const asked = { moment, day, money, text } as const
const fieldOf = ({ kind, name, label, value }: Item): FormField =>
  kind === 'type' ? select(`change.${name}`, label, types, { value }) : asked[kind](`change.${name}`, label, { value })

/** The values that may be put right, under the record that wrote them. */
function groups(items: Item[], events: Awaited<ReturnType<typeof eventsOf>>): FormField[] {
  const versions = [...new Set(items.map(({ version }) => version))]
  return versions.map((version) => {
    const event = events.find((one) => one.version === version)
    const own = items.filter((item) => item.version === version)
    return group(
      event ? `${version}. ${formatShortDay(dayIn(event.happenedAt))}　${eventWord(event.type)}` : `${version}.`,
      own.map(fieldOf),
    )
  })
}

/** 更正: every value of one's own records as it stands, to be put right where it stands; in words for the rest (U26). */
export const correct = define({
  schema: z.object({
    change: z.record(z.string().max(80), z.string().max(1000, '太长了').optional()).default({}),
    eventId: idOf('请选要更正哪一条').optional(),
    text: may(2000),
    why: must('请写明为什么更正'),
  }),
  form: async ({ actor, dispute, query }) => {
    const [events, items, allowed] = await Promise.all([
      eventsOf(dispute.id),
      itemsOf(reading, dispute.id),
      mayCorrect(reading, actor, dispute.id),
    ])
    const options = events
      .filter(({ id }) => allowed.has(id))
      .map(({ id, type, happenedAt: at, version }) => ({
        value: id,
        label: `${version}. ${formatShortDay(dayIn(at))} ${formatTime(at)}　${eventWord(type)}`,
      }))
    return {
      fields: [
        calm(
          '改正录错的',
          '在下面直接改。原来的和更正的都留在路径上；跟着变的状态、款项和期限一起重算。申请人的申请时间不更正，只加说明。',
        ),
        ...groups(
          items.filter(({ eventId, field }) => allowed.has(eventId) || (field === 'typeCode' && mayRetype(actor, dispute))),
          events,
        ),
        group('上面没有的，用文字更正', [
          select('eventId', '哪一条记录', options, { none: '没有', value: query.get('event') ?? '' }),
          long('text', '正确的内容', { later: '没有就空着' }),
        ]),
        long('why', '为什么更正'),
      ],
    }
  },
  run: (sent, form) => correctEvent(sent, form),
})

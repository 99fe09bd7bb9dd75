import { z } from 'zod'
import { db } from '#app/db/client.server'
import { formatInstant } from '../calendar/days'
import type { Beside } from '../schedule/obstacles.server'
import { aroundOf } from '../schedule/suggest.server'
import type { SessionKind } from '../words/sessions'
import type { OpenDispute } from './define'
import { group, moment as momentField, row, select, text, tick as tickField, type FormField } from './field-data'
import { idOf, may, moment, tick } from './form-words'
import { awayLines, hoursLines, roomOption, usualEnd } from './sitting-fields'

/** What a session's form asks beside the session: which appointment it was, and when the sides meet next. */
export const nextShape = {
  sittingId: idOf('没有这次约定').or(z.literal('none')).optional(),
  nextAt: moment.optional(),
  nextEndsAt: moment.optional(),
  nextVenueId: idOf('没有这个场所').optional(),
  nextPlace: may(200),
  nextAnyway: tick,
  nextWhy: may(300),
}
type Given = z.output<z.ZodObject<typeof nextShape>>

/** Beside which of its fields the schedule's sentences stand. */
export const nextBeside: Beside = {
  startsAt: 'nextAt',
  endsAt: 'nextEndsAt',
  venueId: 'nextVenueId',
  why: 'nextWhy',
  anyway: 'nextAnyway',
}

/** 是不是约好的那一次: asked only where something is planned; what is due first is chosen. */
export async function heldForField({ id }: Pick<OpenDispute, 'id'>): Promise<FormField[]> {
  const rows = await db.sitting.findMany({ where: { disputeId: id, status: 'planned' }, orderBy: { startsAt: 'asc' } })
  const options = [
    ...rows.map((one) => ({ value: one.id, label: formatInstant(one.startsAt) })),
    { value: 'none', label: '不是约好的，临时谈的' },
  ]
  return rows.length ? [select('sittingId', '是约好的哪一次', options, { value: rows[0]?.id ?? '' })] : []
}

export async function nextFields({ id, leg }: Pick<OpenDispute, 'id' | 'leg'>, now: Date): Promise<FormField> {
  const around = await aroundOf(id, leg, now)
  return group(
    '没谈成，下次什么时候',
    [
      row(
        momentField('nextAt', '下次什么时候开始', { later: '没约就空着' }),
        momentField('nextEndsAt', '下次什么时候结束', { later: '空着就是两个小时' }),
      ),
      row(
        select('nextVenueId', '下次在哪个调解场所', around.rooms.map(roomOption), {
          none: '别的地方',
        }),
        text('nextPlace', '下次在别的地方', { later: '选了场所就空着' }),
      ),
      tickField('nextAnyway', '下次是休息日，或者早 8 点前、晚 9 点后：各方都同意'),
      text('nextWhy', '下次那天有人说过不能来的，为什么还定这天', { later: '没有就空着' }),
    ],
    [...awayLines(around), ...hoursLines(around.rooms)].join('；') || undefined,
  )
}

/** The next sitting as the session's act takes it, and the appointment that this one was; the rest is the session itself. */
export function nextOf<T extends Given & { kind: SessionKind }>(form: T) {
  const { sittingId, nextAt, nextEndsAt, nextVenueId, nextPlace, nextAnyway, nextWhy, ...held } = form
  const kind: SessionKind = form.kind === 'inquiry' ? 'joint' : form.kind
  const next = nextAt && {
    kind,
    startsAt: nextAt,
    endsAt: nextEndsAt ?? usualEnd(nextAt),
    anyway: nextAnyway,
    ...(nextVenueId && { venueId: nextVenueId }),
    ...(nextPlace && { placeText: nextPlace }),
    ...(nextWhy && { why: nextWhy }),
  }
  return { held, beside: { ...(sittingId && { sittingId }), ...(next && { next, nextBeside }) } }
}

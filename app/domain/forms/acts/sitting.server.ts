import { z } from 'zod'
import { db } from '#app/db/client.server'
import { formatInstant } from '../../calendar/days'
import { ruleBook } from '../../calendar/rule-book.server'
import { isId } from '../../id'
import { cancelSitting, moveSitting, planSitting } from '../../schedule/sittings.server'
import { aroundOf, slotsAround, type Slot } from '../../schedule/suggest.server'
import { sessionKinds } from '../../words/sessions'
import { typedMoment } from '../common'
import { define } from '../define'
import { choice, choicesOf, hidden, moment as momentField, row, select, text, tick as tickField, type FormField } from '../field-data'
import { idOf, may, moment, oneOf, tick } from '../form-words'
import { awayLines, hoursLines, roomOption, slotWords, usualEnd } from '../sitting-fields'

const planned = (disputeId: string) => db.sitting.findMany({ where: { disputeId, status: 'planned' }, orderBy: { startsAt: 'asc' } })
type Sitting = Awaited<ReturnType<typeof planned>>[number]

const steps = { planned: { label: '约定' }, moved: { label: '改期' }, cancelled: { label: '取消' } } as const
const { planned: __, ...changes } = steps
/** An inquiry is the mediator's own way, and nobody's appointment. */
const { inquiry: ___, ...kinds } = sessionKinds

const links = (title: string, lines: string[], rows: { label: string; href: string }[]): FormField[] =>
  rows.length ? [{ kind: 'say', tone: 'calm', title, lines: lines.length ? lines : ['各方、调解员和场所都空着'], links: rows }] : []

const typedIn = (query: URLSearchParams): Date | null => {
  const read = moment.safeParse(query.get('at') ?? '')
  return read.success ? read.data : null
}

/** What the form begins with: a suggestion that was taken, else what stands. */
function begins(was: Sitting | undefined, query: URLSearchParams) {
  const taken = typedIn(query)
  const length = was ? was.endsAt.getTime() - was.startsAt.getTime() : 0
  const [from, to] = taken ? [taken, length ? new Date(taken.getTime() + length) : usualEnd(taken)] : [was?.startsAt, was?.endsAt]
  const room = query.get('room')
  return {
    startsAt: from ? typedMoment(from) : '',
    endsAt: to ? typedMoment(to) : '',
    venueId: room && isId(room) ? room : (was?.venueId ?? ''),
    minutes: length ? Math.min(length / 60_000, 180) : 120,
  }
}

/** 约定调解: a time at which everybody and the room are free; suggestions first. */
export const sitting = define({
  schema: z
    .object({
      sittingId: idOf('没有这次约定').optional(),
      step: oneOf(steps, '请选怎么办').default('planned'),
      kind: oneOf(kinds, '请选怎么谈').default('joint'),
      startsAt: moment.optional(),
      endsAt: moment.optional(),
      venueId: idOf('没有这个场所').optional(),
      placeText: may(200),
      why: may(300),
      anyway: tick,
      note: may(500),
    })
    .superRefine(({ step, startsAt }, context) => {
      if (step !== 'cancelled' && !startsAt) context.addIssue({ code: 'custom', path: ['startsAt'], message: '请填什么时候开始' })
    }),
  form: async ({ dispute, query, now }) => {
    const open = await planned(dispute.id)
    const was = open.find(({ id }) => id === query.get('sitting'))
    const first = begins(was, query)
    const [around, book] = await Promise.all([aroundOf(dispute.id, dispute.leg, now, was?.id ?? null), ruleBook(db, dispute.rulesVersion)])
    const here = `/disputes/${dispute.id}/do/sitting?${was ? `sitting=${was.id}&` : ''}`
    const slots = slotsAround(around, {
      mediatorIds: dispute.leg?.mediatorIds ?? [],
      venueId: was?.venueId ?? undefined,
      minutes: first.minutes,
      now,
      restDays: book.restDays,
    })
    const slotLink = (slot: Slot) => ({
      label: slotWords(slot),
      href: `${here}at=${typedMoment(slot.startsAt)}${slot.room ? `&room=${slot.room.id}` : ''}#startsAt`,
    })
    const going = open.map(({ id, startsAt, mustMoveSince }) => ({
      label: `${formatInstant(startsAt)}${mustMoveSince ? '（要改期：调解员那时另有调解）' : ''}：改期、取消`,
      href: `/disputes/${dispute.id}/do/sitting?sitting=${id}`,
    }))
    return {
      title: was ? '改期、取消' : '约定调解时间',
      submit: was ? '记下' : '约定',
      fields: [
        ...(was ? [] : links('已经约定的', ['要改时间、取消的，点它'], going)),
        ...links(
          '都能来的时间，点一个就填好',
          [...awayLines(around), ...(slots.length ? [] : ['最近三个月找不到都能来的时间'])],
          [...slots.map(slotLink), { label: '记下谁哪天来不了', href: `/disputes/${dispute.id}/do/away` }],
        ),
        ...(was ? [hidden('sittingId', was.id), choice('step', '怎么办', choicesOf(changes), { value: 'moved', layout: 'two' })] : []),
        choice('kind', '怎么谈', choicesOf(kinds), { value: was?.kind ?? 'joint', layout: 'two' }),
        row(
          momentField('startsAt', '什么时候开始', { value: first.startsAt }),
          momentField('endsAt', '什么时候结束', { value: first.endsAt, later: '空着就是两个小时' }),
        ),
        select('venueId', '在哪个调解场所', around.rooms.map(roomOption), {
          none: '别的地方，写在下面',
          value: first.venueId,
          ...(around.rooms.length && { hint: hoursLines(around.rooms).join('；') }),
        }),
        text('placeText', '别的地方', { value: was?.placeText ?? '', later: '选了场所就空着' }),
        tickField('anyway', '休息日，或者早 8 点前、晚 9 点后：各方都同意'),
        text('why', '有人说过那天不能来的，为什么还定这天', { later: '没有就空着' }),
        text('note', '说明', { later: '没有就空着' }),
      ],
    }
  },
  run: (sent, { sittingId, step, startsAt, endsAt, ...rest }) => {
    if (sittingId && step === 'cancelled') return cancelSitting(sent, sittingId, rest.note)
    const from = startsAt ?? new Date()
    const times = { startsAt: from, endsAt: endsAt ?? usualEnd(from) }
    return sittingId ? moveSitting(sent, sittingId, { ...rest, ...times }) : planSitting(sent, { ...rest, ...times })
  },
})

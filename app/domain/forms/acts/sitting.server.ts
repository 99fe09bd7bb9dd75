import { z } from 'zod'
import { db } from '#app/db/client.server'
import { formatInstant } from '../../calendar/days'
import { cancelSitting, moveSitting, planSitting } from '../../schedule/sittings.server'
import { sessionKinds } from '../../words/sessions'
import { typedMoment } from '../common'
import { define, type OpenDispute } from '../define'
import { choice, choicesOf, hidden, moment as momentField, row, select, text, type FormField } from '../field-data'
import { idOf, may, moment, oneOf } from '../form-words'

const planned = (disputeId: string) => db.sitting.findMany({ where: { disputeId, status: 'planned' }, orderBy: { startsAt: 'asc' } })

/** Rooms of the body that has it, and of the committee whose seal it uses. */
const venuesOf = async ({ leg }: OpenDispute) =>
  (
    await db.venue.findMany({
      where: { bodyId: { in: leg ? [leg.bodyId, leg.sealBodyId] : [] }, validTo: null },
      orderBy: { name: 'asc' },
    })
  ).map(({ id, name }) => ({ value: id, label: name }))

const steps = { planned: { label: '约定' }, moved: { label: '改期' }, cancelled: { label: '取消' } } as const

/** 约定调解: a time that no other sitting of the mediators or of the room overlaps. */
export const sitting = define({
  schema: z
    .object({
      sittingId: idOf('没有这次约定').optional(),
      step: oneOf(steps, '请选怎么办').default('planned'),
      kind: oneOf(sessionKinds, '请选怎么谈').default('joint'),
      startsAt: moment.optional(),
      endsAt: moment.optional(),
      venueId: idOf('没有这个场所').optional(),
      placeText: may(200),
      note: may(500),
    })
    .superRefine(({ step, startsAt, endsAt }, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (step === 'cancelled') return
      if (!startsAt) issue('startsAt', '请填什么时候开始')
      if (!endsAt) issue('endsAt', '请填什么时候结束')
    }),
  form: async ({ dispute, query }) => {
    const [open, venues] = await Promise.all([planned(dispute.id), venuesOf(dispute)])
    const was = open.find(({ id }) => id === query.get('sitting'))
    const links = open.map(({ id, startsAt }) => ({
      label: `${formatInstant(startsAt)}：改期、取消`,
      href: `/disputes/${dispute.id}/do/sitting?sitting=${id}`,
    }))
    const going: FormField[] = !was && links.length ? [{ kind: 'say', tone: 'calm', title: '已经约定的', lines: [], links }] : []
    const { planned: __, ...changes } = steps
    return {
      title: was ? '改期、取消' : '约定调解时间',
      submit: was ? '记下' : '约定',
      fields: [
        ...going,
        ...(was ? [hidden('sittingId', was.id), choice('step', '怎么办', choicesOf(changes), { value: 'moved', layout: 'two' })] : []),
        choice('kind', '怎么谈', choicesOf(sessionKinds), { value: was?.kind ?? 'joint', layout: 'three' }),
        row(
          momentField('startsAt', '什么时候开始', { value: was ? typedMoment(was.startsAt) : '' }),
          momentField('endsAt', '什么时候结束', { value: was ? typedMoment(was.endsAt) : '' }),
        ),
        select('venueId', '在哪个调解场所', venues, { none: '别的地方，写在下面', value: was?.venueId ?? '' }),
        text('placeText', '别的地方', { value: was?.placeText ?? '', later: '选了场所就空着' }),
        text('note', '说明', { later: '没有就空着' }),
      ],
    }
  },
  run: (sent, { sittingId, step, startsAt, endsAt, ...rest }) => {
    if (sittingId && step === 'cancelled') return cancelSitting(sent, sittingId, rest.note)
    const times = { startsAt: startsAt ?? new Date(), endsAt: endsAt ?? new Date() }
    return sittingId ? moveSitting(sent, sittingId, { ...rest, ...times }) : planSitting(sent, { ...rest, ...times })
  },
})

import { addDays, dayIn, formatInstant, formatTime } from '../../calendar/days'
import { sessionKinds } from '../../words/sessions'
import { labelOf } from '../../words/words'
import type { DisputePage } from './open.server'

export type SittingWords = { id: string; when: string; about: string; state: 'planned' | 'mustMove' | 'cancelled'; href?: string }

/** What was called off stays to be read for so many days after it would have been. */
const kept = 7

/** 约定的调解 of this dispute: still to come, overdue to be written down, and what was called off lately; with where it is changed. */
export function sittingsOf({ rows, dispute, now, today }: DisputePage, mayChange: boolean): SittingWords[] {
  return rows.sittings
    .filter(({ status, startsAt }) => status === 'planned' || dayIn(new Date(startsAt)) >= addDays(today, -kept))
    .map(({ id, startsAt, endsAt, kind, place, status, mustMove }) => ({
      id,
      when: `${formatInstant(new Date(startsAt))}—${formatTime(new Date(endsAt))}`,
      about: [
        labelOf(sessionKinds, kind),
        place,
        status === 'cancelled'
          ? '已取消'
          : mustMove
            ? '要改期：调解员那时另有调解'
            : new Date(startsAt) < now
              ? '时间已经过了，请写调解记录'
              : '',
      ]
        .filter(Boolean)
        .join('，'),
      state: status === 'cancelled' ? status : mustMove ? 'mustMove' : status,
      ...(mayChange && status === 'planned' && { href: `/disputes/${dispute.id}/do/sitting?sitting=${id}` }),
    }))
}

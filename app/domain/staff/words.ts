import { roleLabels, type Role } from '../actor'
import { dayIn, formatDate, lastDayBefore, type LegalDay } from '../calendar/days'

/** A post as it is read for a page; dates are ISO texts or dates. */
export type PostRow = { id: string; role: Role; unit: string | null; of: string | null; from: string | Date; to: string | Date | null }

/** First and last day of a post; without a last day it goes on. */
export const spanOf = ({ from, to }: Pick<PostRow, 'from' | 'to'>): { from: LegalDay; to: LegalDay | null } => ({
  from: dayIn(new Date(from)),
  to: to === null ? null : lastDayBefore(new Date(to)),
})

/** 束河街道·网格员（从2026年4月1日起） */
export function postWords(post: PostRow, now: Date): string {
  const { from, to } = spanOf(post)
  const begins = new Date(post.from) > now ? `从${formatDate(from)}起` : ''
  const ends = to ? `到${formatDate(to)}止` : ''
  const when = [begins, ends].filter(Boolean).join('，')
  return `${post.unit ?? post.of ?? ''}·${roleLabels[post.role]}${when && `（${when}）`}`
}

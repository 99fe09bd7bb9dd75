import { z } from 'zod'
import type { Person } from '../actor'
import { act, type Sent } from '../dispute/advance.server'
import { linkDispute } from '../dispute/annotate.server'
import { mayDo } from '../dispute/permissions'
import { must, oneOf } from '../forms/form-words'
import { newId } from '../id'
import { mergeInto } from '../merge/merge.server'
import { Refusal } from '../refusal'
import { sideBySide } from './side-by-side.server'

const ways = { into: { label: '并入那一件' }, take: { label: '那一件并入这件' }, link: { label: '关联' }, not: { label: '不是同一件' } }

export const sameForm = z.object({
  how: oneOf(ways, '请选怎么办'),
  why: must('请写明为什么这样看', 500),
  otherSeen: z.coerce.number().int().nonnegative().optional(),
})

/** 不是同一件: kept with its reason, by whom and when; not asked again of either. */
const notTheSame = (sent: Sent, otherId: string, why: string) =>
  act(sent, async (file) => {
    if (!mayDo(file.actor, 'absorb', file.handling)) throw new Refusal('forbidden')
    const data = { id: newId(), disputeId: file.id, otherId, same: false, why, decidedById: file.actorId, decidedAt: file.now }
    await file.tx.duplicateDecision.create({ data })
  })

/** What was decided of two registrations side by side. Answers where to go on. Throws Refusal as the acts do, forbidden, notFound. */
export async function decideSame(
  sent: Sent & { actor: Person },
  otherId: string,
  { how, why, otherSeen }: z.output<typeof sameForm>,
): Promise<string> {
  // Whoever may not hold the two beside each other decides nothing about them.
  const shown = await sideBySide(sent.actor, sent.disputeId, otherId, sent.now)
  if (shown.choices.find(({ value }) => value === how)?.disabled) throw new Refusal('notNow', '现在不能这样并案，请看选项下面的说明')
  if (how === 'not') await notTheSame(sent, otherId, why)
  if (how === 'link') await linkDispute(sent, { otherId, why, kind: 'related' })
  if (how === 'into') await mergeInto(sent, { intoId: otherId, why, otherSeen })
  if (how === 'take') {
    await mergeInto({ ...sent, disputeId: otherId, seen: otherSeen ?? 0 }, { intoId: sent.disputeId, why, otherSeen: sent.seen })
  }
  return how === 'into' ? `/disputes/${otherId}` : `/triage/${sent.disputeId}`
}

import { read } from '#app/db/client.server'
import type { Person } from '../actor'
import { keepDraft } from '../draft/drafts.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import type { Added } from './form'
import { lineOf, partsOf } from './lines'
import { placesOf, readable } from './places.server'

/** 咨询: one line with its audit row, once for each form (U8). Throws Refusal: notFound, invalid beside its field. */
export const addEnquiry = async (sent: Setting, { kind, asked, answered, place, happenedAt }: Added): Promise<void> => {
  const at = (await placesOf(sent.actor)).find(({ id }) => id === place)
  if (!at) throw wrong('place', '请选记在哪里')
  await change(sent, async ({ tx, actor, now, record }) => {
    if (happenedAt && happenedAt > now) throw wrong('happenedAt', '时间不能晚于现在')
    const id = newId()
    const where = { areaId: at.areaId, bodyId: at.bodyId, accountId: actor.accountId }
    await tx.enquiry.create({
      data: { ...where, id, kind, line: lineOf(asked, answered), happenedAt: happenedAt ?? now, recordedAt: now },
    })
    await record('enquiry.add', { kind: 'enquiry', id }, { kind, place })
  })
}

/** 改为登记纠纷: a draft begins with what was asked; the line stays. Answers where it goes on. Throws Refusal notFound. */
export async function registerInstead(actor: Person, enquiryId: string, draftId: string): Promise<string> {
  await placesOf(actor)
  const [row] = await read<{ line: string }[]>`select q.line from enquiry q where q.id = ${enquiryId}::uuid and ${readable(actor)}`
  if (!row) throw new Refusal('notFound')
  const { asked } = partsOf(row.line)
  const kept = await keepDraft({ actor, id: draftId, step: 1, change: (before) => ({ facts: asked, ...before }) })
  return kept ? `/register/${draftId}/1` : `/disputes/${draftId}/receipt`
}

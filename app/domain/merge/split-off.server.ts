import { act, advance, type Sent } from '../dispute/advance.server'
import { CaseFile } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'
import { mayDo, mayRegister, type Handling } from '../dispute/permissions'
import type { Actor, Person } from '../actor'
import { newId } from '../id'
import { newDataKey, openDataKey } from '../privacy/data-key.server'
import { Refusal, wrong } from '../refusal'
import { registrationForm } from '../registration/form'
import { placeOf } from '../registration/place.server'
import { writeDispute } from '../registration/register.server'
import { indexDispute } from '../search/index-dispute.server'
import { copyOf, writeCopies } from './parties.server'

export type SplitOff = { partyIds: string[]; typeCode: string; title: string; facts: string; why: string; happenedAt?: Date | undefined }

/** Who may take a second dispute out of one: whoever registered it or has it on the desk, and may register at all. */
export const maySplitOff = (actor: Actor, of: Handling): boolean => mayDo(actor, 'link', of) && mayRegister(actor)

/** What the new registration takes over from the file that it comes out of. */
async function formFor({ tx, id, dispute }: CaseFile, { typeCode, title, facts, happenedAt }: SplitOff) {
  const row = await tx.dispute.findUniqueOrThrow({ where: { id } })
  const area = await tx.area.findUniqueOrThrow({ where: { id: row.areaId }, select: { id: true, mergedIntoId: true } })
  return registrationForm.parse({
    areaId: area.mergedIntoId ?? area.id,
    typeCode,
    title,
    facts,
    happenedAt,
    source: dispute.source,
    sourceText: row.sourceText ?? undefined,
    intake: row.intake,
    reporter: row.reporterText ?? undefined,
    placeText: row.placeText ?? undefined,
    occurredOn: row.occurredOn ?? undefined,
    askedAt: row.askedAt ?? undefined,
    languages: row.languages,
    sealed: row.sealed,
    sealedWhy: row.sealedWhy ?? undefined,
  })
}

async function partiesFor({ tx, id, dispute, now }: CaseFile, partyIds: string[], to: { id: string; dataKey: string }) {
  const chosen = await tx.party.findMany({
    where: { id: { in: partyIds }, disputeId: id, leftAt: null },
    orderBy: { ordinal: 'asc' },
    include: { helpers: true, members: true },
  })
  if (!chosen.length || chosen.length !== new Set(partyIds).size) throw wrong('partyIds', '没有这个当事人，请重新选')
  const keys = { from: openDataKey(dispute.dataKey, id), to: openDataKey(to.dataKey, to.id) }
  return chosen.map((party, place) => copyOf(party, to.id, keys, { ordinal: place + 1, joinedAt: now }))
}

/**
 * 拆出一件: of one quarrel there are two. A new registration with a number of its own, the chosen parties, the source and the time
 * of asking; both are linked. Answers its id. Throws Refusal forbidden, or invalid beside `partyIds`.
 */
export const splitOff = (sent: Sent & { actor: Person }, off: SplitOff) =>
  act(sent, async (file) => {
    const { actor } = sent
    const { tx, now, handling } = file
    if (!maySplitOff(actor, handling)) throw new Refusal('forbidden')
    if (off.happenedAt && off.happenedAt > now) throw wrong('happenedAt', '发生时间不能晚于现在')
    const id = newId()
    const { wrapped: dataKey } = newDataKey(id)
    const copies = await partiesFor(file, off.partyIds, { id, dataKey })
    const form = await formFor(file, off)
    await writeDispute(tx, id, dataKey, { actor, form }, await placeOf(tx, form.areaId), now)
    await writeCopies(tx, copies)
    await indexDispute(tx, id)
    const linkId = newId()
    await tx.disputeLink.create({ data: { id: linkId, disputeId: file.id, otherId: id, kind: 'splitOff' } })
    const loaded = await loadDispute(tx, { actor, disputeId: id, seen: 1, now })
    if (!loaded) throw new Refusal('notFound')
    const texts = [{ kind: 'why' as const, audience: 'handlers' as const, text: off.why }]
    const move = { event: { type: 'link' as const, linkId }, subjectId: linkId, happenedAt: off.happenedAt, texts }
    await advance(file, move)
    await advance(new CaseFile(tx, actor, loaded, now), move)
    return id
  })

import { dateOf, type LegalDay } from '../calendar/days'
import { act, advance, type Sent } from '../dispute/advance.server'
import { newId } from '../id'
import { Refusal } from '../refusal'
import type { matterExceptions, matterKinds, matterStandings } from '../words/office'

export type Matter = {
  kind: keyof typeof matterKinds
  unit: string
  number?: string
  standing: keyof typeof matterStandings
  openedOn?: LegalDay
  endedOn?: LegalDay
  result?: string
  approver?: string
  exception?: keyof typeof matterExceptions
  exceptionWhy?: string
  note?: string
  happenedAt?: Date
}

/**
 * 别处的程序: what another unit has of the same quarrel (U5, U25), new or how it stands now. It moves no state; a bar is a
 * warning of the pages, never a lock (law.md 4a).
 */
export const fileMatter = (sent: Sent, { note, happenedAt, openedOn, endedOn, ...matter }: Matter, matterId?: string) =>
  act(sent, async (file) => {
    const id = matterId ?? newId()
    // What was emptied is empty: the form shows all of it, so that nothing typed means nothing there.
    const { number = null, result = null, approver = null, exception = null, exceptionWhy = null, ...named } = matter
    const data = {
      ...named,
      number,
      result,
      approver,
      exception,
      exceptionWhy,
      openedOn: openedOn ? dateOf(openedOn) : null,
      endedOn: endedOn ? dateOf(endedOn) : null,
    }
    if (matterId) {
      const { count } = await file.tx.parallelMatter.updateMany({ where: { id, disputeId: file.id }, data })
      if (!count) throw new Refusal('notFound')
    } else {
      await file.tx.parallelMatter.create({
        data: { ...data, id, disputeId: file.id, recordedById: file.actorId, recordedAt: file.now },
      })
    }
    await file.tx.dispute.updateMany({
      where: { id: file.id, elsewhereAskedAt: null },
      data: { elsewhereAskedAt: happenedAt ?? file.now, elsewhereAskedById: file.actorId },
    })
    const over = matter.standing === 'ended' || matter.standing === 'settled'
    await advance(file, {
      event: { type: 'matter', matterId: id, step: matterId ? (over ? 'ended' : 'changed') : 'found' },
      subjectId: id,
      happenedAt,
      texts: note ? [{ kind: 'note', audience: 'handlers', text: note }] : [],
    })
  })

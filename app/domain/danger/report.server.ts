import { act, advance, type Sent } from '../dispute/advance.server'
import { newId } from '../id'
import type { CaseFile } from '../dispute/case-file.server'
import type { Words } from '../dispute/record.server'

export type Told = {
  signs: string[]
  /** Told whom, when, by whom; or why not yet. */
  toldWhom?: string
  toldAt?: Date
  toldBy?: string
  notYetWhy?: string
  happenedAt?: Date
  /** Its words stand in the log already, with the registration. */
  saidBefore?: boolean
}

const said = (text: string | undefined): Words[] => (text ? [{ kind: 'note', audience: 'handlers', text }] : [])

/** Within an act: a danger is written down; the dispute tops the desks of township and district until 已处置 (U7). */
export async function writeDanger(file: CaseFile, { happenedAt, saidBefore, ...told }: Told): Promise<void> {
  const id = newId()
  await file.tx.dangerReport.create({
    data: { ...told, id, disputeId: file.id, recordedById: file.actorId, recordedAt: file.now },
  })
  await file.tx.$executeRaw`update dispute set danger_since = coalesce(danger_since, ${file.now}),
    danger_signs = array(select distinct unnest(danger_signs || ${told.signs}::text[])) where id = ${file.id}::uuid`
  const step = told.toldWhom ? 'told' : 'notYet'
  await advance(file, {
    event: { type: 'danger', reportId: id, step },
    subjectId: id,
    happenedAt,
    texts: saidBefore ? [] : said(told.notYetWhy),
  })
}

/** 危险处置: told whom, when, by whom, or not yet and why. The system reports nobody by itself. */
export const reportDanger = (sent: Sent, told: Told) => act(sent, (file) => writeDanger(file, told))

/** 已处置: what was done; the dispute leaves the top of the desks. */
export const handleDanger = (sent: Sent, { text, happenedAt }: { text: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    const id = newId()
    await file.tx.dangerReport.create({
      data: {
        id,
        disputeId: file.id,
        signs: [],
        handledAt: happenedAt ?? file.now,
        handledById: file.actorId,
        handledText: text,
        recordedById: file.actorId,
        recordedAt: file.now,
      },
    })
    await file.tx.$executeRaw`update dispute set danger_since = null where id = ${file.id}::uuid`
    await advance(file, { event: { type: 'danger', reportId: id, step: 'handled' }, subjectId: id, happenedAt, texts: said(text) })
  })

import { endAlarm } from '../alarm/end.server'
import { raiseAlarm } from '../alarm/raise.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import { newId } from '../id'
import type { CaseFile } from '../dispute/case-file.server'
import type { Words } from '../dispute/record.server'
import type { ReportOrgan } from '../words/danger-signs'
import { demandReporter } from './named.server'
import { firstReminder } from './reminding'

export type Told = {
  signs: string[]
  /** Told whom, when, by whom, and what came back (People's Mediation Law 25); or why not yet. */
  toldWhom?: string
  toldAt?: Date
  toldBy?: string
  organ?: ReportOrgan
  receipt?: string
  notYetWhy?: string
  /** Who is to report: whoever writes it down, unless somebody else is named. */
  namedId?: string
  happenedAt?: Date
  /** Its words stand in the log already, with the registration. */
  saidBefore?: boolean
}

const said = (text: string | undefined): Words[] => (text ? [{ kind: 'note', audience: 'handlers', text }] : [])

/** A receipt (回执) for what was reported comes within so many days. */
const receiptDays = 7

/**
 * Within an act: a danger is written down, an alarm raised; the dispute tops the desks of township and district until 已处置 (U7).
 * Where nobody was told yet, the named person is reminded until somebody was. A receipt that comes after its report, with no sign, is no new danger.
 */
export async function writeDanger(file: CaseFile, { happenedAt, saidBefore, ...told }: Told): Promise<void> {
  const { tx, now } = file
  const id = newId()
  const namedId = told.namedId ?? file.actorId
  if (told.namedId && told.namedId !== file.actorId) await demandReporter(tx, file.id, told.namedId, now)
  const remindAt = told.toldWhom || !namedId ? null : firstReminder(now)
  const toldAt = told.toldWhom ? (told.toldAt ?? happenedAt ?? now) : null
  const [row] = await tx.$queryRaw<{ added: boolean }[]>`
    with waiting as (
      select ${Boolean(told.receipt) && told.signs.length === 0} and exists (select 1 from danger_report r where r.dispute_id = ${file.id}::uuid and r.told_at is not null
        and r.receipt is null and r.recorded_at > ${new Date(now.getTime() - receiptDays * 86_400_000)}) as added
    ), reported as (
      update danger_report set remind_at = null where dispute_id = ${file.id}::uuid and remind_at is not null and ${Boolean(told.toldWhom)}
    ), written as (
      insert into danger_report (id, dispute_id, signs, told_whom, told_at, told_by, organ, receipt, named_id, remind_at, not_yet_why, recorded_by_id, recorded_at)
      values (${id}::uuid, ${file.id}::uuid, ${told.signs}::text[], ${told.toldWhom ?? null}, ${toldAt}, ${told.toldBy ?? null}, ${told.organ ?? null},
        ${told.receipt ?? null}, ${namedId}::uuid, ${remindAt}, ${told.notYetWhy ?? null}, ${file.actorId}::uuid, ${now})
    )
    update dispute set danger_since = case when waiting.added then danger_since else coalesce(danger_since, ${now}) end,
      danger_signs = array(select distinct unnest(danger_signs || ${told.signs}::text[])) from waiting where id = ${file.id}::uuid returning waiting.added`
  const step = told.toldWhom ? 'told' : 'notYet'
  await advance(file, {
    event: { type: 'danger', reportId: id, step },
    subjectId: id,
    happenedAt,
    texts: saidBefore ? [] : said(told.notYetWhy),
  })
  if (!row?.added) await raiseAlarm(file, 'danger')
}

/** 危险处置: told whom, when, by whom, or not yet and why. The system reports nobody by itself. */
export const reportDanger = (sent: Sent, told: Told) => act(sent, (file) => writeDanger(file, told))

export type Handled = { text: string; happenedAt?: Date | undefined }

/** Within an act: what was done about the danger. It leaves the top of the desks, and nobody is reminded any more. */
export async function writeHandled(file: CaseFile, { text, happenedAt }: Handled): Promise<void> {
  const { tx, now } = file
  const id = newId()
  await tx.$executeRaw`
    with settled as (
      update danger_report set remind_at = null where dispute_id = ${file.id}::uuid and remind_at is not null
    ), written as (
      insert into danger_report (id, dispute_id, signs, handled_at, handled_by_id, handled_text, recorded_by_id, recorded_at)
      values (${id}::uuid, ${file.id}::uuid, '{}', ${happenedAt ?? now}, ${file.actorId}::uuid, ${text}, ${file.actorId}::uuid, ${now})
    )
    update dispute set danger_since = null where id = ${file.id}::uuid`
  await advance(file, { event: { type: 'danger', reportId: id, step: 'handled' }, subjectId: id, happenedAt, texts: said(text) })
}

/** 已处置: what was done; the alarm that rings for it ends with it. */
export const handleDanger = (sent: Sent, handled: Handled) =>
  act(sent, async (file) => {
    await writeHandled(file, handled)
    await endAlarm(file, 'handle')
  })

import { read } from '#app/db/client.server'
import { languageWordsOf } from '../body/list.server'
import { dayIn } from '../calendar/days'
import { refuseAsked } from '../conflict/refuse.server'
import type { CaseFile } from '../dispute/case-file.server'
import { isId } from '../id'
import { wrong } from '../refusal'
import { advising, registrantKinds, type RegistrantKind } from '../words/roll'
import { countConsultation } from './records.server'

type Row = { id: string; name: string; kind: RegistrantKind; village: string; languages: string[]; away: boolean }

/** 法律明白人 and advisers whom a dispute can call on: of its township, a group a village, with what they speak. One statement. */
export async function advisersNear(townshipId: string, now: Date) {
  const today = dayIn(now)
  const rows = await read<
    Row[]
  >`select r.id, r.name, r.kind, o.name as village, r.languages, (exists (select 1 from absence x where x.registrant_id = r.id
      and x.cancelled_at is null and x.from_day <= ${today}::date and x.to_day >= ${today}::date)) as away
    from registrant r join area o on o.id = r.area_id where r.kind = any(${[...advising]}::text[]) and (r.valid_to is null or r.valid_to >= ${today}::date)
      and o.path like ${`%/${townshipId}/%`} order by o.code nulls last, o.name, r.kind, r.sound_key, r.id limit 400`
  const villages = [...new Set(rows.map(({ village }) => village))]
  const words = ({ name, kind, languages, away }: Row) =>
    `${name}（${[registrantKinds[kind].label, languages.length ? `会${languageWordsOf(languages)}` : '', away ? '今天请假' : ''].filter(Boolean).join('，')}）`
  return villages.map((label) => ({
    label,
    options: rows.filter(({ village }) => village === label).map((row) => ({ value: row.id, label: words(row) })),
  }))
}

/** Whom a request calls on, as its row names them; tied to a party they are refused as a mediator would be. Throws Refusal beside `registrantId`. */
export async function adviserToAsk(file: CaseFile, registrantId: string) {
  const where = { id: registrantId, kind: { in: [...advising] }, validTo: null }
  const one = isId(registrantId) ? await file.tx.registrant.findFirst({ where, select: { id: true, name: true } }) : null
  if (!one) throw wrong('registrantId', '名册里没有这个法律明白人或者法律顾问，请从名单里选')
  await refuseAsked(file, one.id)
  return { outsideName: one.name, registrantId: one.id, kind: 'adviser' as const }
}

/** An adviser's answer to a request is one consultation: that it was, not what was said; the words stay in the dispute. */
export async function countAnswered(file: CaseFile, { registrantId }: { registrantId: string | null }, at: Date): Promise<void> {
  if (!registrantId) return
  const row = { registrantId, disputeId: file.id, heldOn: dayIn(at), people: 1, line: null, by: file.actorId }
  await countConsultation(file.tx, row, file.now)
}

import { agreementMachine, type AgreementStatus } from '#machines/agreement.machine'
import type { Effect } from '#machines/effects'
import { step } from '#machines/step'
import { Prisma, type Tx } from '#app/db/client.server'
import type { CaseFile } from '../dispute/case-file.server'
import { dateOf, dayIn, yearOf } from '../calendar/days'
import type { LedgerMove } from '../deadline/ledger'
import { endSight } from '../dispute/sight-rows.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { rulesOf } from '../types/type-rules'
import { owing } from './owed.server'
import type { Term } from './terms'

export type AgreementForm = 'oral' | 'written'
export type Draft = {
  kind: 'whole' | 'partial' | 'amendment' | 'onSpot' | 'outcome'
  form: AgreementForm
  terms: Term[]
  at: Date
  part?: { who: string; count: number | null; left: number | null }
  /** On the spot: a registered mediator of a committee settled it (U6). */
  mediated?: boolean
  /** Why it is oral although the law asks for paper (U20). */
  oralWhy?: string
}

/**
 * Which rule puts it in force: between the parties alone where nobody of a committee mediated; the parties' signatures
 * where a court entrusted it (特邀调解规定24); parties, mediator and seal elsewhere (People's Mediation Law 29, 30).
 */
function effectRule({ dispute }: CaseFile, draft: Draft): string {
  if (draft.kind === 'outcome') return 'official'
  if (draft.kind === 'onSpot' && !draft.mediated) return 'parties'
  if (draft.form === 'oral') return 'oral'
  return dispute.source === 'court' ? 'entrusted' : 'mediation'
}

/** Whether anything binding is left to be done, as the rows stand now. */
export async function owingNow(tx: Tx, disputeId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ owing: boolean }]>`select ${owing(Prisma.sql`${disputeId}::uuid`)} as owing`
  return row.owing
}

const mustBeWritten = ({ dispute }: CaseFile) => rulesOf(dispute.typeCode, dispute.subtypeCode).writtenRequired

/** What is owed once a list binds: nothing of it has been performed yet, and a standing duty holds up nothing. A part adds to the rest. */
const owedWith = (file: CaseFile, kind: string, terms: { standing: boolean }[]): boolean =>
  terms.some(({ standing }) => !standing) || (kind === 'partial' && file.facts.owing)

/** The courts that were asked about the old list keep their own part; `fallen` are those applications. */
const unasked = (disputeId: string, at: Date) =>
  endSight(
    disputeId,
    Prisma.sql`s.why = 'confirmation' and s.subject_id in (select court_id from fallen) and not exists (
      select 1 from confirmation c where c.dispute_id = s.dispute_id and c.court_id = s.subject_id and c.status = 'applied' and c.id not in (select id from fallen))`,
    at,
  )

const ended = (stopped: { id: string }[], at: Date) =>
  stopped.map(({ id }): LedgerMove => ({ does: 'stop', id, why: 'replaced', at: at.toISOString() }))

/** Puts a new list in the place of the old one: its time for confirmation ends, and what a court was asked about it falls away. A part replaces nothing. */
async function replaceOthers(file: CaseFile, agreementId: string, at: Date) {
  const of = file.id
  const stopped = await file.tx.$queryRaw<{ id: string }[]>`with replaced as (
      update agreement set status = 'replaced' where dispute_id = ${of}::uuid and id <> ${agreementId}::uuid and status in ('inForce', 'contested') returning id
    ), fallen as (
      update confirmation set status = 'withdrawn', ended_at = ${at} where status = 'applied' and agreement_id in (select id from replaced) returning id, court_id
    ), unasked as (${unasked(of, at)})
    update deadline set stopped_at = ${at}, stopped_why = 'replaced' where stopped_at is null and period = 'confirmation' and subject_id in (select id from replaced) returning id`
  file.ledger.push(...ended(stopped, at))
  file.dispute.deadlines = file.dispute.deadlines.filter(({ period }) => period !== 'confirmation')
}

/**
 * Writes an agreement with its terms: oral and official ones are in force at once, a written one waits for its
 * signatures. Answers what the dispute's event must say. Throws Refusal where the law asks for paper and none was made.
 */
export async function writeAgreement(file: CaseFile, draft: Draft): Promise<{ id: string; owing: boolean; effects: Effect[] }> {
  const { tx } = file
  const id = newId()
  const rule = effectRule(file, draft)
  const paper = mustBeWritten(file)
  const waits = draft.form === 'written' && rule !== 'official'
  if (draft.form === 'oral' && rule !== 'official' && paper && !draft.oralWhy)
    throw wrong('oralWhy', `${paper.say}一定要口头的，请写明原因`)
  const early = draft.terms.findIndex((term) => term.dueDay && term.dueDay < dayIn(draft.at))
  if (early >= 0) throw wrong(`terms[${early}].dueDay`, '到期日早于达成协议的日子')
  const confirmable = waits && rule !== 'parties'
  const now = step(agreementMachine, 'drafted', { confirmable }, { type: 'enterForce' })
  if (!now) throw new Refusal('notNow')
  const status: AgreementStatus = waits ? 'drafted' : now.status
  const { kind, form, terms, part } = draft
  // A whole list takes the place of what nobody has signed yet; the paper of a part waits beside other parts.
  if (kind !== 'partial' && file.facts.paper)
    await tx.agreement.updateMany({ where: { disputeId: file.id, status: 'drafted' }, data: { status: 'dropped' } })
  await tx.agreement.create({
    data: {
      id,
      disputeId: file.id,
      legId: file.leg?.id ?? null,
      status,
      kind,
      form,
      effectRule: rule,
      madeAt: draft.at,
      effectiveAt: waits ? null : draft.at,
      confirmable,
      partWho: part?.who,
      partCount: part?.count,
      partLeft: part?.left,
      reason: draft.oralWhy,
    },
  })
  if (terms.length)
    await tx.obligation.createMany({
      data: terms.map(({ dueDay, ...term }, position) => ({
        ...term,
        id: newId(),
        agreementId: id,
        position,
        dueDay: dueDay ? dateOf(dueDay) : null,
      })),
    })
  if (waits) return { id, owing: file.facts.owing, effects: [] }
  if (kind !== 'partial') await replaceOthers(file, id, draft.at)
  return { id, owing: owedWith(file, kind, terms), effects: now.effects }
}

type Paper = { id: string; kind: string; confirmable: boolean; obligations: { standing: boolean }[] }

/**
 * A drafted agreement enters into force and gets its 协议书编号, per committee and year without gaps; its list takes the
 * place of the old one, unless it is a part. One statement.
 */
export async function enterForce(file: CaseFile, paper: Paper, effectiveAt: Date) {
  const next = step(agreementMachine, 'drafted', { confirmable: paper.confirmable }, { type: 'enterForce' })
  if (!next) throw new Refusal('notNow')
  const committee = file.leg?.sealBodyId ?? null
  const year = yearOf(dayIn(effectiveAt))
  const part = paper.kind === 'partial'
  const stopped = await file.tx.$queryRaw<{ id: string }[]>`with next as (
      insert into counter (body_id, year, kind, value) select ${committee}::uuid, ${year}, 'agreement', 1 where ${committee}::uuid is not null
      on conflict (body_id, year, kind) do update set value = counter.value + 1 returning value
    ), fixed as (
      update agreement set status = ${next.status}::"AgreementStatus", effective_at = ${effectiveAt}, number = (
        select '（' || ${String(year)} || '）' || coalesce(b.short_number, b.name) || '人调协字第' || next.value || '号' from next, body b where b.id = ${committee}::uuid)
      where id = ${paper.id}::uuid
    ), replaced as (
      update agreement set status = 'replaced' where not ${part} and dispute_id = ${file.id}::uuid and id <> ${paper.id}::uuid and status in ('inForce', 'contested') returning id
    ), fallen as (
      update confirmation set status = 'withdrawn', ended_at = ${effectiveAt} where status = 'applied' and agreement_id in (select id from replaced) returning id, court_id
    ), unasked as (${unasked(file.id, effectiveAt)})
    update deadline set stopped_at = ${effectiveAt}, stopped_why = 'replaced' where stopped_at is null and period = 'confirmation' and subject_id in (select id from replaced) returning id`
  file.ledger.push(...ended(stopped, effectiveAt))
  if (!part) file.dispute.deadlines = file.dispute.deadlines.filter(({ period }) => period !== 'confirmation')
  return { owing: owedWith(file, paper.kind, paper.obligations), effects: next.effects }
}

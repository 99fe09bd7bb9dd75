import type { CaseFile } from '../dispute/case-file.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import { dayIn, instantOf, yearOf, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { enterForce } from './write.server'

/** One signature, seal or fingerprint on the paper, with its own date. */
export type Signed = {
  kind: 'party' | 'mediator' | 'seal'
  partyId?: string
  accountId?: string
  /** Who put the name to it: the party, its agent or guardian; the keeper of the seal. */
  name: string
  how: 'signature' | 'seal' | 'fingerprint'
  signedOn: LegalDay
}

type Paper = { id: string; kind: string; confirmable: boolean; effectRule: string; madeAt: Date; signatures: { kind: string; partyId: string | null; signedOn: Date }[] }

/** What is still missing on a paper, in words, by the rule of its source; empty when it can enter into force. */
export function missingOn(rule: string, signatures: { kind: string; partyId: string | null }[], parties: { id: string; name: string }[]): string[] {
  const has = (kind: string) => signatures.some((one) => one.kind === kind)
  const unsigned = parties.filter(({ id }) => !signatures.some((one) => one.kind === 'party' && one.partyId === id)).map(({ name }) => `${name}的签名`)
  if (rule !== 'mediation') return unsigned
  return [...unsigned, ...(has('mediator') ? [] : ['调解员的签名']), ...(has('seal') ? [] : ['调委会的印章'])]
}

const paperOf = async ({ tx, id }: CaseFile): Promise<Paper> => {
  const paper = await tx.agreement.findFirst({ where: { disputeId: id, status: 'drafted' }, include: { signatures: true }, orderBy: { id: 'asc' } })
  if (!paper) throw new Refusal('notNow', '没有等待签字的协议')
  return paper
}

/** 协议书编号, per committee and year without gaps, given when the paper is fixed. */
async function number(file: CaseFile, agreementId: string, at: Date) {
  const committee = file.leg?.sealBodyId
  if (!committee) return
  const year = yearOf(dayIn(at))
  await file.tx.$executeRaw`with next as (
      insert into counter (body_id, year, kind, value) values (${committee}::uuid, ${year}, 'agreement', 1)
      on conflict (body_id, year, kind) do update set value = counter.value + 1 returning value)
    update agreement a set number = '（' || ${String(year)} || '）' || coalesce(b.short_number, b.name) || '人调协字第' || next.value || '号'
    from next, body b where a.id = ${agreementId}::uuid and b.id = ${committee}::uuid`
}

/**
 * 签字盖章: writes down the signatures that are there; when none is missing by the rule of its source, the agreement is
 * in force from the last of them (law.md 1a, 14.3; U21). Answers what is still missing.
 */
export const sign = (sent: Sent, signed: Signed[], happenedAt?: Date) =>
  act(sent, async (file) => {
    const paper = await paperOf(file)
    const at = happenedAt ?? file.now
    const made = dayIn(paper.madeAt)
    const wrongDay = signed.findIndex(({ signedOn }) => signedOn < made || signedOn > dayIn(file.now))
    if (wrongDay >= 0) throw wrong(`signatures[${wrongDay}].signedOn`, '签字日期要在达成协议以后、今天以前')
    const rows = signed.map(({ signedOn, ...one }) => ({
      ...one, id: newId(), agreementId: paper.id, signedOn: new Date(`${signedOn}T00:00:00Z`), recordedById: file.actorId, recordedAt: file.now,
      bodyId: one.kind === 'seal' ? (file.leg?.sealBodyId ?? null) : null,
    }))
    if (rows.length) await file.tx.signature.createMany({ data: rows })
    const parties = await file.tx.party.findMany({ where: { disputeId: file.id, leftAt: null, side: { in: ['applicant', 'respondent'] } }, select: { id: true, name: true } })
    const all = [...paper.signatures, ...rows.map(({ kind, partyId, signedOn }) => ({ kind, partyId: partyId ?? null, signedOn }))]
    const missing = missingOn(paper.effectRule, all, parties)
    if (missing.length) return missing
    const last = all.map(({ signedOn }) => signedOn.toISOString().slice(0, 10)).sort().at(-1)
    const effectiveAt = last === undefined || last === dayIn(at) ? at : instantOf(last)
    const { owing, effects } = await enterForce(file, paper, effectiveAt)
    await number(file, paper.id, effectiveAt)
    await advance(file, { event: { type: 'sign', agreementId: paper.id, owing }, subjectId: paper.id, happenedAt: at, effects })
    return []
  })

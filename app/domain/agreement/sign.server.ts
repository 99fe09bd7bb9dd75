import type { CaseFile } from '../dispute/case-file.server'
import { mayDo } from '../dispute/permissions'
import { act, advance, type Sent } from '../dispute/advance.server'
import { dateOf, dayIn, instantOf, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import type { Representative } from '../words/parties'
import { Refusal, wrong } from '../refusal'
import { standOf, type SigningParty } from './signers'
import { enterForce } from './write.server'

/** Who read it out and in which language, who interpreted, who witnessed: they stand on the paper (U17). */
export type Reading = {
  readBy?: string | undefined
  readLanguage?: string | undefined
  interpreter?: string | undefined
  witness?: string | undefined
}

/** One signature, seal or fingerprint on the paper, with its own date. */
export type Signed = {
  kind: 'party' | 'mediator' | 'seal'
  partyId?: string
  accountId?: string
  /** Who put the name to it: the party, its agent or guardian; the keeper of the seal. */
  name: string
  /** Who that is to the party, where nobody of the file has this name. */
  as?: Representative
  /** A 授权委托书 or 推选书 that lets them settle is in the file. */
  authority?: boolean
  how: 'signature' | 'seal' | 'fingerprint'
  signedOn: LegalDay
}

const signers = {
  where: { leftAt: null, side: { in: ['applicant', 'respondent'] } },
  select: {
    id: true,
    side: true,
    name: true,
    kind: true,
    minor: true,
    phoneHash: true,
    helpers: { select: { id: true, role: true, name: true, phoneHash: true, maySettle: true } },
  },
}

/** What is still missing on a paper, in words, by the rule of its source; empty when it can enter into force. */
export function missingOn(
  rule: string,
  signatures: { kind: string; partyId: string | null }[],
  parties: { id: string; name: string }[],
): string[] {
  const has = (kind: string) => signatures.some((one) => one.kind === kind)
  const unsigned = parties
    .filter(({ id }) => !signatures.some((one) => one.kind === 'party' && one.partyId === id))
    .map(({ name }) => `${name}的签名`)
  if (rule !== 'mediation') return unsigned
  return [...unsigned, ...(has('mediator') ? [] : ['调解员的签名']), ...(has('seal') ? [] : ['调委会的印章'])]
}

/** The paper that waits, with who must sign it; the oldest where a part and the rest wait together. */
async function paperOf({ tx, id }: CaseFile) {
  const include = { signatures: true, obligations: { select: { standing: true } }, dispute: { select: { parties: signers } } }
  const [paper, ...others] = await tx.agreement.findMany({ where: { disputeId: id, status: 'drafted' }, include, orderBy: { id: 'asc' } })
  if (!paper) throw new Refusal('notNow', '没有等待签字的协议')
  return { ...paper, waits: others.length > 0 }
}

/** Names that stand under the paper already, or twice in one form, are not written again. */
const keyOf = ({ kind, partyId, name }: { kind: string; partyId?: string | null; name: string }) => `${kind} ${partyId ?? ''} ${name}`
function fresh(signed: Signed[], before: { kind: string; partyId: string | null; name: string }[]): Signed[] {
  const known = new Set(before.map(keyOf))
  return signed.filter((one) => !known.has(keyOf(one)) && known.add(keyOf(one)))
}

/** Refuses, beside its line, a name that does not count for its party (U14); keeps who turned up and which papers they brought. */
async function takeSigners({ tx, actorId, now }: CaseFile, signed: Signed[], lines: Signed[], parties: SigningParty[]) {
  for (const one of signed) {
    const party = one.kind === 'party' ? parties.find(({ id }) => id === one.partyId) : undefined
    if (!party) continue
    const stand = standOf(party, one, parties)
    if ('refused' in stand) throw wrong(`signatures[${lines.indexOf(one)}].name`, stand.refused)
    const paper = stand.maySettle ? { maySettle: true, paperSeenAt: now, paperSeenById: actorId } : {}
    if (stand.helperId && stand.maySettle) await tx.partyHelper.update({ where: { id: stand.helperId }, data: paper })
    const { role, name } = stand
    if (role && name) await tx.partyHelper.create({ data: { id: newId(), partyId: party.id, role, name, ...paper } })
  }
}

const later = (one: Date, other: Date) => (one > other ? one : other)

/**
 * 签字盖章: writes down the signatures that are there; when none is missing by the rule of its source, the agreement is
 * in force from the last of them (law.md 1a, 14.3; U21). Answers what is still missing.
 */
export async function signWithin(file: CaseFile, signed: Signed[], happenedAt?: Date, reading?: Reading): Promise<string[]> {
  if (!mayDo(file.actor, 'sign', file.handling)) throw new Refusal('forbidden')
  const paper = await paperOf(file)
  const at = happenedAt ?? file.now
  const made = dayIn(paper.madeAt)
  const wrongDay = signed.findIndex(({ signedOn }) => signedOn < made || signedOn > dayIn(file.now))
  if (wrongDay >= 0) throw wrong(`signatures[${wrongDay}].signedOn`, '签字日期要在达成协议以后、今天以前')
  const stranger = signed.findIndex(({ partyId }) => partyId && !paper.dispute.parties.some(({ id }) => id === partyId))
  if (stranger >= 0) throw wrong(`signatures[${stranger}].partyId`, '这个人不是本纠纷的当事人')
  const added = fresh(signed, paper.signatures)
  await takeSigners(file, added, signed, paper.dispute.parties)
  const rows = added.map(({ kind, partyId, accountId, name, how, signedOn }) => ({
    kind,
    partyId,
    accountId,
    name,
    how,
    id: newId(),
    agreementId: paper.id,
    signedOn: dateOf(signedOn),
    recordedById: file.actorId,
    recordedAt: file.now,
    bodyId: kind === 'seal' ? (file.leg?.sealBodyId ?? null) : null,
  }))
  if (rows.length) await file.tx.signature.createMany({ data: rows })
  if (reading) await file.tx.agreement.update({ where: { id: paper.id }, data: reading })
  const all = [...paper.signatures, ...rows.map(({ kind, partyId, signedOn }) => ({ kind, partyId: partyId ?? null, signedOn }))]
  const missing = missingOn(paper.effectRule, all, paper.dispute.parties)
  if (missing.length) return missing
  const last = all
    .map(({ signedOn }) => signedOn.toISOString().slice(0, 10))
    .sort()
    .at(-1)
  const effectiveAt = last === undefined || last === dayIn(at) ? at : later(instantOf(last), paper.madeAt)
  const { owing, effects } = await enterForce(file, paper, effectiveAt)
  await advance(file, {
    event: { type: 'sign', agreementId: paper.id, owing, ...(paper.waits && { waits: true }) },
    subjectId: paper.id,
    happenedAt: effectiveAt,
    effects,
  })
  return []
}
export const sign = (sent: Sent, signed: Signed[], happenedAt?: Date, reading?: Reading) =>
  act(sent, (file) => signWithin(file, signed, happenedAt, reading))

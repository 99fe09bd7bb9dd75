import { tiedToMediator } from '../conflict/leg.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { decrypt, encrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { addressHash, phoneHash } from '../privacy/hash.server'
import { Refusal, wrong } from '../refusal'
import { indexDispute } from '../search/index-dispute.server'
import { soundKey } from '../search/tokens'
import type { partyKinds, Representative, sides } from '../words/parties'

/** Where a party is to be reached, and what is kept from the others (U13); what is left out stays as it was. */
export type Reach = {
  phone?: string | undefined
  addressText?: string | undefined
  /** 工作单位: only to find a tie to a mediator (U15). */
  employer?: string | undefined
  minor?: boolean | undefined
  noSms?: boolean | undefined
  /** Null empties it. */
  safeContact?: string | null | undefined
  hidden?: boolean | undefined
}

/** Somebody who stands for a party; the paper was handed in and lets them settle (U14). */
export type Helper = { role: Representative; name: string; relation?: string | undefined; phone?: string | undefined; maySettle: boolean }

export type Change =
  | ({ step: 'joined'; side: keyof typeof sides; kind: keyof typeof partyKinds; name: string; helper?: Helper | undefined } & Reach)
  | ({ step: 'changed'; partyId: string; name?: string; helper?: Helper | undefined } & Reach)
  | { step: 'left'; partyId: string; name?: string }

function sealed({ dispute, id: disputeId }: CaseFile, table: 'party' | 'party_helper', rowId: string, phone: string | undefined) {
  if (!phone) return {}
  const cipher = encrypt(phone, openDataKey(dispute.dataKey, disputeId), { table, column: 'phone_cipher', rowId })
  return { phoneCipher: cipher, phoneHash: phoneHash(phone) }
}

async function addHelper(file: CaseFile, partyId: string, helper: Helper | undefined, at: Date) {
  if (!helper) return
  const id = newId()
  const { phone, role, name, relation, maySettle } = helper
  const paper = maySettle ? { maySettle, paperSeenAt: at, paperSeenById: file.actorId } : {}
  await file.tx.partyHelper.create({
    data: { id, partyId, role, name, relation: relation ?? null, ...paper, ...sealed(file, 'party_helper', id, phone) },
  })
}

const reachOf = ({ phone: _phone, ...plain }: Reach): Omit<Reach, 'phone'> => {
  const { addressText, employer, minor, noSms, safeContact, hidden } = plain
  return { addressText, employer, minor, noSms, safeContact, hidden }
}

/** The household is found again by the whole address: what is typed now, with the door that was kept. */
async function household({ tx, dispute, id: disputeId }: CaseFile, id: string, { addressText }: Reach) {
  if (!addressText) return {}
  const was = await tx.party.findUnique({ where: { id }, select: { doorCipher: true } })
  const key = openDataKey(dispute.dataKey, disputeId)
  const door = was?.doorCipher ? decrypt(was.doorCipher, key, { table: 'party', column: 'door_cipher', rowId: id }) : ''
  return { addressHash: addressHash(`${addressText}${door}`) }
}

async function write(file: CaseFile, id: string, change: Change, at: Date) {
  const { tx, id: disputeId } = file
  if (change.step === 'left') {
    const stays = await tx.party.count({ where: { disputeId, leftAt: null, id: { not: id }, side: { in: ['applicant', 'respondent'] } } })
    if (!stays) throw wrong('partyId', '最后一位当事人不能退出；整件不再调解的，由申请人“撤回申请”')
    return tx.party.updateMany({ where: { id, disputeId, leftAt: null }, data: { leftAt: at } })
  }
  const own = { ...reachOf(change), ...sealed(file, 'party', id, change.phone), ...(await household(file, id, change)) }
  if (change.step === 'changed') {
    const named = change.name ? { name: change.name, soundKey: soundKey(change.name) } : {}
    return tx.party.updateMany({ where: { id, disputeId, leftAt: null }, data: { ...own, ...named } })
  }
  const { side, kind, name } = change
  const ordinal = (await tx.party.count({ where: { disputeId } })) + 1
  await tx.party.create({ data: { ...own, id, disputeId, ordinal, side, kind, name, soundKey: soundKey(name), joinedAt: at } })
  return { count: 1 }
}

/**
 * 当事人追加、变更、退出, dated, in any live state; whoever comes to stand for a party (U14). One of many who leaves does not
 * withdraw the dispute. Throws Refusal notFound, or invalid where the last one would leave.
 */
export const changeParty = (sent: Sent, change: Change, { why, happenedAt }: { why: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    const at = happenedAt ?? file.now
    const id = change.step === 'joined' ? newId() : change.partyId
    const { count } = await write(file, id, change, at)
    if (!count) throw new Refusal('notFound')
    if (change.step !== 'left') await addHelper(file, id, change.helper, at)
    await indexDispute(file.tx, file.id)
    const bars = change.step !== 'left' && (await tiedToMediator(file))
    await advance(file, {
      event: { type: 'partyChange', partyId: id, step: change.step, ...(bars && { bars }) },
      subjectId: id,
      happenedAt,
      texts: [{ kind: 'why', audience: 'path', text: why }],
    })
  })

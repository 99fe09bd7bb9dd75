import { db } from '#app/db/client.server'
import { readTable, writeTable } from '#app/services/xlsx.server'
import type { Person } from '../actor'
import { dayIn } from '../calendar/days'
import { act, advance, type Sent } from '../dispute/advance.server'
import { mayDo } from '../dispute/permissions'
import { openDispute } from '../dispute/read.server'
import { newId } from '../id'
import { encrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { identityHash, phoneHash } from '../privacy/hash.server'
import { Refusal, wrong } from '../refusal'
import { indexDispute } from '../search/index-dispute.server'
import { finishSheet, keepSheet, openSheet, type Answered, type Sheet } from '../table/sheet.server'
import { answerRows, mostMembers, rosterHeadings, type Member } from './rows'

/** An empty list to fill in, with one line that shows how; it is meant to be written over. */
export const rosterTemplate = () =>
  writeTable('名册', rosterHeadings, [['例：木某某（填好后删去这行）', '', '', '1200.00', '是', '推选代表']])

const example = /^例：/

/** The list of a dispute that may be imported: a party of many who is still in it. Throws Refusal: notFound, forbidden. */
export async function openRoster(actor: Person, disputeId: string, partyId: string, now = new Date()) {
  const dispute = await openDispute(actor, disputeId, now)
  const party = await db.party.findFirst({
    where: { id: partyId, disputeId, kind: 'roster', leftAt: null },
    select: { id: true, name: true },
  })
  if (!party) throw new Refusal('notFound', '没有这份名册')
  if (!mayDo(actor, 'roster', dispute.handling)) throw new Refusal('forbidden', '名册由登记的人或者现在经办的人导入')
  const there = await db.rosterMember.count({ where: { partyId } })
  return { dispute, party, there }
}

/** Reads a list that was sent in and keeps it with an answer for each row; nothing counts yet. Answers the sheet's id. Throws Refusal. */
export async function sendRoster(actor: Person, disputeId: string, partyId: string, bytes: Uint8Array, now = new Date()): Promise<string> {
  await openRoster(actor, disputeId, partyId, now)
  const table = await readTable(bytes, { rows: mostMembers, needs: ['姓名'] })
  if ('problem' in table) throw wrong('table', table.problem)
  const rows = answerRows(
    table.rows.filter(({ cells }) => !example.test(cells['姓名'] ?? '')),
    dayIn(now),
  )
  if (!rows.length) throw wrong('table', '表里没有填人，请在表头下面填好再传')
  return keepSheet(actor, { kind: 'roster', subjectId: partyId, rows }, now)
}

export type RosterSheet = Sheet<Member>
export const openRosterSheet = (actor: Person, sheetId: string, partyId: string) => openSheet<Member>(actor, sheetId, 'roster', partyId)

const counted = (rows: readonly Answered<Member>[]) => rows.filter(({ answer }) => answer.tone !== 'bad')

/**
 * Imports the good rows in the place of what the list had: members under the dispute's own key, their number and that of the
 * representatives on the party, found by name from now on, on the path for who handles it. The same sheet a second time
 * changes nothing. Throws Refusal: notFound, forbidden, stale, invalid.
 */
export async function importRoster(sent: Sent & { actor: Person }, partyId: string, sheetId: string): Promise<void> {
  const sheet = await openRosterSheet(sent.actor, sheetId, partyId)
  if (sheet.doneAt) return
  const people = counted(sheet.rows).map(({ value }) => value)
  if (!people.length) throw new Refusal('invalid', '没有一行可以导入，请改好表格重新上传')
  await act(sent, async (file) => {
    if (!(await finishSheet(file.tx, sheet, file.now))) return
    const party = await file.tx.party.findFirst({ where: { id: partyId, disputeId: file.id, kind: 'roster', leftAt: null } })
    if (!party) throw new Refusal('notFound')
    const key = openDataKey(file.dispute.dataKey, file.id)
    const { count: before } = await file.tx.rosterMember.deleteMany({ where: { partyId } })
    const rows = people.map(({ name, idNumber, phone, fen, representative, note }, at) => {
      const id = newId()
      const secret = (column: string, text: string) => (text ? encrypt(text, key, { table: 'roster_member', column, rowId: id }) : null)
      return {
        id,
        partyId,
        disputeId: file.id,
        ordinal: at + 1,
        name,
        idCipher: secret('id_cipher', idNumber),
        idHash: idNumber ? identityHash(idNumber) : null,
        phoneCipher: secret('phone_cipher', phone),
        phoneHash: phone ? phoneHash(phone) : null,
        amountFen: fen ? BigInt(fen) : null,
        representative,
        note: note || null,
      }
    })
    await file.tx.rosterMember.createMany({ data: rows })
    const representatives = rows.filter(({ representative }) => representative).length
    await file.tx.party.update({
      where: { id: partyId },
      data: {
        rosterCount: rows.length,
        rosterUnit: party.rosterUnit ?? 'person',
        rosterEstimated: false,
        ...(representatives && { rosterRepresentatives: representatives }),
      },
    })
    await indexDispute(file.tx, file.id)
    const words = [
      `导入名册“${party.name}” ${rows.length} 人`,
      representatives && `推选代表 ${representatives} 人`,
      before && `换掉原来的 ${before} 人`,
    ]
    await advance(file, {
      event: { type: 'roster', partyId },
      subjectId: partyId,
      texts: [{ kind: 'note', audience: 'handlers', text: words.filter(Boolean).join('，') }],
    })
  })
}

import type { Actor } from '../actor'
import { raiseAlarm } from '../alarm/raise.server'
import type { Term } from '../agreement/terms'
import { newId } from '../id'
import { noteNoticed, type Noticed } from '../party/notice.server'
import { Refusal, wrong } from '../refusal'
import { isHigher } from '../risk/assess'
import { countRisk, writeRisk } from '../risk/change.server'
import { indexDispute } from '../search/index-dispute.server'
import type { RiskLevel } from '../words/danger-signs'
import { act, advance, type Sent } from './advance.server'
import { mayDo, type Handling } from './permissions'
import type { Words } from './record.server'
import type { CaseFile } from './case-file.server'
import { actWithPhotos } from '../file/act-with-photos.server'
import type { LinkKind } from '../words/links'
import type { Wish } from '../words/office'

/** Acts that are recorded in any state and move nothing. */

type Annotation = { note?: string; happenedAt?: Date }

const noted = (note: string | undefined, audience: Words['audience'] = 'handlers'): Words[] => [
  { kind: 'note', audience, text: note ?? '' },
]
const plain = (terms: Term[]) =>
  terms.map(({ amountFen, ...term }) => ({ ...term, ...(amountFen !== undefined && { amountFen: Number(amountFen) }) }))

export type Prior = Annotation & { what: string; by: string; onText?: string; force: string; kept?: string; terms?: Term[] }

/** 前情: an attempt or a paper from elsewhere, with its own force; it puts nothing in force here. */
export const filePrior = (sent: Sent, { note, happenedAt, terms, ...prior }: Prior) =>
  act(sent, async (file) => {
    const id = newId()
    await file.tx.prior.create({ data: { ...prior, id, disputeId: file.id, ...(terms && { terms: plain(terms) }) } })
    await advance(file, {
      event: { type: 'prior', priorId: id, what: prior.what, force: prior.force },
      subjectId: id,
      happenedAt,
      texts: noted(note, 'path'),
    })
  })

export type Roster = Annotation & {
  partyId?: string
  side: string
  name?: string
  count: number
  unit: 'person' | 'household'
  estimated?: boolean
  representatives?: number
}

/** 名册: one side is many. Persons and households are never added together; a party in the file becomes a list, or a new one is added. */
export const fileRoster = (sent: Sent, { note, happenedAt, partyId, side, name, ...roster }: Roster) =>
  act(sent, async (file) => {
    const data = {
      rosterCount: roster.count,
      rosterUnit: roster.unit,
      rosterEstimated: roster.estimated ?? false,
      rosterRepresentatives: roster.representatives,
    }
    const id = partyId ?? newId()
    if (partyId) {
      const { count } = await file.tx.party.updateMany({ where: { id: partyId, disputeId: file.id }, data })
      if (!count) throw new Refusal('notFound')
    } else {
      const ordinal = (await file.tx.party.count({ where: { disputeId: file.id } })) + 1
      await file.tx.party.create({
        data: {
          ...data,
          id,
          disputeId: file.id,
          ordinal,
          side,
          kind: 'roster',
          name: name ?? '名册',
          languages: [],
          joinedAt: happenedAt ?? file.now,
        },
      })
      await indexDispute(file.tx, file.id)
    }
    await advance(file, { event: { type: 'roster', partyId: id }, subjectId: id, happenedAt, texts: noted(note) })
  })

/** 风险等级: somebody's own word, above the rules or below them, with a reason, in any state, also after 办结. One that becomes red raises an alarm. */
export const setRisk = (sent: Sent, { level, why, happenedAt }: { level: RiskLevel; why: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    const { risk: before } = file.dispute
    await advance(file, { event: { type: 'risk', level }, happenedAt, texts: [{ kind: 'why', audience: 'handlers', text: why }] })
    const { counted, version } = await countRisk(file.tx, file.id, file.now)
    await writeRisk(file, { level, how: 'person', at: happenedAt ?? file.now, byId: file.actorId, counted, version })
    if (isHigher(level, before) && level === 'red') await raiseAlarm(file, 'red')
  })

export type Linked = { otherId?: string; otherText?: string; kind?: LinkKind; why: string; happenedAt?: Date }

/** 关联纠纷: related, split off or the same again; by its id, or in words where it is in no file of ours. */
export const linkDispute = (sent: Sent, { otherId, otherText, kind, why, happenedAt }: Linked) =>
  act(sent, async (file) => {
    const id = newId()
    await file.tx.disputeLink.create({ data: { id, disputeId: file.id, otherId, otherText, ...(kind && { kind }) } })
    await advance(file, {
      event: { type: 'link', linkId: id },
      subjectId: id,
      happenedAt,
      texts: [{ kind: 'why', audience: 'handlers', text: why }],
    })
  })

export type Added = Annotation & { wish?: Wish }

/** The note itself, within an act. Whoever has the case is told; of one that is ended, its keeper and the post that may reopen it. */
export const addNoteWithin = (file: CaseFile, { note, wish, happenedAt }: Added) => {
  const to = file.handling.desk === 'none' ? (['keeper', 'triage'] as const) : (['desk'] as const)
  return advance(file, {
    event: { type: 'note', ...(wish && { wish }) },
    subjectId: newId(),
    happenedAt,
    texts: noted(note),
    effects: to.map((audience) => ({ type: 'tell', to: audience })),
  })
}

/** As many files as one 补充情况 may bring along. */
export const mostOfNote = 6

/** 补充情况: by anybody who may handle the case, in any state, with photographs, papers and recordings (U27, U36). */
export const addNote = (sent: Sent, added: Added, photos: readonly Buffer[] = []) =>
  actWithPhotos(sent, photos, mostOfNote, (file) => addNoteWithin(file, added))

export type Answer = {
  partyId: string
  willing: 'willing' | 'unwilling' | 'undecided' | 'notAsked'
  how?: string
  /** Whom this side wishes to mediate (People's Mediation Law 19); null: nobody any more. */
  wishBodyId?: string | null
  happenedAt?: Date
}

/** Whoever registered it, has it on the desk or mediates it asks the sides; it is no event, so it has a rule beside the table. */
export const mayAskWilling = (actor: Actor, of: Handling): boolean => mayDo(actor, 'roster', of) || mayDo(actor, 'session', of)

/** Within an act: each answer is kept with its party. Throws Refusal notFound for a party of another dispute. */
export async function writeAnswers(file: CaseFile, answers: Answer[]): Promise<void> {
  for (const { partyId, willing, how, wishBodyId, happenedAt = file.now } of answers) {
    if (happenedAt > file.now) throw wrong('happenedAt', '发生时间不能晚于现在')
    const { count } = await file.tx.party.updateMany({
      where: { id: partyId, disputeId: file.id },
      data: { willing, willingHow: how, willingAt: happenedAt, willingById: file.actorId, ...(wishBodyId !== undefined && { wishBodyId }) },
    })
    if (!count) throw new Refusal('notFound')
  }
}

/** Each side's answer to mediation: who asked, how, when (U10). Kept with the party; it decides whether a people's body may accept. */
export const askWilling = (sent: Sent, answers: Answer[], noticed?: Noticed) =>
  act(sent, async (file) => {
    if (!mayAskWilling(file.actor, file.handling)) throw new Refusal('forbidden')
    await writeAnswers(file, answers)
    await noteNoticed(file.tx, file.id, noticed, answers[0]?.happenedAt ?? file.now)
  })

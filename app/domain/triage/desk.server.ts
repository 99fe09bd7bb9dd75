import type { DisputeEventType } from '#machines/dispute.events'
import { areasOf, type Person } from '../actor'
import { dayIn, formatShortDay, formatTime, type LegalDay } from '../calendar/days'
import { dueWords, type DueWords } from '../desk/due'
import { dangerWhy, periodWord, placeWord, unhandled, type Level } from '../desk/words'
import { isPossible, movesOf } from '../dispute/moves'
import { mayDo } from '../dispute/permissions'
import { openPage, type DisputePage } from '../dispute/show/open.server'
import { labelOf as stateOf } from '../dispute/words'
import { sameLines, type SameLine } from '../duplicates/registered.server'
import { elsewhereWords } from '../matter/elsewhere'
import { recommended } from '../recommend/recommended.server'
import { wordsOf, type CandidateWords } from '../recommend/words'
import { Refusal } from '../refusal'
import { typeLabel } from '../types/dispute-types'
import { intakeChannels } from '../words/sources'
import { languages as languageWords, partyKinds, rosterUnits, sides, willingness } from '../words/parties'
import { labelOf } from '../words/words'
import { historyOf, type HistoryLine } from './history'
import { queueOf, type Queue } from './queue.server'

export type PartyLine = { id: string; role: string; name: string; about: string; willing: { word: string; tone?: 'due' | 'done' } }

/** The dispute that is open on the triage desk, in words. */
export type TriageCase = {
  id: string
  title: string
  head: string
  risk: Level
  riskWhy?: string
  chips: string[]
  due?: DueWords
  facts: string
  parties: PartyLine[]
  consent: string
  links: SameLine[]
  history: HistoryLine[]
  state: string
  /** On this desk now, so that it may be offered. */
  here: boolean
  acts: { type: DisputeEventType; label: string; href: string }[]
  seen: number
}

export type TriageDesk = {
  queue: Queue
  dispute: TriageCase | null
  candidates: (CandidateWords & { elsewhere: ReturnType<typeof elsewhereWords> | null }) | null
}

const dayWord = (iso: string) => `${formatShortDay(dayIn(new Date(iso)))} ${formatTime(new Date(iso))}`

function partyLines({ parties }: DisputePage['rows']): PartyLine[] {
  return parties
    .filter(({ leftAt }) => !leftAt)
    .map((party) => {
      const side = Object.hasOwn(sides, party.side) ? labelOf(sides, party.side) : party.side
      const roster = party.rosterCount
        ? `${party.rosterEstimated ? '约 ' : ''}${party.rosterCount} ${labelOf(rosterUnits, party.rosterUnit ?? 'person')}`
        : null
      const helpers = party.helpers.map(({ name, relation }) => `${relation ?? '代理'} ${name}`)
      const about = [
        party.roleText,
        party.kind === 'person' ? null : labelOf(partyKinds, party.kind),
        roster,
        party.minor ? '未成年' : null,
        party.addressText,
        ...helpers,
      ]
      const tone = party.willing === 'unwilling' ? { tone: 'due' as const } : party.willing === 'willing' ? { tone: 'done' as const } : {}
      return {
        id: party.id,
        role: side,
        name: party.name,
        about: about.filter(Boolean).join('，'),
        willing: { word: labelOf(willingness, party.willing), ...tone },
      }
    })
}

const consentOf = (parties: PartyLine[]) => {
  const count = (word: string) => parties.filter(({ willing }) => willing.word === word).length
  if (!parties.length) return '还没有登记当事人'
  const words = Object.values(willingness).flatMap(({ label }) => (count(label) ? [`${label} ${count(label)}`] : []))
  return `${parties.length} 方：${words.join('，')}`
}

/** What the post may do beside offering, each with a form of its own. */
const others: readonly DisputeEventType[] = [
  'decline',
  'close',
  'escalate',
  'deescalate',
  'request',
  'ask',
  'settleOnSpot',
  'keptAfterAll',
  'transferOut',
  'withdraw',
  'risk',
  'link',
  'merge',
  'note',
]

function actsOf({ actor, dispute }: DisputePage) {
  const { handling, status, facts, id } = dispute
  return movesOf(actor, status, facts, handling)
    .filter(({ type, may }) => may && others.includes(type))
    .sort((a, b) => others.indexOf(a.type) - others.indexOf(b.type))
    .map(({ type, label }) => ({ type, label, href: `/disputes/${id}/do/${type}` }))
}

async function caseOf(page: DisputePage, today: LegalDay, now: Date): Promise<TriageCase> {
  const { actor, dispute, rows } = page
  const parties = partyLines(rows)
  const here = mayDo(actor, 'offer', dispute.handling) && isPossible('offer', dispute.status, dispute.facts)
  const same = await sameLines(actor, dispute.id, { seek: here, now })
  const due = [...dispute.deadlines]
    .filter(({ pausedSince, period }) => !pausedSince && period !== 'answer')
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0]
  const facts = rows.events.flatMap(({ texts }) => texts).filter(({ kind }) => kind === 'facts')
  const calm = dispute.risk === 'green' ? undefined : dangerWhy(rows.dangerSigns)
  const why = rows.dangerSince ? unhandled(rows.dangerSigns) : calm
  const people = [rows.peopleCount ? `${rows.peopleCount} 人` : '', rows.householdCount ? `${rows.householdCount} 户` : '']
    .filter(Boolean)
    .join('，')
  return {
    id: dispute.id,
    title: dispute.title,
    seen: dispute.version,
    risk: rows.dangerSince ? 'red' : dispute.risk,
    ...(why ? { riskWhy: why } : {}),
    head: [
      dispute.number,
      `登记于 ${dayWord(dispute.registeredAt)}`,
      labelOf(intakeChannels, rows.intake),
      `${rows.township}${rows.village === rows.township ? '' : placeWord(rows.village)}`,
    ].join('　'),
    chips: [
      typeLabel(dispute.typeCode, dispute.subtypeCode),
      ...(people ? [people] : []),
      ...rows.languages.filter((code) => code !== 'chinese').map((code) => `需要${labelOf(languageWords, code)}`),
      ...(rows.sealed ? ['不公开'] : []),
      ...(rows.leavesAt ? [`${dayWord(rows.leavesAt)}前离开`] : []),
      ...(rows.urgent ? ['急'] : []),
    ],
    ...(due ? { due: dueWords(due.lastDay, today, periodWord(due.period)) } : {}),
    facts: facts.map(({ text }) => text).join('\n'),
    parties,
    consent: consentOf(parties),
    links: [...rows.links.map(({ id, text }) => ({ id, words: text })), ...same],
    history: historyOf(rows),
    state: stateOf(dispute.status, rows.legs.find(({ endedAt }) => !endedAt) ?? null),
    here,
    acts: actsOf(page),
  }
}

/**
 * 分流台: the queue, the dispute chosen from it (the first where `first` and none was named), and who could take it. Throws
 * Refusal forbidden for who holds no such post, notFound for what may not be seen.
 */
export async function triageDesk(actor: Person, disputeId: string | null, now = new Date()): Promise<TriageDesk> {
  if (!areasOf(actor, 'triage').length) throw new Refusal('forbidden', '分流台由分流岗使用')
  const read = await queueOf(actor, disputeId, now)
  const id = disputeId ?? read.rows[0]?.id ?? null
  const queue = { ...read, rows: read.rows.map((row) => (row.id === id ? { ...row, current: true } : row)) }
  if (!id) return { queue, dispute: null, candidates: null }
  const page = await openPage(actor, id, now)
  const { rows } = page
  const shown = await caseOf(page, dayIn(now), now)
  const asks = shown.here && !rows.elsewhereAskedAt && !rows.matters.length
  const found = shown.here ? await recommended(id, { now }) : null
  const partyName = (partyId: string) => rows.parties.find((party) => party.id === partyId)?.name ?? '有一方'
  return { queue, dispute: shown, candidates: found && { ...wordsOf(found, partyName), elsewhere: asks ? elsewhereWords() : null } }
}

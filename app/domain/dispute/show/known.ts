import { periods } from '#machines/periods'
import { ruleAt } from '../../calendar/find-rule'
import type { RuleBook } from '../../calendar/rule-book.server'
import type { Known } from '../history'
import { matterKinds } from '../../words/office'
import { rosterUnits } from '../../words/parties'
import { labelOf } from '../../words/words'
import { wayOf } from '../words'
import type { EventRow, Rows } from './file'
import { requestTitle } from './request-times'

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

/** The rule by which a running period was counted. */
export const ruleOf = ({ rules }: RuleBook, of: { ruleCode: string | null; ruleVersion?: number | null }) =>
  ruleAt(rules, of.ruleCode, of.ruleVersion) ?? null

/** 人民调解期限; where nothing counted it, what the machine calls it. */
export const periodName = (book: RuleBook, of: { period: string; ruleCode: string | null; ruleVersion?: number | null }): string =>
  (of.period === 'performance' ? null : ruleOf(book, of)?.name) ??
  (Object.hasOwn(periods, of.period) ? periods[of.period as keyof typeof periods] : of.period)

/** Numbers of the terms as the office says them: through all that binds, and by themselves on any other paper. */
export function termNumbers({ agreements, terms }: Pick<Rows, 'agreements' | 'terms'>): Map<string, number> {
  const binding = new Set(agreements.filter(({ binds }) => binds).map(({ id }) => id))
  const through = terms.filter(({ agreementId }) => binding.has(agreementId))
  return new Map([...terms.map(({ id, position }) => [id, position + 1] as const), ...through.map(({ id }, at) => [id, at + 1] as const)])
}

const short = (text: string, most = 40) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** What the ids in this dispute's log stand for; `at` says it for one event. */
export function knownOf(rows: Rows, book: RuleBook) {
  const [legs, parties, requests, deadlines] = [byId(rows.legs), byId(rows.parties), byId(rows.requests), byId(rows.deadlines)]
  const [agreements, confirmations, priors, links] = [byId(rows.agreements), byId(rows.confirmations), byId(rows.priors), byId(rows.links)]
  const bodies = new Map([
    ...rows.legs.map((leg) => [leg.bodyId, leg.body] as const),
    ...rows.requests.flatMap((one) => (one.bodyId ? [[one.bodyId, one.body] as const] : [])),
  ])
  const people = new Map([...rows.accounts, ...rows.legs.flatMap(({ mediators }) => mediators)].map(({ id, name }) => [id, name] as const))
  const matters = byId(rows.matters)
  const numbers = termNumbers(rows)
  const terms = new Map(rows.terms.map((term) => [term.id, `第 ${numbers.get(term.id)} 项：${short(term.what)}`] as const))
  const meetings = rows.sessions.filter(({ kind }) => kind !== 'inquiry')
  const stations = new Map(rows.events.map(({ id, version }) => [id, version] as const))
  const shared: Omit<Known, 'leg' | 'again'> = {
    body: (id) => bodies.get(id) ?? '承办单位',
    party: (id) => (id ? parties.get(id)?.name : undefined),
    account: (id) => people.get(id) ?? '调解员',
    term: (id) => (id ? terms.get(id) : undefined),
    sessionNo: (id) => {
      const own = meetings.filter(({ legId }) => legId === meetings.find((one) => one.id === id)?.legId)
      const at = own.findIndex((one) => one.id === id)
      return at < 0 ? undefined : own.slice(0, at + 1).reduce((sum, { count }) => sum + count, 0)
    },
    agreementNumber: (id) => agreements.get(id)?.number ?? null,
    request: (id) => {
      const one = requests.get(id)
      return one ? requestTitle(one) : '协办单位'
    },
    court: (id) => confirmations.get(id)?.court ?? '人民法院',
    prior: (id) => priors.get(id)?.by ?? '',
    other: (id) => rows.others.find((one) => one.id === id)?.number ?? '另一件',
    link: (id) => links.get(id)?.text ?? '',
    matter: (id) => {
      const one = matters.get(id)
      return one ? `${labelOf(matterKinds, one.kind)}（${one.unit}）` : '别处的程序'
    },
    entruster: () => rows.entrustments[0]?.senderName,
    roster: (id) => {
      const one = parties.get(id)
      return one?.rosterCount
        ? `${one.name} ${one.rosterEstimated ? '约 ' : ''}${one.rosterCount} ${labelOf(rosterUnits, one.rosterUnit ?? '')}`
        : one?.name
    },
    deadline: (id, period) => periodName(book, deadlines.get(id) ?? { period, ruleCode: null }),
    station: (id) => stations.get(id),
  }
  return {
    at: ({ legId }: Pick<EventRow, 'legId'>): Known => {
      const leg = legId ? legs.get(legId) : undefined
      return {
        ...shared,
        again: (leg?.ordinal ?? 1) > 1,
        leg: leg ? { channel: leg.channel, way: wayOf(leg), body: leg.body, volume: leg.volume, partyAsked: leg.partyAsked } : null,
      }
    },
    legs,
    numbers,
  }
}

export type KnownHere = ReturnType<typeof knownOf>

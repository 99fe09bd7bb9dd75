import { dayIn, daysBetween, formatTime } from '../../calendar/days'
import { yuanOf } from '../../forms/money'
import { languages } from '../../words/parties'
import { intakeChannels, sources } from '../../words/sources'
import { labelOf } from '../../words/words'
import { agreementsOf, type AgreementsWords } from './agreements.server'
import { entrustedLines, mattersOf, openDanger, type DangerWords, type MattersWords } from './beside'
import { dayWords, expectedClocks, runningDeadlines, type DeadlineWords, type Expected } from './deadlines'
import { logOf, type LogLine } from './log'
import { mergedOf, type MergedWords } from './merged.server'
import type { DisputePage } from './open.server'
import { sidesOf, type SideWords } from './parties.server'
import { pathOf, type PathWords } from './path'
import { remindersOf, type ReminderLine } from './reminders'
import { requestsOf, type RequestWords } from './requests'
import { riskOf, type RiskWords } from './risk'

type Line = { label: string; value: string }

export type Overview = {
  path: PathWords
  /** 第 23 天　3 个单位接办 */
  pathNote: string
  facts?: string
  about: Line[]
  agreement: Pick<AgreementsWords, 'now' | 'confirmBy'> | null
  log: LogLine[]
  events: number
  deadlines: DeadlineWords[]
  reminders: ReminderLine[]
  /** Where it is said how each period was counted. */
  ledger?: string
  expected: Expected[]
  sides: SideWords[]
  handlers: Line[]
  requests: RequestWords[]
  danger: DangerWords | null
  risk: RiskWords | null
  matters: MattersWords
  merged: MergedWords[]
}

/** Lines of the log on the first page; the rest stands with the path. */
const latest = 8
const longest = 160

const money = ({ amountFen, amountAbout, amountNote }: DisputePage['rows']) =>
  [amountFen === null ? '' : `${amountAbout ? '约 ' : ''}${yuanOf(BigInt(amountFen))} 元`, amountNote].filter(Boolean).join('，')

function aboutOf(page: DisputePage): Line[] {
  const { dispute, rows, today, sight } = page
  const asked = rows.askedAt && `${dayWords(dayIn(new Date(rows.askedAt)), today)}${formatTime(new Date(rows.askedAt))}`
  const place = [rows.township, rows.village === rows.township ? '' : rows.village, rows.placeText].filter(Boolean).join('')
  return [
    { label: '地点', value: place },
    { label: '金额', value: money(rows) },
    { label: '发生时间', value: rows.occurredOn ?? '' },
    { label: '申请时间', value: sight.reasons && asked ? asked : '' },
    { label: '案件来源', value: [labelOf(sources, dispute.source), rows.sourceText].filter(Boolean).join('，') },
    ...entrustedLines(page),
    { label: '登记渠道', value: labelOf(intakeChannels, rows.intake) },
    { label: '报告人', value: sight.reasons ? (rows.reporter ?? '') : '' },
    { label: '语言', value: rows.languages.map((code) => labelOf(languages, code)).join('、') },
    { label: '不公开', value: rows.sealed ? (rows.sealedWhy ?? '只有经办的人和值班能看') : '' },
  ].filter(({ value }) => value !== '')
}

function handlersOf({ rows, dispute }: DisputePage): Line[] {
  const leg = rows.legs.find(({ endedAt }) => !endedAt)
  const mediators =
    leg?.mediators.filter(({ until }) => !until).map(({ name, lead }) => (lead && leg.mediators.length > 1 ? `${name}（主办）` : name)) ??
    []
  return [
    { label: '承办', value: leg ? `${leg.body}${leg.bodyPhone ? `，电话 ${leg.bodyPhone}` : ''}` : '' },
    { label: '调解员', value: mediators.join('、') },
    { label: '对方编号', value: leg?.otherNumber ?? '' },
    { label: '跟进履行', value: mediators.length ? '' : (rows.keeper ?? '') },
    { label: '分流', value: dispute.facts.level === 'district' ? '区分流岗' : `${rows.townshipNow}分流岗` },
    { label: '录入人', value: rows.registrar ?? '' },
  ].filter(({ value }) => value !== '')
}

/** 概况: all that the first page of a dispute shows, cut to what this person may see. */
export function overviewOf(page: DisputePage): Overview {
  const { rows, sight, today } = page
  const bodies = new Set(rows.legs.filter(({ receivedAt }) => receivedAt).map(({ bodyId }) => bodyId)).size
  const [first] = rows.events
  const until = rows.closedAt ? dayIn(new Date(rows.closedAt)) : today
  const days = first ? `第 ${daysBetween(dayIn(new Date(first.happenedAt)), until) + 1} 天` : ''
  const facts = first?.texts.find(({ kind }) => kind === 'facts')?.text
  const past = sight.until === 'own'
  const { now, confirmBy } = agreementsOf(page)
  return {
    path: pathOf(page),
    pathNote: [past ? '' : days, bodies ? `${bodies} 个单位接办` : ''].filter(Boolean).join('　'),
    ...(facts && { facts }),
    about: aboutOf(page),
    agreement: now.length ? { now, ...(confirmBy && { confirmBy }) } : null,
    log: logOf(page, { most: latest, words: longest, without: 'facts' }),
    events: rows.events.length,
    deadlines: runningDeadlines(page),
    reminders: remindersOf(page),
    ...(page.sight.reasons && { ledger: `/disputes/${page.dispute.id}/deadlines` }),
    expected: past ? [] : expectedClocks(page),
    sides: sidesOf(page),
    handlers: past ? [] : handlersOf(page),
    requests: requestsOf(page),
    danger: openDanger(page),
    risk: riskOf(page),
    matters: mattersOf(page),
    merged: mergedOf(page),
  }
}

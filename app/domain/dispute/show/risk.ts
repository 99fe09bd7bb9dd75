import { metaOf } from '#machines/step'
import { alarmMachine } from '#machines/alarm.machine'
import { minutesWords } from '../../alarm/words'
import { dayIn, formatTime } from '../../calendar/days'
import { isHigher } from '../../risk/assess'
import { riskReasons } from '../../risk/words'
import { riskLevels, type RiskLevel } from '../../words/danger-signs'
import { labelOf } from '../../words/words'
import { mayAnswerAlarm } from '../../alarm/permissions'
import { reportLine } from './beside'
import { shortDay } from './deadlines'
import type { RiskRow } from './file-watch'
import type { DisputePage } from './open.server'

export type RiskLine = { id: string; level: RiskLevel; label: string; at: string; who: string; why: string; against?: string }
export type RiskWords = {
  /** Newest first. */
  lines: RiskLine[]
  reports: { id: string; text: string }[]
  alarms: { id: string; text: string; href?: string }[]
  rules: string
}

/** What a person wrote when they set a level: the words of the event of that time. */
const whyOf = ({ rows }: DisputePage, { happenedAt, level }: RiskRow): string =>
  rows.events
    .filter((event) => event.type === 'risk' && event.detail.level === level && event.happenedAt === happenedAt)
    .flatMap(({ texts }) => texts.filter(({ kind }) => kind === 'why').map(({ text }) => text))
    .at(-1) ?? ''

const against = ({ level, how, counted, reasons, version }: RiskRow): string | undefined => {
  if (how !== 'person' || counted === null || counted === level) return undefined
  const said = [labelOf(riskLevels, counted), riskReasons(reasons, version).join('、')].filter(Boolean).join('，')
  return isHigher(counted, level) ? `低于规则：规则算出来是${said}` : `高于规则：规则算出来是${said}`
}

/** 风险: its history in both directions, who set it or which rules, the alarms, and to whom what was reported (Art. 25): for who handles it, and its leader. */
export function riskOf(page: DisputePage): RiskWords | null {
  const { actor, dispute, rows, today, sight } = page
  if (sight.until === 'own' || !(sight.staffNotes || sight.viewers.includes('leader'))) return null
  const moment = (iso: string) => `${shortDay(dayIn(new Date(iso)), today)} ${formatTime(new Date(iso))}`
  const lines = rows.risks.toReversed().map((row): RiskLine => {
    const less = against(row)
    return {
      id: row.id,
      level: row.level,
      label: labelOf(riskLevels, row.level),
      at: moment(row.happenedAt),
      who: row.how === 'person' ? (row.by ?? '') : '按规则',
      why: row.how === 'person' ? whyOf(page, row) : riskReasons(row.reasons, row.version).join('、'),
      ...(less && { against: less }),
    }
  })
  const reports = rows.dangers.map((row) => ({ id: row.id, text: reportLine(row, today) })).filter(({ text }) => text)
  const alarms = rows.alarms.toReversed().map(({ id, status, raisedAt, takenAt, takenBy, calledIds }) => ({
    id,
    text: [
      `${moment(raisedAt)} 发出`,
      takenAt ? `${takenBy ?? ''} ${minutesWords(new Date(raisedAt), new Date(takenAt))}签收` : '',
      metaOf(alarmMachine, status).label,
    ]
      .filter(Boolean)
      .join('，'),
    ...(mayAnswerAlarm(actor, { districtId: dispute.districtId, calledIds }) && { href: `/alarms/${id}` }),
  }))
  if (!lines.length && !reports.length && !alarms.length) return null
  return { lines, reports, alarms, rules: '/risk-rules' }
}

import type { Period } from '#machines/periods'
import type { RiskLevel } from '../words/danger-signs'
import type { Moment, Reminded, ReminderRule } from './rules'

type More = { types?: readonly string[]; risks?: readonly RiskLevel[]; text?: true }

const rule = (
  code: string,
  periods: readonly Period[],
  moment: Moment,
  n: number,
  unit: 'd' | 'wd',
  audience: Reminded,
  more: More = {},
): ReminderRule => ({
  code,
  version: 1,
  periods,
  moment,
  n,
  unit,
  audience,
  types: more.types ?? [],
  risks: more.risks ?? [],
  text: more.text ?? false,
  validFrom: '2026-01-01',
})

const long = ['mediation', 'confirmation', 'reply'] as const
const desk = ['triage', 'receipt', 'assignment'] as const
const keeping = ['signing', 'performance', 'returnVisit', 'lookAgain'] as const
const dangerous = { risks: ['yellow', 'red'] as const }

/**
 * The district's own steps 【本区设定】: no law has a number for them (law.md 1d, "warn is left to configuration"). First who does
 * the work, then the head, then the post, then the bureau; a dangerous dispute climbs sooner. The demo seed answers for them.
 */
export const reminderRules: readonly ReminderRule[] = [
  rule('long-7', long, 'before', 7, 'd', 'mediator'),
  rule('long-3', long, 'before', 3, 'd', 'mediator', { text: true }),
  rule('long-3-head', long, 'before', 3, 'd', 'head', dangerous),
  rule('long-0', long, 'at', 0, 'd', 'head', { text: true }),
  rule('long+1', long, 'after', 1, 'wd', 'triage'),
  rule('long+1-bureau', long, 'after', 1, 'wd', 'bureau', dangerous),
  rule('long+3', long, 'after', 3, 'wd', 'bureau'),
  // Working days of a court's or a medical case are few: the head knows at the beginning of the end.
  rule('medical-5', ['mediation'], 'before', 5, 'wd', 'head', { types: ['13'] }),
  rule('desk-0', ['receipt', 'assignment'], 'at', 0, 'd', 'head', { text: true }),
  rule('triage-0', ['triage'], 'at', 0, 'd', 'triage', { text: true }),
  rule('desk+1', ['receipt', 'assignment'], 'after', 1, 'wd', 'triage'),
  rule('desk+1-duty', desk, 'after', 1, 'wd', 'duty', dangerous),
  rule('desk+2', desk, 'after', 2, 'wd', 'bureau'),
  rule('keeping-3', keeping, 'before', 3, 'd', 'mediator'),
  rule('keeping-0', keeping, 'at', 0, 'd', 'mediator', { text: true }),
  rule('keeping+2', keeping, 'after', 2, 'wd', 'head'),
  rule('keeping+5', keeping, 'after', 5, 'wd', 'triage'),
  rule('keeping+10', keeping, 'after', 10, 'wd', 'bureau'),
  rule('danger-leader', ['mediation', 'triage', 'receipt'], 'after', 1, 'wd', 'leader', { risks: ['red'] }),
]

import type { LegResult } from '#machines/effects'
import { dayIn, formatTime, type LegalDay } from '../../calendar/days'
import { dutyLine } from '../../duty/words'
import { reportOrgans, signWord } from '../../words/danger-signs'
import { entrustKinds, matterExceptions, matterKinds, matterStandings } from '../../words/office'
import { labelOf } from '../../words/words'
import { mayDo } from '../permissions'
import type { DangerRow } from './file-beside'
import { shortDay } from './deadlines'
import type { DisputePage } from './open.server'
import { isCentre } from './view'

type Line = { label: string; value: string }

/** Somebody entrusted it and has not been answered. */
export const owesReply = ({ rows }: Pick<DisputePage, 'rows'>): boolean => rows.entrustments.some(({ repliedAt }) => !repliedAt)

/** Who handed it over, under which number, and by when it is answered (U3). */
export function entrustedLines({ rows, today }: DisputePage): Line[] {
  const [from] = rows.entrustments
  if (!from) return []
  const due = rows.deadlines.find(({ period, stoppedAt }) => period === 'reply' && !stoppedAt)
  const last = due?.lastDay ?? from.answerBy
  const answer = from.repliedAt
    ? `已于 ${shortDay(dayIn(new Date(from.repliedAt)), today)}回告`
    : last
      ? `${shortDay(last, today)}前`
      : '还没有回告'
  return [
    { label: '委托单位', value: `${from.senderName}${labelOf(entrustKinds, from.kind)}` },
    { label: '对方编号', value: from.number ?? '' },
    { label: '交来材料', value: from.papers ?? '' },
    { label: '签收', value: shortDay(dayIn(new Date(from.signedForAt)), today) },
    { label: '回告', value: answer },
  ]
}

/** To whom it was reported, when, by whom, and what came back; or that nobody was told yet, and who is to (People's Mediation Law 25). */
export function reportLine(row: DangerRow, today: LegalDay): string {
  const at = (iso: string) => `${shortDay(dayIn(new Date(iso)), today)} ${formatTime(new Date(iso))}`
  if (row.handledAt) return `${at(row.handledAt)} 已处置${row.handledText ? `：${row.handledText}` : ''}`
  if (!row.toldWhom) {
    const next = row.remindAt ? `，${formatTime(new Date(row.remindAt))} 再提醒` : ''
    return [`还没有报告${row.notYetWhy ? `：${row.notYetWhy}` : ''}`, row.named ? `由${row.named}报告${next}` : '']
      .filter(Boolean)
      .join('；')
  }
  const organ = row.organ ? labelOf(reportOrgans, row.organ) : ''
  return [
    `${at(row.toldAt ?? row.recordedAt)} 已告诉${[organ, row.toldWhom].filter(Boolean).join('，')}`,
    row.toldBy ? `由${row.toldBy}` : '',
    row.receipt ? `回执 ${row.receipt}` : '还没有回执',
  ]
    .filter(Boolean)
    .join('；')
}

export type DangerWords = { lines: string[]; handle: string | null }

/** The danger that nobody has handled yet, with the one act that takes it off the top (U7); null where there is none. */
export function openDanger({ actor, dispute, rows, today, sight }: DisputePage): DangerWords | null {
  if (!rows.dangerSince || !sight.reasons) return null
  const since = rows.dangers.filter(({ handledAt, recordedAt }) => !handledAt && recordedAt >= (rows.dangerSince ?? ''))
  const signs = [...new Set(since.flatMap((one) => one.signs))].map((sign) => signWord(sign, isCentre(sight.viewers)))
  const said = since.map((row) => reportLine(row, today))
  const may = sight.acts && mayDo(actor, 'danger', dispute.handling)
  return {
    lines: [
      [signs.join('、'), `${shortDay(dayIn(new Date(rows.dangerSince)), today)}起`].filter(Boolean).join('，'),
      ...said,
      ...rows.onDuty.map(dutyLine),
    ],
    handle: may ? `/disputes/${dispute.id}/do/danger?step=handled` : null,
  }
}

export type MatterWords = { id: string; title: string; standing: string; lines: string[]; warning?: string; change?: string }
export type MattersWords = { rows: MatterWords[]; add: string | null }

/** Ends of a leg that the police wait to hear of. */
const sadEnds: Readonly<Partial<Record<string, true>>> = { breached: true, failed: true } satisfies Partial<Record<LegResult, true>>

/** A public-order case: nothing is promised here; what was kept or not goes back to the police (law.md 14.4; U25). */
function orderLines({ dispute, rows }: DisputePage, { kind, unit, standing }: DisputePage['rows']['matters'][number]): string[] {
  if (kind !== 'publicOrder' || standing === 'ended') return []
  const promise = '罚不罚由公安机关在处罚决定前定，这里不作承诺（《治安管理处罚法》第9条）'
  const last = rows.legs.at(-1)
  const broken = last?.endedAt && sadEnds[last.result ?? '']
  if (broken) return [promise, `没有谈成或者没有履行：马上告诉${unit}`]
  const kept = dispute.facts.inForce && !dispute.facts.owing
  return [promise, ...(kept ? [`已经履行：请双方写书面申请，连同履行凭证一起回告${unit}`] : [])]
}

/** 别处的程序 (U5, U25): what another unit has of it. Accepted or settled there raises the bar of law.md 4a, a warning with its exceptions. */
export function mattersOf(page: DisputePage): MattersWords {
  const { actor, dispute, rows, today, sight } = page
  const barred: readonly string[] = ['accepted', 'settled'] satisfies (keyof typeof matterStandings)[]
  const add = sight.acts && !sight.sealed && mayDo(actor, 'matter', dispute.handling) ? `/disputes/${dispute.id}/do/matter` : null
  const words = rows.matters.map((matter) => {
    const { id, kind, unit, number, standing, openedOn, endedOn, result, approver, exception, exceptionWhy } = matter
    return {
      id,
      title: `${labelOf(matterKinds, kind)}·${unit}`,
      standing: labelOf(matterStandings, standing),
      lines: [
        number ? `编号 ${number}` : '',
        openedOn ? `${shortDay(openedOn, today)}起${endedOn ? `，${shortDay(endedOn, today)}止` : ''}` : '',
        result ? `结果：${result}` : '',
        approver ? `须由${approver}同意` : '',
        ...orderLines(page, matter),
        exception ? `接着办的依据：${[labelOf(matterExceptions, exception), exceptionWhy].filter(Boolean).join('，')}` : '',
      ].filter(Boolean),
      ...(barred.includes(standing) && !exception
        ? { warning: '那边已经受理或者处理，不得受理；有法定例外的写明依据再接着办（司法部令第75号第22条）' }
        : {}),
      ...(add && standing !== 'ended' ? { change: `${add}?matter=${id}` } : {}),
    }
  })
  return { rows: words, add }
}

import { daysBetween, dayIn, formatTime } from '../../calendar/days'
import { typeLabel } from '../../types/dispute-types'
import { signWord } from '../../words/danger-signs'
import { labelOf, lineOf, wayOf } from '../words'
import { dayWords, nextDeadline, type DeadlineWords } from './deadlines'
import { nextOf, type NextStepsWords } from './next.server'
import type { DisputePage } from './open.server'
import { isCentre } from './view'

export type ChipWords = { text: string; tone?: 'danger' | 'due' | 'people' | 'judicial' | 'organ' }

export type HeadWords = {
  id: string
  number: string
  title: string
  chips: ChipWords[]
  status: string
  due?: DeadlineWords
  note?: string
  tabs: { label: string; href: string; count?: number }[]
  next: NextStepsWords
}

const levels = { green: '绿', yellow: '黄', red: '红' } as const
const tones = { green: undefined, yellow: 'due', red: 'danger' } as const

function chipsOf({ dispute, rows, now, today, sight }: DisputePage): ChipWords[] {
  const leg = rows.legs.find(({ endedAt }) => !endedAt)
  const line = leg ? lineOf(leg.channel) : 'office'
  const signs = rows.dangerSigns.map((sign) => signWord(sign, isCentre(sight.viewers))).join('、')
  const people = [rows.peopleCount && `${rows.peopleCount} 人`, rows.householdCount && `${rows.householdCount} 户`]
    .filter(Boolean)
    .join('、')
  const leaves =
    rows.leavesAt && new Date(rows.leavesAt) > now
      ? `最晚 ${dayWords(dayIn(new Date(rows.leavesAt)), today)}${formatTime(new Date(rows.leavesAt))}离开`
      : ''
  const tone = tones[dispute.risk]
  const chips: (ChipWords | false)[] = [
    leg !== undefined && { text: wayOf(leg), ...(line !== 'office' && { tone: line }) },
    { text: typeLabel(dispute.typeCode, dispute.subtypeCode) },
    people !== '' && sight.reasons && { text: `涉及 ${people}` },
    { text: signs ? `${levels[dispute.risk]}·${signs}` : levels[dispute.risk], ...(tone && { tone }) },
    rows.urgent && { text: '紧急', tone: 'danger' },
    rows.sealed && { text: '不公开' },
    leaves !== '' && { text: leaves, tone: 'due' },
  ]
  return chips.filter((chip): chip is ChipWords => chip !== false)
}

function tabsOf({ dispute, rows, sight }: DisputePage): HeadWords['tabs'] {
  const at = `/disputes/${dispute.id}`
  const held = rows.sessions.reduce((sum, { count }) => sum + count, 0)
  const papers = rows.files.length
  const tabs: (HeadWords['tabs'][number] | false)[] = [
    { label: '概况', href: at },
    sight.parties && { label: '当事人', href: `${at}/parties` },
    sight.sessions !== 'none' && { label: '调解过程', href: `${at}/sessions`, ...(held && { count: held }) },
    sight.terms !== 'none' && { label: '协议与履行', href: `${at}/agreement` },
    sight.sentAlong && !sight.preview && { label: '文书卷宗', href: `${at}/papers`, ...(papers && { count: papers }) },
    { label: '路径', href: `${at}/path` },
  ]
  return tabs.filter((tab): tab is HeadWords['tabs'][number] => tab !== false)
}

/** For whom the own part has ended, how it ended is where it is. */
function pastStatus({ rows, sight }: DisputePage): string {
  const last = rows.legs.findLast(({ id }) => sight.ownLegs.has(id))
  if (last) return `${last.body}办理的部分已经结束`
  if (sight.ownRequests.size) return '协办已经结束'
  return sight.ownConfirmations.size ? '司法确认已经办结' : '您跟进的部分已经结束'
}

/** Head, tabs and the next step of every page of a dispute. */
export function headOf(page: DisputePage): HeadWords {
  const { dispute, rows, sight, today } = page
  const { id, number } = dispute
  const at = `/disputes/${id}`
  if (sight.sealed) {
    return {
      id,
      number,
      title: `${rows.township}的一件不公开纠纷`,
      chips: [{ text: '不公开' }, { text: levels[dispute.risk] }],
      status: '只有经办的人和值班能看',
      tabs: [{ label: '概况', href: at }],
      next: { desk: '', acts: [], more: [] },
    }
  }
  const past = sight.until === 'own'
  const leg = rows.legs.find(({ endedAt }) => !endedAt) ?? null
  const due = past ? null : nextDeadline(page)
  const first = rows.events[0]
  const day = first ? daysBetween(dayIn(new Date(first.happenedAt)), rows.closedAt ? dayIn(new Date(rows.closedAt)) : today) + 1 : 1
  const volume = rows.legs.findLast(({ volume: own }) => own)?.volume
  return {
    id,
    number,
    title: dispute.title,
    chips: chipsOf(page),
    status: past ? pastStatus(page) : labelOf(dispute.status, leg),
    ...(due && { due: due.words }),
    note: [volume, past ? '' : `第 ${day} 天`].filter(Boolean).join('　'),
    tabs: tabsOf(page),
    next: past ? { desk: '', acts: [], more: [] } : nextOf(page),
  }
}

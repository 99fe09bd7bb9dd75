import type { Person } from '../actor'
import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import { dayIn, formatShortDay, formatTime, type LegalDay } from '../calendar/days'
import { readWork, type WorkRow } from '../desk/work-rows.server'
import { askedOf } from '../desk/asked.server'
import { offeredTitle } from '../desk/offered-title'
import { dueWords, momentWords, type DueWords } from '../desk/due'
import { dangerWhy, periodWord, placeWord, stateWord, type Level } from '../desk/words'
import type { WorkSection } from '../desk/work.server'
import { typeLabel } from '../types/dispute-types'
import { languages } from '../words/parties'
import { labelOf } from '../words/words'

/** What was offered to a body, or waits there for a mediator; the shape is the component's. */
export type OfferLine = {
  id: string
  href: string
  title: string
  risk: Level
  riskWhy?: string
  meta: string[]
  due?: DueWords
  acts: { label: string; href: string; main?: boolean }[]
}
export type CaseLine = { id: string; href: string; title: string; state: string; who: string; due?: DueWords }
export type BodyDesk = {
  offered: OfferLine[]
  unassigned: OfferLine[]
  /** Where several are given out at once; null where nothing waits. */
  bulk: string | null
  elsewhere: OfferLine[]
  cases: CaseLine[]
  asked: WorkSection | null
}

const doing = ({ id }: WorkRow, type: string) => `/disputes/${id}/do/${type}`

function offerOf(row: WorkRow, today: LegalDay, acts: OfferLine['acts']): OfferLine {
  const at = row.leg && new Date(row.leg.offeredAt)
  const sentBy = row.leg?.offeredBy ? `${row.leg.offeredBy} ` : ''
  const why = row.risk === 'green' ? undefined : dangerWhy(row.signs)
  const spoken = row.languages.filter((code) => code !== 'chinese').map((code) => labelOf(languages, code))
  return {
    id: row.id,
    href: `/disputes/${row.id}`,
    title: offeredTitle(row),
    risk: row.risk,
    acts,
    ...(why ? { riskWhy: why } : {}),
    meta: [
      ...(at ? [`${sentBy}${formatShortDay(dayIn(at))} ${formatTime(at)} 派来`] : []),
      placeWord(row.place),
      typeLabel(row.typeCode, row.subtypeCode),
      ...(row.people ? [`${row.people} 人`] : []),
      ...(spoken.length ? [`要会${spoken.join('、')}`] : []),
      ...(row.leavesAt && row.leavesAt > new Date(0) ? [`${momentWords(row.leavesAt, today)}离开`] : []),
    ],
    ...(row.dueDay ? { due: dueWords(row.dueDay, today, periodWord(row.duePeriod)) } : {}),
  }
}

const caseOf = (row: WorkRow, today: LegalDay): CaseLine => ({
  id: row.id,
  href: `/disputes/${row.id}`,
  title: row.title,
  state: stateWord(row),
  who: row.mediators ?? row.keeper ?? '',
  ...(row.dueDay ? { due: dueWords(row.dueDay, today, periodWord(row.duePeriod)) } : {}),
})

/** The desk of a body for who speaks for it: offered, to be assigned, its cases by when they are due, what is asked of it. Two statements. */
export async function bodyDesk(actor: Person, bodyId: string, now = new Date()): Promise<BodyDesk> {
  const today = dayIn(now)
  const only = { ...actor, posts: actor.posts.filter((post) => post.bodyId === bodyId && post.role !== 'mediator') }
  const [all, asked] = await Promise.all([readWork(only, today, now), askedOf(only, now)])
  const rows = all.filter(({ leg }) => leg?.bodyId === bodyId)
  const on = (row: WorkRow) => deskOf(disputeMachine, row.status)
  const receiving = rows.filter((row) => on(row) === 'receiver')
  const offered = receiving.filter(({ leg }) => !leg?.received)
  const unassigned = receiving.filter((row) => !offered.includes(row))
  return {
    offered: offered.map((row) =>
      offerOf(row, today, [
        { label: '退回…', href: doing(row, 'return') },
        { label: row.leg?.channel === 'people' ? '受理' : '接收', href: doing(row, 'receive'), main: true },
      ]),
    ),
    unassigned: unassigned.map((row) =>
      offerOf(row, today, [
        { label: '退回…', href: doing(row, 'return') },
        { label: '指派', href: doing(row, 'assign'), main: true },
      ]),
    ),
    bulk: unassigned.length ? `/bodies/${bodyId}/assign` : null,
    elsewhere: rows
      .filter((row) => on(row) === 'court' || on(row) === 'organ')
      .map((row) => offerOf(row, today, [{ label: '登记结果', href: doing(row, 'outcome'), main: true }])),
    cases: rows.filter((row) => on(row) === 'mediator' || on(row) === 'keeper').map((row) => caseOf(row, today)),
    asked,
  }
}

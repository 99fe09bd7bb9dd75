import { disputeMachine } from '#machines/dispute.machine'
import { statusLabel } from '#machines/dispute.labels'
import { statesOnDesk } from '#machines/step'
import type { Person } from '../actor'
import { dayIn, type LegalDay } from '../calendar/days'
import { typeLabel } from '../types/dispute-types'
import { countWord, dueGroupOf, dueGroups, dueWords, momentWords, type DueGroup, type DueWords } from './due'
import { nextAct } from './next-act'
import { offeredTitle } from './offered-title'
import { weekOf, type WeekDay } from './week'
import { dangerWhy, periodWord, placeWord, stateWord, type Level } from './words'
import { readWork, workLimit, type WorkRow } from './work-rows.server'

/** A piece of work in words; the shape is the component's. */
export type WorkLine = {
  id: string
  todo: string
  href: string
  title: string
  about: string[]
  risk: Level
  riskWhy?: string
  due?: DueWords
  act?: { label: string; href: string }
  /** What else may be done with it at once. */
  others?: { label: string; href: string }[]
}
export type WorkSection = { heading: string; tone?: 'late'; note?: string; rows: WorkLine[] }

export type Work = {
  sections: WorkSection[]
  week: WeekDay[] | null
  /** 在办 11 件，其中 2 件已逾期 */
  note: string | null
  /** Not all are shown. */
  more: boolean
}

/** 司法部令75第33条（待核）, 本区设定, or the name of the period where nothing else is known. */
const basisOf = ({ article, confidence, duePeriod }: WorkRow): string | undefined => {
  const name = periodWord(duePeriod)
  if (confidence === 'text') return article ?? name
  if (confidence === 'frag') return article ? `${article}（待核）` : name
  return confidence ? `${name ?? '期限'}，本区设定` : name
}

/** The next meeting says when, where it comes before the last day; a visitor's leaving too. */
function dueOf(row: WorkRow, today: LegalDay, now: Date): { due?: DueWords; day: LegalDay | null } {
  const late = row.dueDay !== null && row.dueDay < today
  const meets = row.nextAt && row.nextAt > now && !late && (!row.dueDay || dayIn(row.nextAt) <= row.dueDay) ? row.nextAt : null
  if (meets) {
    const day = dayIn(meets)
    return {
      due: {
        words: `${momentWords(meets, today)}`,
        ...(day === today ? { tone: 'due' as const } : {}),
        basis: row.nextPlace ?? '开调解会',
      },
      day,
    }
  }
  const leaving = row.leavesAt && !late && row.post !== 'keep' ? dayIn(row.leavesAt) : null
  if (leaving && row.leavesAt && (!row.dueDay || leaving <= row.dueDay))
    return {
      due: { words: `${momentWords(row.leavesAt, today)}离开`, tone: leaving <= today ? 'late' : 'due', basis: '当事人最晚离开时间' },
      day: leaving,
    }
  return row.dueDay ? { due: dueWords(row.dueDay, today, basisOf(row)), day: row.dueDay } : { day: null }
}

const actHref = (row: WorkRow, type: string) => `/disputes/${row.id}/do/${type}`

function lineOf(row: WorkRow, today: LegalDay, now: Date): WorkLine {
  const { todo, act } = nextAct(row, now, today)
  const { due } = dueOf(row, today, now)
  const watching = row.post === 'watch'
  const why = row.risk === 'green' ? undefined : dangerWhy(row.signs)
  const about = [
    placeWord(row.place),
    typeLabel(row.typeCode, row.subtypeCode),
    stateWord(row),
    ...(watching && row.mediators ? [row.mediators] : []),
  ]
  return {
    id: row.id,
    title: offeredTitle(row),
    about,
    risk: row.risk,
    todo,
    href: act && !watching ? actHref(row, act.type) : `/disputes/${row.id}`,
    ...(why ? { riskWhy: why } : {}),
    ...(due ? { due } : {}),
    ...(act && !watching ? { act: { label: act.label, href: actHref(row, act.type) } } : {}),
  }
}

const receiving = statesOnDesk(disputeMachine, 'receiver')

/** What waits to be received or assigned has a heading of its own, by its state; the rest stands by when it is due. */
function sectionsOf(rows: WorkRow[], today: LegalDay, now: Date): WorkSection[] {
  const lines = (some: WorkRow[]) => some.map((row) => lineOf(row, today, now))
  const waiting = receiving.map((status): WorkSection => ({
    heading: statusLabel(status),
    rows: lines(rows.filter((row) => row.status === status)),
  }))
  const rest = rows.filter(({ status }) => !receiving.includes(status))
  const at = (group: DueGroup) => rest.filter((row) => dueGroupOf(dueOf(row, today, now).day, today) === group)
  const dated = (Object.keys(dueGroups) as DueGroup[]).map((group): WorkSection => ({
    heading: dueGroups[group],
    ...(group === 'late' ? { tone: 'late' as const } : {}),
    rows: lines(at(group)),
  }))
  return [...waiting, ...dated].filter((section) => section.rows.length > 0)
}

/** 我的案件: everything that lies with somebody, by when it is due, each with the sentence that says what to do. One statement. */
export async function workOf(actor: Person, now = new Date()): Promise<Work> {
  const today = dayIn(now)
  const rows = await readWork(actor, today, now)
  const [first] = rows
  const meets = rows.some(({ post }) => post === 'mediate') || actor.posts.some(({ role }) => role === 'mediator')
  const late = first?.late ?? 0
  return {
    sections: sectionsOf(rows, today, now),
    week: meets ? weekOf(rows, today) : null,
    note: first ? `在办 ${countWord(first.total)} 件${late ? `，其中 ${countWord(late)} 件已逾期` : ''}` : null,
    more: (first?.total ?? 0) > workLimit,
  }
}

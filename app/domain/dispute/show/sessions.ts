import { dayIn, formatTime } from '../../calendar/days'
import { attendanceRoles, sessionKinds, sessionResults } from '../../words/sessions'
import { languages, tellings } from '../../words/parties'
import { labelOf } from '../../words/words'
import { dayWords } from './deadlines'
import type { SessionRow } from './file'
import type { DisputePage } from './open.server'
import { jointBodies } from './requests'

export type SessionWords = {
  id: string
  title: string
  when: string
  facts: { label: string; value: string }[]
  /** 无争议事实: may go on. */
  agreed: string[]
  /** 调解过程与让步: never leaves the body. */
  talks: string[]
}
export type LegSessions = { id: string; body: string; told: string; sessions: SessionWords[] }

const moment = (iso: string, today: string) => `${dayWords(dayIn(new Date(iso)), today)}${formatTime(new Date(iso))}`

function lasted({ startedAt, endedAt }: SessionRow): string {
  if (!endedAt) return ''
  const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000)
  return minutes < 1
    ? ''
    : minutes < 60
      ? `${minutes} 分钟`
      : `${Math.floor(minutes / 60)} 小时${minutes % 60 ? ` ${minutes % 60} 分` : ''}`
}

function sessionWords(page: DisputePage, session: SessionRow, no: number): SessionWords {
  const { rows, today } = page
  const { kind, count, attended } = session
  const here = attended
    .filter(({ present }) => present)
    .map(({ name, role }) => (role === 'party' ? name : `${name}（${labelOf(attendanceRoles, role)}）`))
  const away = attended.filter(({ present }) => !present).map(({ name }) => name)
  const texts = rows.events.filter(({ subjectId, type }) => type === 'session' && subjectId === session.id).flatMap((event) => event.texts)
  const said = (what: string) => texts.filter((text) => text.kind === what).map(({ text }) => text)
  const word = labelOf(sessionKinds, kind)
  return {
    id: session.id,
    title:
      kind === 'inquiry' ? `调查${count > 1 ? ` ${count} 次` : ''}` : count > 1 ? `${count} 次${word}调解` : `第 ${no} 次调解，${word}`,
    when: [moment(session.startedAt, today), lasted(session)].filter(Boolean).join('，'),
    facts: [
      { label: '地点', value: session.place ?? '' },
      { label: '到场', value: here.join('、') },
      { label: '没到场', value: away.join('、') },
      { label: '联合调解', value: jointBodies(page, session).join('、') },
      { label: '语言', value: session.language ? labelOf(languages, session.language) : '' },
      { label: '记录人', value: session.host ?? '' },
      { label: '结果', value: session.result ? labelOf(sessionResults, session.result) : '' },
      { label: '下一次', value: session.nextAt ? moment(session.nextAt, today) : '' },
    ].filter(({ value }) => value !== ''),
    agreed: said('agreedFacts'),
    talks: said('talks'),
  }
}

/** 调解过程, leg by leg: rights told, then each meeting with its two texts, each only for who may read it (U12, U19). */
export function sessionsOf(page: DisputePage): LegSessions[] {
  const { rows, today } = page
  return rows.legs
    .flatMap((leg) => {
      const own = rows.sessions.filter(({ legId }) => legId === leg.id)
      if (!own.length && !leg.rightsToldAt && leg.channel !== 'people') return []
      if (!own.length && (page.sight.sessions === 'none' || (page.sight.sessions === 'own' && !page.sight.ownLegs.has(leg.id)))) return []
      let no = 0
      const told = leg.rightsToldAt
        ? `${moment(leg.rightsToldAt, today)} 已告知权利义务${leg.rightsToldHow ? `，${labelOf(tellings, leg.rightsToldHow)}` : ''}${leg.rightsToldLanguage ? `，用${labelOf(languages, leg.rightsToldLanguage)}` : ''}`
        : ''
      const sessions = own.map((session) => {
        const words = sessionWords(page, session, no + 1)
        if (session.kind !== 'inquiry') no += session.count
        return words
      })
      return [{ id: leg.id, body: leg.body, told, sessions: sessions.toReversed() }]
    })
    .toReversed()
}

import type { EventRow, SessionRow } from '../dispute/show/file'
import type { DisputePage } from '../dispute/show/open.server'
import { jointBodies } from '../dispute/show/requests'
import { languages } from '../words/parties'
import { attendanceRoles, sessionKinds, sessionResults } from '../words/sessions'
import { labelOf } from '../words/words'
import { partySigns, presentParties } from './parties.server'
import { helperSigns, legOf, mediatorsOf, momentOf, readingLine, sheetOf, type PaperWords } from './words'

const languageOf = (code: string) => labelOf(languages, code)

/** What was written of a session: only what this person may read is left in the rows. */
export const saidIn = (events: readonly EventRow[], sessionId: string, what: 'agreedFacts' | 'talks'): string[] =>
  events
    .filter(({ subjectId, type }) => type === 'session' && subjectId === sessionId)
    .flatMap(({ texts }) => texts.filter(({ kind }) => kind === what).map(({ text }) => text))

const named = (attended: SessionRow['attended'], roles: readonly string[]) =>
  attended
    .filter(({ role, present }) => present && roles.includes(role))
    .map(({ name, role }) => (role === 'representative' ? `${name}（${labelOf(attendanceRoles, role)}）` : name))
    .join('、')

/**
 * 调解记录 of one session; without one an empty form to write by hand. What was said stands on it for the leg's own people
 * alone (U12); for everybody else that part is left to the signed original. 参加人 are only those invited (law.md 2b).
 */
export function sessionRecord(page: DisputePage, session?: SessionRow): PaperWords {
  const { rows, dispute, sight } = page
  const leg = legOf(page, session?.legId)
  const attended = session?.attended ?? []
  const own = !session || sight.ownLegs.has(session.legId)
  const agreed = session ? saidIn(rows.events, session.id, 'agreedFacts') : []
  const talks = session ? saidIn(rows.events, session.id, 'talks') : []
  const here = session
    ? named(attended, ['party', 'representative'])
    : presentParties(page)
        .map(({ name }) => name)
        .join('、')
  const away = attended.filter(({ present }) => !present).map(({ name }) => name)
  const mediators = named(attended, ['mediator']) || session?.host || mediatorsOf(leg)
  const recorder = session?.recorder ?? named(attended, ['recorder'])
  const when = session && [momentOf(session.startedAt), session.endedAt && `到 ${momentOf(session.endedAt)}`].filter(Boolean).join(' ')
  return {
    ...sheetOf(page, session?.kind === 'inquiry' ? '人民调解调查记录' : '人民调解记录', leg),
    blocks: [
      {
        lines: [
          { label: '时间', value: when ?? '' },
          { label: '地点', value: session?.place ?? '' },
          { label: '方式', value: session ? labelOf(sessionKinds, session.kind) : '' },
          { label: '事由', value: dispute.title },
          { label: '当事人', value: here },
          { label: '没到场', value: away.join('、') },
          { label: '参加人', value: named(attended, ['invited']) || (session ? '无' : '') },
          { label: '调解员', value: mediators },
          { label: '联合调解单位', value: session ? jointBodies(page, session).join('、') : '' },
          { label: '权利义务', value: leg?.rightsToldAt ? `${momentOf(leg.rightsToldAt)} 已告知` : '' },
        ],
      },
      { title: '无争议事实', text: agreed, room: true },
      own ? { title: '调解过程', text: talks, room: true } : { title: '调解过程', text: ['由承办的人民调解委员会保管，不在这一份上。'] },
      {
        lines: [
          { label: '本次结果', value: session?.result ? labelOf(sessionResults, session.result) : '' },
          { label: '下一次', value: momentOf(session?.nextAt) },
          readingLine(session, languageOf),
        ],
      },
    ],
    signs: [
      ...partySigns(page),
      `调解员${mediators ? `　${mediators}` : ''}`,
      `记录人${recorder ? `　${recorder}` : ''}`,
      ...helperSigns(session),
      '日期',
    ],
  }
}

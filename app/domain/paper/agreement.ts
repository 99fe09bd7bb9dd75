import type { AgreementRow } from '../dispute/show/file'
import type { DisputePage } from '../dispute/show/open.server'
import { jointBodies } from '../dispute/show/requests'
import { termWords } from '../dispute/show/terms'
import { languages } from '../words/parties'
import { labelOf } from '../words/words'
import { toldFacts } from './intake'
import { partyLines, partySigns, sidesOf } from './parties.server'
import { saidIn } from './session'
import { dayOf, gap, helperSigns, legOf, mediatorsOf, readingLine, sheetOf, type PaperWords } from './words'

const languageOf = (code: string) => labelOf(languages, code)

/** A day from which every other has another year: on paper a day is never without its year. */
const longAgo = '0001-01-01'

/** 1. 杨正平向和丽江退还房费，300.00 元，2026年11月30日前。 Numbered as on this paper alone. */
function termsOf(page: DisputePage, { id }: AgreementRow): string[] {
  const own = page.rows.terms.filter(({ agreementId }) => agreementId === id)
  const numbers = new Map(own.map((term, at) => [term.id, at + 1]))
  return own.map((term) => {
    const { no, who, to, what, amount, when, notes } = termWords({ ...page, today: longAgo, known: { ...page.known, numbers } }, term)
    return `${no}. ${who}${to ? `向${to}` : ''}：${[what, amount, when, ...notes].filter(Boolean).join('，')}。`
  })
}

const contentOf = ({ rows }: DisputePage, { id }: AgreementRow): string[] =>
  rows.events
    .filter(({ subjectId }) => subjectId === id)
    .flatMap(({ texts }) => texts.filter(({ kind }) => kind === 'content').map(({ text }) => text))

/** Who signs, by what puts it in force (People's Mediation Law 29; court-invited 24; settled by themselves: the parties). */
function signsOf(page: DisputePage, { legId, effectRule, interpreter, witness }: AgreementRow): string[] {
  const mediators = mediatorsOf(legOf(page, legId))
  const ours = [`人民调解员${mediators ? `　${mediators}` : ''}`, '记录人', '人民调解委员会（印章）']
  return [...partySigns(page), ...(effectRule === 'parties' ? [] : ours), ...helperSigns({ interpreter, witness }), '日期']
}

/** What nobody of a committee mediated is the parties' own settlement, and is not called anything else (U6). */
const titleOf = ({ effectRule, form }: AgreementRow) =>
  effectRule === 'parties'
    ? form === 'oral'
      ? '口头和解登记表'
      : '和解协议书'
    : form === 'oral'
      ? '人民调解口头协议登记表'
      : '人民调解协议书'

/** 人民调解协议书 (People's Mediation Law 29), or 口头协议登记表 with the same contents, by the agreement's form. */
export function agreementPaper(page: DisputePage, agreement: AgreementRow): PaperWords {
  const { rows, dispute } = page
  const leg = legOf(page, agreement.legId)
  const oral = agreement.form === 'oral'
  const sessions = rows.sessions.filter(({ legId }) => legId === agreement.legId)
  const agreed = sessions.flatMap(({ id }) => saidIn(rows.events, id, 'agreedFacts'))
  const joint = [...new Set(sessions.flatMap((session) => jointBodies(page, session)))]
  const facts = agreed.length ? agreed : [toldFacts(page)].filter(Boolean)
  const part = [agreement.partWho, agreement.partCount && `${agreement.partCount} 方`].filter(Boolean).join('，')
  const copies = sidesOf(page).length + 1
  return {
    ...sheetOf(page, titleOf(agreement), leg, agreement.number),
    blocks: [
      { title: '当事人', lines: partyLines(page) },
      ...(part ? [{ text: [`本协议由部分当事人达成：${part}。`] }] : []),
      { title: '主要事实、争议事项', text: [`${dispute.title}。`, ...facts], room: true },
      { title: '各方责任', text: [], room: true },
      { title: '协议内容，履行方式、期限', text: [...termsOf(page, agreement), ...contentOf(page, agreement)], room: true },
      {
        lines: [
          { label: '达成日期', value: dayOf(agreement.madeAt) },
          ...(joint.length ? [{ label: '联合调解单位', value: joint.join('、') }] : []),
          { label: '履行地点', value: '' },
          ...(oral ? [{ label: '不写书面', value: agreement.reason ?? '' }] : []),
          readingLine(agreement, languageOf),
        ],
      },
      {
        text: [
          agreement.effectRule === 'parties' && oral
            ? '双方自行和解，按约定各自履行；不愿意照着办的，可以请人民调解委员会调解。'
            : oral
              ? '口头协议自各方达成协议之日起生效（《人民调解法》第30条）。'
              : `本协议一式 ${sidesOf(page).length ? copies : gap} 份，各方当事人各持一份，留存一份。`,
        ],
      },
    ],
    signs: signsOf(page, agreement),
  }
}

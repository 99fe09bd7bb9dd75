import { yuanOf } from '../forms/money'
import type { DisputePage } from '../dispute/show/open.server'
import { typeLabel } from '../types/dispute-types'
import { languages, tellings } from '../words/parties'
import { sources } from '../words/sources'
import { labelOf } from '../words/words'
import { partyLines, partySigns, presentParties } from './parties.server'
import { dayOf, helperSigns, legOf, mediatorsOf, momentOf, readingLine, sheetOf, type Line, type PaperWords } from './words'

const languageOf = (code: string) => labelOf(languages, code)

/** What is asked for, as far as it was registered: the sum. */
export const claimOf = ({ rows: { amountFen, amountAbout, amountNote } }: DisputePage): string =>
  [amountFen === null ? '' : `${amountAbout ? '约 ' : ''}${yuanOf(BigInt(amountFen))} 元`, amountNote].filter(Boolean).join('，')

/** The facts as they were told at registration. */
export const toldFacts = ({ rows }: DisputePage): string => rows.events[0]?.texts.find(({ kind }) => kind === 'facts')?.text ?? ''

/** Where it happened; no place at all where one party's is kept from the others, for it may be the same (U13). */
function placeOf(page: DisputePage): string {
  const { rows } = page
  if (presentParties(page).some(({ hidden }) => hidden)) return rows.township
  return [rows.township, rows.village === rows.township ? '' : rows.village, rows.placeText].filter(Boolean).join('')
}

/** 受理登记表 (law.md 2b): who, what kind, where from, brief facts; signed by the applicant and who registered. */
export function registrationSheet(page: DisputePage): PaperWords {
  const { dispute, rows } = page
  const leg = legOf(page)
  const lines: Line[] = [
    { label: '登记时间', value: momentOf(rows.events[0]?.happenedAt) },
    { label: '受理时间', value: dayOf(leg?.receivedAt) },
    ...partyLines(page),
    { label: '纠纷类型', value: typeLabel(dispute.typeCode, dispute.subtypeCode) },
    { label: '案件来源', value: [labelOf(sources, dispute.source), rows.sourceText].filter(Boolean).join('，') },
    { label: '发生地点', value: placeOf(page) },
    { label: '简要情况', value: toldFacts(page), room: true },
    { label: '请求事项', value: claimOf(page), room: true },
    { label: '调解员', value: mediatorsOf(leg) },
    { label: '备注', value: '' },
  ]
  return {
    ...sheetOf(page, '人民调解受理登记表', leg),
    blocks: [{ lines }],
    signs: [...partySigns(page), `登记人${rows.registrar ? `　${rows.registrar}` : ''}`, '人民调解委员会（印章）', '日期'],
  }
}

/** 权利义务告知书: People's Mediation Law 2–4, 7, 17, 23, 24, 26, 31–33; the same words for every side (U13, U19). */
export function rightsNotice(page: DisputePage): PaperWords {
  const leg = legOf(page)
  const how = leg?.rightsToldHow ? labelOf(tellings, leg.rightsToldHow) : ''
  const language = leg?.rightsToldLanguage ? `用${languageOf(leg.rightsToldLanguage)}` : ''
  return {
    ...sheetOf(page, '人民调解权利义务告知书', leg),
    large: true,
    blocks: [
      { text: ['人民调解不收费。调解纠纷，不收取任何费用（《人民调解法》第4条）。'] },
      {
        title: '人民调解是什么',
        text: [
          '人民调解委员会是依法设立的调解民间纠纷的群众性组织。调解遵循三条：当事人自愿、平等；不违背法律、法规和国家政策；尊重当事人的权利，不因调解阻止当事人通过仲裁、行政、司法等途径维护权利（第3条、第7条）。',
        ],
      },
      {
        title: '您的权利（第23条）',
        text: [
          '1. 选择或者接受人民调解员；',
          '2. 接受调解、拒绝调解或者要求终止调解；',
          '3. 要求调解公开进行或者不公开进行；',
          '4. 自主表达意愿、自愿达成调解协议。',
        ],
      },
      {
        title: '您的义务（第24条）',
        text: ['1. 如实陈述纠纷事实；', '2. 遵守调解现场秩序，尊重人民调解员；', '3. 尊重对方当事人行使权利。'],
      },
      {
        title: '协议的效力',
        text: [
          '调解协议具有法律约束力，应当按照约定履行（第31条）。对履行或者内容有争议，可以向人民法院起诉（第32条）。双方认为有必要的，可以自协议生效之日起三十日内共同申请司法确认（第33条）。',
          '遭受家庭暴力或者面临家庭暴力现实危险的，可以向人民法院申请人身安全保护令，可以申请法律援助。',
        ],
      },
      {
        lines: [
          { label: '调解员', value: mediatorsOf(leg) },
          { label: '告知', value: leg?.rightsToldAt ? [momentOf(leg.rightsToldAt), how, language].filter(Boolean).join('，') : '' },
          readingLine(undefined, languageOf),
        ],
      },
    ],
    signs: [...partySigns(page), '告知人', ...helperSigns(), '日期'],
  }
}

import { dayIn } from '../calendar/days'
import { typedYuan } from '../forms/money'
import { maskName } from '../privacy/masking'
import { provinceWord, specialWord, type ProvinceFields } from '../province/fields'
import { typeLabel } from '../types/dispute-types'
import { agreementForms } from '../words/agreements'
import { rosterUnits } from '../words/parties'
import { sources } from '../words/sources'
import { labelOf } from '../words/words'
import { unnumbered } from './unnumbered'

/** One dispute as the province's system wants it, already cut to what the viewer may see: what is null or empty is left blank. */
export type ProvinceRow = {
  number: string
  code: string | null
  committee: string | null
  room: string | null
  receivedBy: string | null
  firstReceivedAt: Date | null
  source: string
  typeCode: string
  area: string
  fields: ProvinceFields
  lead: string | null
  others: string[]
  mediatedAt: Date | null
  agreement: { number: string | null; form: string; madeAt: Date; partial: boolean } | null
  /** Sum of what is to be paid under what binds, in fen; null where nothing of it is an amount. */
  amountFen: bigint | null
  /** Items that bind, how many are done, and whether anything was done at all. */
  items: { all: number; done: number; begun: boolean }
  parties: { name: string; kind: string; count: number | null; unit: string | null }[]
  facts: string | null
  received: boolean
  /** Nobody has anything to do here any more, or the committee's part ended without an agreement. */
  over: boolean
  /** Names in full for who handles it, 王某某 for others who may know them. */
  handles: boolean
}

const day = (at: Date | null | undefined): string => (at ? dayIn(at) : '')

const party = ({ handles }: ProvinceRow, { name, kind, count, unit }: ProvinceRow['parties'][number]) => {
  const shown = handles || kind === 'organisation' || kind === 'roster' ? name : maskName(name)
  return count ? `${shown}（${count}${labelOf(rosterUnits, unit ?? 'person')}）` : shown
}

/** 成功 while something agreed binds; 不成功 once it is over without; 调解中 from its first 受理, and while a part is still open. The words of law.md 2c. */
function resultOf({ agreement, received, over }: ProvinceRow): string {
  if (agreement && (over || !agreement.partial)) return '成功'
  if (agreement) return '调解中'
  return !received ? '' : over ? '不成功' : '调解中'
}

const performed = ({ agreement, items }: ProvinceRow): string => {
  if (!agreement || items.all === 0) return ''
  if (items.done === items.all) return '已履行'
  return items.begun || items.done > 0 ? '部分履行' : '未履行'
}

/** The 25 columns of law.md 2c in their order, each with how it is worked out. */
export const provinceColumns: readonly { heading: string; value: (row: ProvinceRow) => string }[] = [
  { heading: '案件编码', value: ({ code, number }) => code ?? number },
  { heading: '调委会', value: ({ committee }) => committee ?? '' },
  { heading: '调解工作室', value: ({ room }) => room ?? '' },
  { heading: '受理员', value: ({ receivedBy }) => receivedBy ?? '' },
  { heading: '受理时间', value: ({ firstReceivedAt }) => day(firstReceivedAt) },
  { heading: '案件来源', value: ({ source }) => labelOf(sources, source) },
  { heading: '案件难度级别', value: ({ fields }) => provinceWord(fields, 'difficulty') },
  { heading: '纠纷类别', value: ({ typeCode }) => typeLabel(typeCode) },
  { heading: '行政区划', value: ({ area }) => area },
  { heading: '有无死亡', value: ({ fields }) => provinceWord(fields, 'death') },
  { heading: '主办调解员', value: ({ lead }) => lead ?? '' },
  { heading: '协办调解员', value: ({ others }) => others.join('、') },
  { heading: '调解时间', value: ({ agreement, mediatedAt }) => day(agreement?.madeAt ?? mediatedAt) },
  { heading: '调解书编号', value: ({ agreement }) => agreement?.number ?? '' },
  { heading: '调解结果', value: resultOf },
  { heading: '调解协议金(元)', value: ({ amountFen }) => (amountFen === null ? '' : typedYuan(amountFen)) },
  { heading: '协议履行情况', value: performed },
  { heading: '当事人', value: (row) => row.parties.map((one) => party(row, one)).join('、') },
  { heading: '协议形式', value: ({ agreement }) => (agreement ? labelOf(agreementForms, agreement.form) : '') },
  { heading: '纠纷简要情况', value: ({ facts }) => unnumbered(facts ?? '') },
  { heading: '以奖代补评定', value: ({ fields }) => fields.award ?? '' },
  { heading: '案件属性', value: ({ fields }) => provinceWord(fields, 'nature') },
  { heading: '涉及特殊群体情况', value: ({ fields }) => specialWord(fields) },
  { heading: '涉及农民工纠纷情况', value: ({ fields }) => provinceWord(fields, 'migrant') },
  { heading: '纠纷转化情况', value: ({ fields }) => provinceWord(fields, 'conversion') },
]

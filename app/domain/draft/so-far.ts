import { yuanOf, fenOf } from '../forms/money'
import { choiceOf } from '../types/dispute-types'
import { dangerSigns } from '../words/danger-signs'
import { labelOf } from '../words/words'
import { partiesOf } from './read'
import { steps, type Step } from './steps'
import { listAt, textAt, type Values } from './values'

/** What one page of a registration holds so far, in a few words; nothing where nothing was written. */
export type SoFar = { step: Step; title: string; words: string[] }

const titles: Record<Step, string> = { 1: '地点、类型', 2: '当事人', 3: '事情经过', 4: '看一遍再登记' }

/** How much of the facts is shown beside another page. */
const shown = 60

const cut = (text: string) => ([...text].length > shown ? `${[...text].slice(0, shown).join('')}…` : text)

const people = (values: Values) =>
  partiesOf(values).map(({ party }) => {
    const side = { applicant: '提出来的一方', third: '有关的人' }[textAt(party, 'side')] ?? '对方'
    return `${side}：${textAt(party, 'name') || '姓名不详'}`
  })

function facts(values: Values) {
  const amount = fenOf(textAt(values, 'amount'))
  const danger = listAt(values, 'dangerSigns').map((code) => labelOf(dangerSigns, code))
  return [
    cut(textAt(values, 'facts')),
    amount ? `金额 ${yuanOf(amount)} 元` : '',
    danger.length ? `危险情形：${danger.join('、')}` : '',
    textAt(values, 'settle.on') ? '已在现场化解' : '',
  ]
}

/** A registration page by page, to stand beside the page that is being filled in; numbers and doors are left out. */
export function soFarOf(values: Values, place: string): SoFar[] {
  const words: Record<Step, string[]> = {
    1: [[place, textAt(values, 'placeText')].filter(Boolean).join('，'), choiceOf(textAt(values, 'typeCode'))?.label ?? ''],
    2: people(values),
    3: facts(values),
    4: [],
  }
  return steps.map((step) => ({ step, title: titles[step], words: words[step].filter(Boolean) }))
}

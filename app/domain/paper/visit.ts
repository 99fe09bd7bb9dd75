import type { EventRow } from '../dispute/show/file'
import type { DisputePage } from '../dispute/show/open.server'
import { termWords } from '../dispute/show/terms'
import { visitResults } from '../words/agreements'
import { labelOf } from '../words/words'
import { partySigns, presentParties } from './parties.server'
import { legOf, momentOf, sheetOf, type PaperWords } from './words'

/** 回访记录 (law.md 2b): quotes the agreement's number; performance, satisfaction, anything new; signed by a mediator. */
export function visitRecord(page: DisputePage, visit?: EventRow): PaperWords {
  const { rows, dispute } = page
  const leg = legOf(page)
  const agreements = rows.agreements.filter(({ binds }) => binds)
  const binding = new Set(agreements.map(({ id }) => id))
  const kept = rows.terms
    .filter(({ agreementId }) => binding.has(agreementId))
    .map((term) => termWords(page, term))
    .map(({ no, who, what, progress }) => `第 ${no} 项，${who}：${what}，${progress}`)
  const result = visit?.detail.result
  return {
    ...sheetOf(page, '人民调解回访记录', leg, agreements.flatMap(({ number }) => number ?? []).join('、')),
    blocks: [
      {
        lines: [
          {
            label: '当事人',
            value: presentParties(page)
              .map(({ name }) => name)
              .join('、'),
          },
          { label: '回访事由', value: dispute.title },
          { label: '回访时间', value: momentOf(visit?.happenedAt) },
          { label: '回访结果', value: typeof result === 'string' ? labelOf(visitResults, result) : '' },
        ],
      },
      { title: '履行情况', text: kept, room: true },
      {
        title: '当事人的意见、满意程度',
        text: visit?.texts.filter(({ kind }) => kind === 'note').map(({ text }) => text) ?? [],
        room: true,
      },
      { title: '有没有起诉、反复或者新的隐患，怎样处理', text: [], room: true },
    ],
    signs: [...partySigns(page), '回访人', '人民调解委员会（印章）', '日期'],
  }
}

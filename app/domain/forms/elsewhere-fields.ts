import { elsewhereAnswers, matterKinds, matterStandings } from '../words/office'
import { choice, choicesOf, group, row, select, text, type FormField } from './field-data'

/** 别处是否已处理, where it was not asked yet (U5). */
export const elsewhereFields = (): FormField => {
  return group(
    '别处办过没有',
    [
      choice('elsewhere', '法院、公安、仲裁、信访或者别的单位，办过这件事没有', choicesOf(elsewhereAnswers), { layout: 'two' }),
      row(
        select('elsewhereKind', '什么程序', choicesOf(matterKinds), { none: '没有就空着' }),
        select('elsewhereStanding', '办到哪一步', choicesOf(matterStandings), { none: '没有就空着' }),
      ),
      row(text('elsewhereUnit', '哪个单位', { later: '没有就空着' }), text('elsewhereNumber', '那边的编号', { later: '没有就空着' })),
    ],
    '问过当事人再填；那边已经受理或者处理完的，我们接着办要有依据',
  )
}

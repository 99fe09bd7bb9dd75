import { clearWord, single, type Column } from '../../table/batch/column'
import { codeTyped } from '../../table/cells'
import { languages } from '../../words/parties'
import { appointHows, educations, ethnicities, offices, qualifications, registrantKinds, sexes } from '../../words/roll'
import { labelOf, type Words } from '../../words/words'
import { personColumns } from './columns'
import { dayOf, noSuch, orNull, type OfficeRecord, type RollWorld } from './kinds'

const office = single<OfficeRecord, RollWorld>

/** Which office in which body a row is about. */
export const placeOfOffice = ['调解组织', '职务'] as const

/** The columns that say how the office is held. */
export const officeColumns: readonly Column<OfficeRecord, RollWorld>[] = [
  office(
    '产生方式',
    'how',
    ({ how }) => (how ? labelOf(appointHows, how) : ''),
    (text) => {
      const how = codeTyped(appointHows, text)
      return how ? { how } : noSuch(text)
    },
  ),
  office(
    '文号',
    'paper',
    (r) => r.paper ?? '',
    (text) => ({ paper: orNull(text) }),
  ),
  office(
    '任职起',
    'validFrom',
    (r) => r.validFrom,
    (text) => {
      const read = dayOf(text)
      return typeof read === 'string' ? { validFrom: read } : read
    },
  ),
  office(
    '任期止',
    'validTo',
    (r) => r.validTo ?? '',
    (text) => {
      const read = text ? dayOf(text) : null
      return read && typeof read !== 'string' ? read : { validTo: read }
    },
  ),
]

export const rollHeadings: readonly string[] = [
  ...personColumns.flatMap(({ headings }) => headings),
  ...placeOfOffice,
  ...officeColumns.flatMap(({ headings }) => headings),
]
export const mostRegistrants = 2_000

const labels = (words: Words) => Object.values(words).map(({ label }) => label)

/** What may be written in the columns that take no free words, for the second sheet of the template. */
export const rollWords: readonly (readonly [heading: string, words: readonly string[]])[] = [
  ['类别', labels(registrantKinds)],
  ['性别', labels(sexes)],
  ['民族', labels(ethnicities)],
  ['文化程度', labels(educations)],
  ['财政供养', ['是', '否']],
  ['资格', labels(qualifications)],
  ['会的语言', labels(languages)],
  ['职务', labels(offices)],
  ['产生方式', labels(appointHows)],
  ['哪一栏都可以', ['空着：不改', `${clearWord}：去掉原来的`, '带星号的号码：不改']],
]

/** The heading under which a field of the form stands. */
export const rollHeadingOf = (field: string): string =>
  [...personColumns, ...officeColumns].find(({ fields }) => (fields as readonly string[]).includes(field))?.headings[0] ?? field

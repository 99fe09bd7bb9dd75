import type { LegalDay } from '../../calendar/days'
import { clearWord, single, type Column } from '../../table/batch/column'
import { codeTyped, codesTyped, dayTyped, tickTyped } from '../../table/cells'
import { placeHeadings, placeShown, placeTyped, type AreaAt } from '../../table/places'
import { allChoices, choiceOf } from '../../types/dispute-types'
import { bodyKinds, type BodyKind } from '../../words/body-kinds'
import { languages } from '../../words/parties'
import { isCode, labelOf } from '../../words/words'

/** A body as a row of the table has it. */
export type BodyRecord = {
  name: string
  kind: BodyKind | ''
  areaId: string
  types: string[]
  languages: string[]
  scopeNote: string | null
  hours: string | null
  place: string | null
  phone: string | null
  sealOfId: string | null
  shortNumber: string | null
  capacity: number | null
  courtInvited: boolean
  founder: string | null
  setUpPaper: string | null
  filedOn: LegalDay | null
  validFrom: LegalDay
  validTo: LegalDay | null
}

/** What its cells are held against. `seals`: committees with a seal of their own, by name, rows above included. */
export type BodyWorld = {
  areas: ReadonlyMap<string, AreaAt>
  choosable: readonly AreaAt[]
  names: ReadonlyMap<string, string>
  seals: ReadonlyMap<string, string>
}

type C = Column<BodyRecord, BodyWorld>
const one = single<BodyRecord, BodyWorld>
const orNull = (text: string) => text.trim() || null
export const allTypes = '各类都收'
export const ownSeal = '用自己的'

const typeCode = (text: string): string | null =>
  choiceOf(text)?.code ?? allChoices.find(({ label }) => label.normalize('NFKC') === text.normalize('NFKC'))?.code ?? null

const day = (text: string) => dayTyped(text) ?? { problem: `日期不对：${text.slice(0, 20)}，要写成 2026-03-05` }

/** The columns of the table of bodies, in their order: they go out and come back. */
export const bodyColumns: readonly C[] = [
  one(
    '名称',
    'name',
    ({ name }) => name,
    (name) => (name ? { name } : { problem: '不能清空' }),
  ),
  one(
    '类别',
    'kind',
    ({ kind }) => (kind ? labelOf(bodyKinds, kind) : ''),
    (text) => {
      const kind = codeTyped(bodyKinds, text)
      return kind ? { kind } : { problem: `没有“${text.slice(0, 20)}”这一类，照模板“可以填的词”写` }
    },
  ),
  {
    headings: placeHeadings,
    fields: ['areaId'],
    show: ({ areaId }, { areas }) => placeShown(areas, areaId),
    take: (texts, { choosable }) => {
      const place = placeTyped(texts, choosable)
      return 'problem' in place ? place : { areaId: place.area.id }
    },
  },
  one(
    '受理类型',
    'types',
    ({ types }) => (types.length ? types.map((code) => choiceOf(code)?.label ?? code).join('；') : allTypes),
    (text) => {
      if (!text || text === allTypes) return { types: [] }
      const read = codesTyped(text, typeCode)
      return 'problem' in read ? read : { types: read.codes }
    },
  ),
  one(
    '会的语言',
    'languages',
    (record) => record.languages.map((code) => labelOf(languages, code)).join('、'),
    (text) => {
      const read = codesTyped(text, (word) => codeTyped(languages, word))
      return 'problem' in read ? read : { languages: read.codes }
    },
  ),
  one('范围说明', 'scopeNote', (r) => r.scopeNote ?? '', (text) => ({ scopeNote: orNull(text) })), // prettier-ignore
  one('时间', 'hours', (r) => r.hours ?? '', (text) => ({ hours: orNull(text) })), // prettier-ignore
  one('地点', 'place', (r) => r.place ?? '', (text) => ({ place: orNull(text) })), // prettier-ignore
  one('电话', 'phone', (r) => r.phone ?? '', (text) => ({ phone: orNull(text) })), // prettier-ignore
  one(
    '所属调委会',
    'sealOfId',
    ({ sealOfId }, { names }) => (sealOfId ? (names.get(sealOfId) ?? '') : ownSeal),
    (text, { seals }) => {
      if (!text || text === ownSeal) return { sealOfId: null }
      const id = seals.get(text.normalize('NFKC'))
      return id ? { sealOfId: id } : { problem: `没有一个有自己印章和编号用字的调委会叫“${text.slice(0, 30)}”` }
    },
  ),
  one('编号用字', 'shortNumber', (r) => r.shortNumber ?? '', (text) => ({ shortNumber: orNull(text) })), // prettier-ignore
  one(
    '同时办几件',
    'capacity',
    ({ capacity }) => (capacity === null ? '' : String(capacity)),
    (text) => {
      if (!text) return { capacity: null }
      return /^\d{1,4}$/.test(text.normalize('NFKC')) ? { capacity: Number(text.normalize('NFKC')) } : { problem: '要填整数' }
    },
  ),
  one(
    '特邀调解组织',
    'courtInvited',
    ({ courtInvited }) => (courtInvited ? '是' : '否'),
    (text) => {
      const courtInvited = text ? tickTyped(text) : false
      return courtInvited === null ? { problem: '只写“是”或者“否”' } : { courtInvited }
    },
  ),
  one('设立单位', 'founder', (r) => r.founder ?? '', (text) => ({ founder: orNull(text) })), // prettier-ignore
  one('设立文件', 'setUpPaper', (r) => r.setUpPaper ?? '', (text) => ({ setUpPaper: orNull(text) })), // prettier-ignore
  one(
    '备案日期',
    'filedOn',
    ({ filedOn }) => filedOn ?? '',
    (text) => {
      const read = text ? day(text) : null
      return read && typeof read !== 'string' ? read : { filedOn: read }
    },
  ),
  one(
    '起始日期',
    'validFrom',
    ({ validFrom }) => validFrom,
    (text) => {
      const read = text ? day(text) : { problem: '不能清空' }
      return typeof read === 'string' ? { validFrom: read } : read
    },
  ),
  // A body is closed by an act of its own, with its reason and paper.
  one('最后一天', 'validTo', ({ validTo }) => validTo ?? '', () => ({ problem: '撤销要写原因和文件，请到它的页面办' })), // prettier-ignore
]

export const bodyHeadings: readonly string[] = bodyColumns.flatMap(({ headings }) => headings)
export const mostBodies = 2_000

/** What may be written in the columns that take no free words, for the second sheet of the template. */
export const bodyWords: readonly (readonly [heading: string, words: readonly string[]])[] = [
  ['类别', Object.values(bodyKinds).map(({ label }) => label)],
  ['受理类型', [allTypes, ...allChoices.map(({ label }) => label)]],
  ['会的语言', Object.values(languages).map(({ label }) => label)],
  ['特邀调解组织', ['是', '否']],
  ['哪一栏都可以', [`空着：不改`, `${clearWord}：去掉原来的`]],
]

/** The heading under which a field of the form stands. */
export const headingOf = (field: string): string =>
  bodyColumns.find(({ fields }) => (fields as readonly string[]).includes(field))?.headings[0] ?? field

export const isBodyKind = (code: string): code is BodyKind => isCode(bodyKinds, code)

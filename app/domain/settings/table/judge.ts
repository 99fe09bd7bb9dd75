import type { LegalDay } from '../../calendar/days'
import { newId } from '../../id'
import type { Judged, Typed } from '../../table/batch/batch'
import { compare, differenceWords, type Compared } from '../../table/batch/column'
import { cellOf } from '../../table/cells'
import { channelOf } from '../../words/body-kinds'
import { bodyForm } from '../body-form'
import { bodyColumns, headingOf, ownSeal, type BodyRecord, type BodyWorld } from './columns'
import type { BodiesNow, BodyAt } from './world.server'

/** What is to be written for a row: a new body, or what one is from now on. */
export type BodyPlan = { id: string; record: BodyRecord; changed: string[] }

const blankBody = (today: LegalDay): BodyRecord => ({
  name: '',
  kind: '',
  areaId: '',
  types: [],
  languages: ['chinese'],
  scopeNote: null,
  hours: null,
  place: null,
  phone: null,
  sealOfId: null,
  shortNumber: null,
  capacity: null,
  courtInvited: false,
  founder: null,
  setUpPaper: null,
  filedOn: null,
  validFrom: today,
  validTo: null,
})

const keyOf = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')
const given = (record: BodyRecord) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== ''))

/** The sentences of the page's own form, for what is new and for what a row changes. */
function formProblems(record: BodyRecord, now: BodyRecord | null, changed: readonly string[]): string[] {
  const read = bodyForm.safeParse(given(record))
  const issues = read.success ? [] : read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }))
  return issues.filter(({ field }) => !now || changed.includes(field)).map(({ field, message }) => `${headingOf(field)}：${message}`)
}

/** The bodies as the rows so far would leave them: names and numbers are one body's alone. */
class Office {
  readonly world: BodyWorld & { seals: Map<string, string>; names: Map<string, string> }
  private readonly now = new Map<string, BodyRecord>()
  private readonly rows = new Map<string, number>()

  constructor(private readonly all: BodiesNow) {
    this.world = { areas: all.areas, choosable: all.choosable, names: new Map(), seals: new Map() }
    for (const { id, record } of all.bodies) this.leave(id, record)
  }

  /** From now on it is so. */
  leave(id: string, record: BodyRecord, row?: number) {
    this.now.set(id, record)
    if (row) this.rows.set(id, row)
    this.world.names.set(id, record.name)
    const isSeal = record.kind !== '' && channelOf(record.kind) === 'people' && !record.sealOfId && record.shortNumber && !record.validTo
    if (isSeal) this.world.seals.set(record.name.normalize('NFKC'), id)
  }

  rowOf = (id: string) => this.rows.get(id)

  /** Which body a row means: by its name or its number; a sentence where that is not one. */
  find(name: string, number: string): BodyAt | null | { problem: string } {
    const { bodies } = this.all
    const byName = name ? bodies.filter(({ record }) => keyOf(record.name) === keyOf(name)) : []
    const byNumber = number ? bodies.filter(({ record }) => record.shortNumber && keyOf(record.shortNumber) === keyOf(number)) : []
    const both = byName.filter((one) => byNumber.includes(one))
    const hits = both.length ? both : [...new Set([...byName, ...byNumber])]
    const [hit, second] = hits
    if (byName.length && byNumber.length && !both.length)
      return { problem: `分不清是哪一个：名称是“${byName[0]?.record.name}”的，编号用字是“${byNumber[0]?.record.name}”的` }
    if (second) return { problem: `叫这个名称的有 ${hits.length} 个，分不清是哪一个，请写编号用字` }
    if (hit && !hit.mine) return { problem: '已经有这个组织，不归您管，请找区级管理员' }
    return hit ?? null
  }

  /** What a row alone cannot know. */
  problemsOf(id: string, next: BodyRecord, { changed }: Compared<BodyRecord>, before: BodyAt | null): string[] {
    const others = [...this.now].filter(([other, { validTo }]) => other !== id && validTo === null)
    const found: string[] = []
    const same = others.find(([, record]) => keyOf(record.name) === keyOf(next.name))
    if (same && changed.includes('name')) found.push('名称：已经有叫这个名称的组织')
    const numbered = next.shortNumber ? others.find(([, record]) => record.shortNumber === next.shortNumber) : undefined
    if (numbered && changed.includes('shortNumber')) found.push(`编号用字：“${numbered[1].name}”已经用了这个编号用字`)
    if (next.sealOfId && next.kind && channelOf(next.kind) !== 'people') found.push('所属调委会：只有人民调解组织用调委会的印章')
    if (next.sealOfId === id) found.push('所属调委会：不能是自己')
    if (next.sealOfId && next.shortNumber) found.push('编号用字：用别的调委会印章的，编号也用它的，这里不填')
    if (!before) return found
    const rooms = before.rooms.join('、')
    const noSeal = next.sealOfId !== null || next.shortNumber === null || (next.kind && channelOf(next.kind) !== 'people')
    if (rooms && noSeal && changed.length) found.push(`${rooms}在用它的印章，先给它们换一个`)
    return found
  }
}

function judgeOne({ row, cells }: Typed, office: Office, all: BodiesNow): Judged<BodyPlan> {
  const [name, number] = [cellOf(cells, '名称'), cellOf(cells, '编号用字')]
  const hit = office.find(name, number)
  const shown = [name || number, cellOf(cells, '类别'), [cellOf(cells, '乡镇街道'), cellOf(cells, '村社区')].join('')]
  const bad = (...words: string[]): Judged<BodyPlan> => ({
    row,
    answer: { tone: 'bad', words: words.join('；') },
    does: 'none',
    shown,
    plan: null,
  })
  if (hit && 'problem' in hit) return bad(hit.problem)
  if (!hit && !name) return bad('缺名称')
  const id = hit?.id ?? newId()
  const blank = blankBody(all.today)
  const found = compare(bodyColumns, cells, hit?.record ?? null, blank, office.world)
  const { next, changed, differences } = found
  const renamed = hit && name && keyOf(name) !== keyOf(hit.record.name)
  if (renamed && (changed.includes('kind') || changed.includes('areaId')))
    return bad(`编号用字是“${hit.record.name}”的：改名的，类别和地域先照原来的写；新设的，换一个编号用字`)
  const twice = hit ? office.rowOf(id) : undefined
  if (twice) return bad(`和第 ${twice} 行是同一个组织，只能写一行`)
  const seen = [next.name, ...bodyColumns.slice(1, 3).map(({ show }) => show(next, office.world).join(''))]
  const already = new Set(found.problems.map((words) => words.split('：')[0]))
  const more = [...formProblems(next, hit?.record ?? null, changed), ...office.problemsOf(id, next, found, hit)]
  const problems = [...found.problems, ...more.filter((words) => !already.has(words.split('：')[0]))]
  if (problems.length) return { ...bad(...new Set(problems)), shown: hit ? seen : shown }
  office.leave(id, next, row)
  const plan = { id, record: next, changed }
  if (!hit) return { row, answer: { tone: 'good', words: '新增' }, does: 'make', shown: seen, plan }
  if (!changed.length) return { row, answer: { tone: 'good', words: '没有变化' }, does: 'same', shown: seen, plan: null }
  return { row, answer: { tone: 'look', words: `改动：${differenceWords(differences)}` }, does: 'change', shown: seen, plan }
}

/** An answer for every row of a table of bodies. A room may name a committee that the same table makes, wherever it stands. */
export function judgeBodies(rows: readonly Typed[], all: BodiesNow): Judged<BodyPlan>[] {
  const office = new Office(all)
  const seal = ({ cells }: Typed) => Number(!['', ownSeal].includes(cellOf(cells, '所属调委会')))
  return rows
    .toSorted((a, b) => seal(a) - seal(b) || a.row - b.row)
    .map((typed) => judgeOne(typed, office, all))
    .sort((a, b) => a.row - b.row)
}

import { roleLabels, type Role } from '../../actor'
import type { LegalDay } from '../../calendar/days'
import { isMobile, normalisePhone } from '../../privacy/phone'
import { cellOf, dayTyped, named, type Cells } from '../../table/cells'
import type { Answered, RowAnswer } from '../../table/sheet.server'
import { heldAt, misplaced } from '../giving'
import type { World } from './world.server'

export const peopleHeadings = ['姓名', '手机号', '岗位', '乡镇街道', '村社区', '网格', '调解组织', '起始日期'] as const
/** Without these it is another table. */
export const neededHeadings = ['姓名', '手机号']
/** Grid workers of a whole district are some 1,600. */
export const mostPeople = 2_000

export type Post = { role: Role; areaId?: string; bodyId?: string; unit?: string; from: LegalDay }
/** A row as it is kept: what was typed, and what it would make. After it was done the telephone is gone and the account stands there. */
export type PersonRow = {
  name: string
  phone: string
  /** 束河街道龙泉社区·网格员 */
  words: string
  makes: 'account' | 'post' | null
  post?: Post
  accountId?: string
  /** When its one-time password was made, as an ISO text. */
  handedAt?: string
}

const cell = (cells: Cells, heading: (typeof peopleHeadings)[number]) => cellOf(cells, heading)

const roleOf = (text: string): Role | null => {
  if (text === '') return 'grid'
  return (Object.keys(roleLabels) as Role[]).find((role) => roleLabels[role] === text) ?? null
}

type Where = { areaId?: string; bodyId?: string; unit?: string; words: string } | { problem: string }

function areaAt(cells: Cells, role: Role, { areas }: World): Where {
  const [town, village, grid] = [cell(cells, '乡镇街道'), cell(cells, '村社区'), cell(cells, '网格')]
  const wholes = areas.filter(({ level }) => level === 'district')
  const towns = areas.filter(({ level }) => level === 'township')
  const only = towns.length === 1 && wholes.length === 0 ? towns : []
  const tops = town ? named(town, [...towns, ...wholes]) : only
  if (town && tops.length !== 1) return { problem: `没有这个乡镇街道：${town}，或者不归您管` }
  const [top] = tops
  if (!village) {
    if (!top) return { problem: '缺乡镇街道' }
    if (role === 'grid' && top.level === 'township' && !grid) return { problem: '缺村社区' }
    const wrong = misplaced(role, top)
    return wrong ? { problem: wrong } : { areaId: top.id, words: top.name, ...(grid && { unit: `${top.name}${grid}` }) }
  }
  const found = named(
    village,
    areas.filter(({ level, parentId }) => level === 'village' && (!top || parentId === top.id)),
  )
  const [at, second] = found
  if (!at) return { problem: `${top?.name ?? ''}没有这个村社区：${village}` }
  if (second) return { problem: '这个村社区不止一个，请写明乡镇街道' }
  const exact = grid
    ? named(
        grid,
        areas.filter(({ level, parentId }) => level === 'grid' && parentId === at.id),
      )[0]
    : undefined
  const wrong = misplaced(role, exact ?? at)
  if (wrong) return { problem: wrong }
  return { areaId: (exact ?? at).id, words: `${top?.name ?? ''}${at.name}${grid}`, ...(grid && !exact && { unit: `${at.name}${grid}` }) }
}

function bodyAt(cells: Cells, role: Role, { bodies }: World): Where {
  const text = cell(cells, '调解组织')
  if (!text) return { problem: `缺调解组织：${roleLabels[role]}要写明是哪个组织的` }
  const [body, second] = bodies.filter(({ name }) => name === text)
  if (!body || second) return { problem: `没有这个调解组织：${text}，或者不归您管` }
  const wrong = misplaced(role, body)
  return wrong ? { problem: wrong } : { bodyId: body.id, words: body.name }
}

function postOf(cells: Cells, world: World, today: LegalDay): { post: Post; words: string } | { problems: string[] } {
  const [typed, since] = [cell(cells, '岗位'), cell(cells, '起始日期')]
  const role = roleOf(typed)
  const from = since === '' ? today : dayTyped(since)
  const problems = from ? [] : [`起始日期不对：${since.slice(0, 20)}，要写成 2026-03-05`]
  if (!role) return { problems: [...problems, `没有这个岗位：${typed.slice(0, 20)}`] }
  if (role === 'admin') return { problems: [...problems, '管理员不能用表格导入，请逐个新建'] }
  const where = 'levels' in heldAt[role] ? areaAt(cells, role, world) : bodyAt(cells, role, world)
  if ('problem' in where) problems.push(where.problem)
  if ('problem' in where || !from || problems.length) return { problems }
  const { words, ...at } = where
  return { post: { role, ...at, from }, words: `${words}·${roleLabels[role]}` }
}

const samePost = (a: { role: Role; areaId?: string | null; bodyId?: string | null }, b: typeof a) =>
  a.role === b.role && (a.areaId ?? null) === (b.areaId ?? null) && (a.bodyId ?? null) === (b.bodyId ?? null)

const good = (words: string): RowAnswer => ({ tone: 'good', words })
const bad = (...problems: string[]): RowAnswer => ({ tone: 'bad', words: problems.join('；') })

type Earlier = { row: number; name: string; posts: Post[] }
export type Typed = { row: number; cells: Cells }

/** An answer for every row of a table; `hashOf` is how a telephone is known. Rows may be held against the world again later. */
export function judge(rows: readonly Typed[], world: World, today: LegalDay, hashOf: (phone: string) => string): Answered<PersonRow>[] {
  const earlier = new Map<string, Earlier>()
  return rows.map(({ row, cells }) => {
    const [name, phone] = [cell(cells, '姓名'), normalisePhone(cell(cells, '手机号'))]
    const value = { name: name.slice(0, 60), phone: phone.slice(0, 20), words: '', makes: null }
    const problems = [
      ...(name === '' ? ['缺姓名'] : [...name].length > 30 ? ['姓名超过 30 个字'] : []),
      ...(phone === '' ? ['缺手机号'] : isMobile(phone) ? [] : ['手机号不对，要 11 位']),
    ]
    const meant = postOf(cells, world, today)
    if ('problems' in meant || problems.length)
      return { row, value, answer: bad(...problems, ...('problems' in meant ? meant.problems : [])) }
    const { post, words } = meant
    const made = { ...value, words, post }
    const [before, known] = [earlier.get(phone), world.byPhone.get(hashOf(phone))]
    if (before && before.name !== name) return { row, value: made, answer: bad(`手机号和第 ${before.row} 行相同，姓名不同`) }
    if (before?.posts.some((other) => samePost(other, post)))
      return { row, value: made, answer: { tone: 'look' as const, words: `重复：和第 ${before.row} 行一样，不再导入` } }
    if (known?.id === world.self) return { row, value: made, answer: bad('不能给自己加岗位') }
    if (known && !known.mine) return { row, value: made, answer: bad('这个手机号已有账号，不归您管，请找区级管理员') }
    if (known && known.name !== name) return { row, value: made, answer: bad('这个手机号是另一个人的账号，请核对姓名和手机号') }
    if (known?.stopped) return { row, value: made, answer: bad('这个账号停用了，请先在人员页面恢复') }
    if (known?.posts.some((other) => samePost(other, post)))
      return { row, value: made, answer: { tone: 'look' as const, words: '重复：已有同样的岗位，不再导入' } }
    earlier.set(phone, { row: before?.row ?? row, name, posts: [...(before?.posts ?? []), post] })
    if (known || before) return { row, value: { ...made, makes: 'post' as const }, answer: good('可以：已有账号，加这个岗位') }
    return { row, value: { ...made, makes: 'account' as const }, answer: good('可以：新建账号') }
  })
}

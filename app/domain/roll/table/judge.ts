import { newId } from '../../id'
import { accountPhoneHash, identityHash, phoneHash } from '../../privacy/hash.server'
import { isPhone } from '../../privacy/phone'
import type { Judged, Typed } from '../../table/batch/batch'
import { compare, differenceWords } from '../../table/batch/column'
import { cellOf, codeTyped, type Cells } from '../../table/cells'
import { offices, type Office } from '../../words/roll'
import { appointForm, registrantForm } from '../forms'
import { personColumns } from './columns'
import type { OfficeRecord, PersonRecord, RollWorld } from './kinds'
import { officeColumns, rollHeadingOf } from './office-columns'
import { Finder, nameKey } from './find'
import { blankPerson, byNumber } from './person'
import type { HeldOffice, PersonAt, RollNow, StaffedBody } from './world.server'

type AccountAt = { id: string; registrantId: string | null }

/** What is to be written for a row; null for the part that stays. */
export type RollPlan = {
  registrantId: string
  person: { make: boolean; record: PersonRecord; changed: string[]; accountId: string | null } | null
  office: { id: string; make: boolean; bodyId: string; office: Office; record: OfficeRecord } | null
}

const given = (record: object) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== ''))
type Read = { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined }
const problemsIn = (read: Read, counts: (field: string) => boolean): string[] =>
  (read.error?.issues ?? []).flatMap(({ path, message }) => {
    const field = String(path[0] ?? '')
    return counts(field) ? `${rollHeadingOf(field)}：${message}` : []
  })

type Office_ = { plan: RollPlan['office']; problems: string[]; words: string }
const noOffice: Office_ = { plan: null, problems: [], words: '' }

/** What the right half of a row says: an office that is new, or held otherwise than it stood. */
function officeOf(cells: Cells, hit: PersonAt | null, body: StaffedBody | null, world: RollWorld): Office_ {
  const bad = (...problems: string[]): Office_ => ({ ...noOffice, problems })
  const typed = cellOf(cells, '职务')
  if (!body) return typed || cellOf(cells, '文号') ? bad('调解组织：写了职务、文号，没有写调解组织') : noOffice
  const code = typed ? codeTyped(offices, typed) : null
  if (typed && !code) return bad(`职务：没有“${typed.slice(0, 20)}”，照模板里“可以填的词”写`)
  const own = (hit?.held ?? []).filter(({ bodyId, office }) => bodyId === body.id && (!code || office === code))
  const [held, second] = own
  if (second) return bad('职务：在这个组织有几项任职，请写明是哪一项')
  const office: Office = code ?? held?.office ?? 'mediator'
  const end = offices[office].sits && body.termEnd && body.termEnd >= world.today ? body.termEnd : null
  const blank: OfficeRecord = { how: '', paper: null, validFrom: world.today, validTo: end }
  const { next, changed, differences, problems } = compare(officeColumns, cells, held?.record ?? null, blank, world)
  if (held && !changed.length && !problems.length) return noOffice
  const read = appointForm.safeParse(given({ ...next, bodyId: body.id, office }))
  const more = problemsIn(read, (field) => !held || (changed as string[]).includes(field))
  const already = new Set(problems.map((words) => words.split('：')[0]))
  const found = [...problems, ...more.filter((words) => !already.has(words.split('：')[0]))]
  if (next.how && next.how !== 'elected' && !next.paper) found.push('文号：请写文号；没有文号的写明哪次会议、哪份决定')
  if (next.validTo && next.validTo < next.validFrom) found.push('任期止：不能早于任职起')
  if (found.length) return bad(...found)
  const plan = { id: held?.id ?? newId(), make: !held, bodyId: body.id, office, record: next }
  return { plan, problems: [], words: held ? differenceWords(differences) : `任${body.name}${offices[office].label}` }
}

/** Everybody as the rows so far would leave them. */
class Roll {
  private readonly finder: Finder
  private readonly bodies: Map<string, StaffedBody>
  private readonly world: RollWorld
  private readonly rows = new Map<string, number>()

  constructor(
    private readonly all: RollNow,
    private readonly accounts: ReadonlyMap<string, AccountAt>,
  ) {
    this.finder = new Finder(all.people)
    this.bodies = new Map(all.bodies.map((body) => [nameKey(body.name), body]))
    this.world = { areas: all.areas, choosable: all.choosable, today: all.today, whole: false }
  }

  judge({ row, cells }: Typed): Judged<RollPlan> {
    const [name, bodyName] = [cellOf(cells, '姓名'), cellOf(cells, '调解组织')]
    const shown = [name, cellOf(cells, '类别'), bodyName]
    const bad = (...words: string[]): Judged<RollPlan> => ({
      row,
      answer: { tone: 'bad', words: [...new Set(words)].join('；') },
      does: 'none',
      shown,
      plan: null,
    })
    if (!name) return bad('缺姓名')
    const body = bodyName ? (this.bodies.get(nameKey(bodyName)) ?? null) : null
    const hit = this.finder.find(cells, body)
    if (hit && 'problem' in hit) return bad(hit.problem)
    if (hit && !hit.mine) return bad('名册里已经有这个人，不归您管，请找区级管理员')
    const appointed = body && hit?.held.some(({ bodyId }) => bodyId === body.id)
    if (bodyName && (!body || (!body.mine && !appointed)))
      return bad(`调解组织：没有“${bodyName.slice(0, 30)}”这个人民调解组织，或者不归您管`)
    const blank = blankPerson(this.all.today)
    const found = compare(personColumns, cells, hit?.record ?? null, hit ? blank : { ...blank, areaId: body?.areaId ?? '' }, this.world)
    const earlier = hit ? this.rows.get(hit.id) : undefined
    if (earlier && found.changed.length)
      return bad(`和第 ${earlier} 行是同一个人，${found.differences.map(({ heading }) => heading).join('、')}不一样，请核对`)
    const { record, problems } = byNumber(found.next)
    const office = officeOf(cells, hit, body, this.world)
    const account = this.accountOf(record, hit, found.changed)
    const already = new Set(found.problems.map((words) => words.split('：')[0]))
    const form = problemsIn(registrantForm.safeParse(given(record)), (field) => !hit || (found.changed as string[]).includes(field))
    const all = [...found.problems, ...form.filter((words) => !already.has(words.split('：')[0])), ...problems, ...office.problems]
    if ('problem' in account) all.push(account.problem)
    if (all.length || 'problem' in account) return bad(...all)
    if (account.id === this.all.self && (office.plan?.make || account.id !== hit?.accountId)) return bad('自己的任职，要由另一位管理员来办')
    return this.answer(row, hit, { ...found, record }, office, account.id, [record.name, ...shown.slice(1)])
  }

  /** The account that signs in with the telephone, where that is new; the one that is theirs otherwise. */
  private accountOf(
    { phone }: PersonRecord,
    hit: PersonAt | null,
    changed: readonly string[],
  ): { id: string | null } | { problem: string } {
    const account = phone && (!hit || changed.includes('phone')) ? this.accounts.get(accountPhoneHash(phone)) : undefined
    if (account?.registrantId && account.registrantId !== hit?.id) return { problem: '手机号：用这个手机号登录的人已经在名册里了' }
    return { id: account?.id ?? hit?.accountId ?? null }
  }

  private answer(
    row: number,
    hit: PersonAt | null,
    found: { record: PersonRecord; changed: readonly string[]; differences: Parameters<typeof differenceWords>[0] },
    office: Office_,
    accountId: string | null,
    shown: string[],
  ): Judged<RollPlan> {
    const registrantId = hit?.id ?? newId()
    const { record, changed } = found
    const person = hit && !changed.length ? null : { make: !hit, record, changed: [...changed], accountId }
    const held: HeldOffice[] = [...(hit?.held ?? []).filter(({ id }) => id !== office.plan?.id), ...(office.plan ? [office.plan] : [])]
    this.finder.keep({
      id: registrantId,
      mine: true,
      accountId,
      phoneHash: record.phone ? phoneHash(record.phone) : null,
      idHash: record.identityNumber ? identityHash(record.identityNumber) : null,
      record,
      held,
    })
    this.rows.set(registrantId, row)
    if (!person && !office.plan) return { row, answer: { tone: 'good', words: '没有变化' }, does: 'same', shown, plan: null }
    const plan = { registrantId, person, office: office.plan }
    if (!hit) {
      const namesake = this.finder.namesakes(registrantId, record.name)
      const words = ['新增', office.words, namesake && '名册里有同名的人，请核对是不是另一个人'].filter(Boolean).join('；')
      return { row, answer: { tone: namesake ? 'look' : 'good', words }, does: 'make', shown, plan }
    }
    const words = [person && differenceWords(found.differences), office.words].filter(Boolean).join('；')
    return { row, answer: { tone: 'look', words: `改动：${words}` }, does: 'change', shown, plan }
  }
}

/** The telephones of a table that could sign somebody in, as they are looked up. */
export const accountHashesIn = (rows: readonly Typed[]): string[] => [
  ...new Set(rows.flatMap(({ cells }) => (isPhone(cellOf(cells, '手机号')) ? accountPhoneHash(cellOf(cells, '手机号')) : []))),
]

/** An answer for every row of a table of the register. */
export function judgeRoll(rows: readonly Typed[], all: RollNow, accounts: ReadonlyMap<string, AccountAt>): Judged<RollPlan>[] {
  const roll = new Roll(all, accounts)
  return rows.map((typed) => roll.judge(typed))
}

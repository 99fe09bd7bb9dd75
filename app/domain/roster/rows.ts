import type { LegalDay } from '../calendar/days'
import { fenOf } from '../forms/money'
import { identityProblem, identityProblemText, normaliseIdentityNumber, type IdentityKind } from '../privacy/identity-number'
import { isPhone, normalisePhone } from '../privacy/phone'
import { nameKey } from '../search/tokens'
import type { Answered, RowAnswer } from '../table/sheet.server'

/** The headings of the list, as the template has them; only the name must be there. */
export const rosterHeadings = ['姓名', '证件号码', '手机号', '金额', '代表', '备注'] as const
export const mostMembers = 500

/** One person of a list; money in fen as text, '' where nothing was written. */
export type Member = { name: string; idNumber: string; phone: string; fen: string; representative: boolean; note: string }

const kinds: readonly Exclude<IdentityKind, 'none'>[] = ['residentId', 'hongKongMacaoTaiwan', 'passport', 'foreignPermanentResident']

/** Eighteen digits are a resident's number and have to be right as one; others may be any paper. */
function numberProblem(number: string, today: LegalDay): string | null {
  const plain = normaliseIdentityNumber(number)
  if (/^\d{15,17}[\dX]$/.test(plain) || plain.length === 18) {
    const card = /^9/.test(plain) ? 'foreignPermanentResident' : 'residentId'
    const problem = identityProblem(card, plain, today)
    return problem && identityProblemText[problem]
  }
  return kinds.some((kind) => !identityProblem(kind, plain, today)) ? null : identityProblemText.shape
}

const yes = /^(是|代表|推选代表|√|✓|y|yes|1)$/i
const no = /^(|否|不是|无|n|no|0)$/i

const clean = (text: string | undefined) => (text ?? '').trim()

function read(cells: Record<string, string>): Member {
  const fen = fenOf(clean(cells['金额']))
  return {
    name: clean(cells['姓名']),
    idNumber: normaliseIdentityNumber(clean(cells['证件号码'])),
    phone: normalisePhone(clean(cells['手机号'])),
    fen: fen === null ? '' : String(fen),
    representative: yes.test(clean(cells['代表'])),
    note: clean(cells['备注']),
  }
}

const bad = (words: string): RowAnswer => ({ tone: 'bad', words })

function problemOf(cells: Record<string, string>, member: Member, today: LegalDay): RowAnswer | null {
  if (!member.name) return bad('没有姓名')
  if ([...member.name].length > 60) return bad('姓名太长，最多60个字')
  const wrong = member.idNumber ? numberProblem(member.idNumber, today) : null
  if (wrong) return bad(wrong)
  if (member.phone && !isPhone(member.phone)) return bad('手机号不对，请核对')
  if (clean(cells['金额']) && !member.fen) return bad('金额没有填对，如 1200 或 1200.50')
  if (!yes.test(clean(cells['代表'])) && !no.test(clean(cells['代表']))) return bad('“代表”一栏只写“是”，或者空着')
  if ([...member.note].length > 200) return bad('备注太长，最多200个字')
  return null
}

/** Every row with its answer: what is wrong is left out, the same person twice counts once, the same name twice is to be looked at. */
export function answerRows(rows: readonly { row: number; cells: Record<string, string> }[], today: LegalDay): Answered<Member>[] {
  const numbers = new Map<string, number>()
  const people = new Map<string, number>()
  const names = new Map<string, number>()
  return rows.map(({ row, cells }) => {
    const value = read(cells)
    const problem = problemOf(cells, value, today)
    if (problem) return { row, value, answer: problem }
    const name = nameKey(value.name)
    const person = value.phone ? `${name} ${value.phone}` : ''
    const same = (value.idNumber && numbers.get(value.idNumber)) || (person && people.get(person))
    if (same) return { row, value, answer: bad(`和第 ${same} 行是同一个人，只算一次`) }
    const namesake = names.get(name)
    if (value.idNumber) numbers.set(value.idNumber, row)
    if (person) people.set(person, row)
    names.set(name, row)
    if (namesake) return { row, value, answer: { tone: 'look', words: `和第 ${namesake} 行同名，请核对；会导入` } }
    const lacking = [!value.idNumber && '证件号码', !value.phone && '手机号'].filter(Boolean)
    return { row, value, answer: { tone: 'good', words: lacking.length ? `可以导入，没有${lacking.join('、')}` : '可以导入' } }
  })
}

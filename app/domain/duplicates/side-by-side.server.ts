import { read, reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, formatShortDay, formatTime } from '../calendar/days'
import { isPossible } from '../dispute/moves'
import { mayDo } from '../dispute/permissions'
import { openPage, type DisputePage } from '../dispute/show/open.server'
import { sideWord } from '../dispute/show/parties.server'
import { labelOf as stateOf } from '../dispute/words'
import { yuanOf } from '../forms/money'
import { Refusal } from '../refusal'
import { typeLabel } from '../types/dispute-types'
import { riskLevels } from '../words/danger-signs'
import { intakeChannels } from '../words/sources'
import { labelOf } from '../words/words'
import { findSame, reasonsOf, toldOf } from './find.server'
import { scoreOf } from './score'

/** One line of the two registrations; `mark` says in words how they go together. */
export type Beside = { label: string; own: string; other: string; mark?: string }
export type SideBySide = {
  id: string
  otherId: string
  number: string
  otherNumber: string
  rows: Beside[]
  /** What speaks for and against their being one quarrel. */
  reasons: string[]
  against: string[]
  choices: { value: SameChoice; label: string; hint?: string; disabled?: boolean }[]
  seen: number
  otherSeen: number | null
}
export type SameChoice = 'into' | 'take' | 'link' | 'not'

const moment = (iso: string) => `${formatShortDay(dayIn(new Date(iso)))} ${formatTime(new Date(iso))}`

/** What a registration says, line by line, as far as this person is shown it. */
function told({ dispute, rows, sight }: DisputePage): Record<string, string> {
  if (sight.sealed) return hiddenOf({ number: dispute.number, township: rows.township, risk: dispute.risk })
  const leg = rows.legs.find(({ endedAt }) => !endedAt) ?? null
  const side = (of: string) =>
    rows.parties
      .filter(({ side: one, leftAt }) => one === of && !leftAt)
      .map(({ name, addressText, roleText }) => [name, roleText, addressText].filter(Boolean).join('，'))
      .join('；')
  return {
    登记编号: dispute.number,
    登记: [moment(dispute.registeredAt), labelOf(intakeChannels, rows.intake), rows.registrar].filter(Boolean).join('，'),
    状态: stateOf(dispute.status, leg),
    地点: [rows.township, rows.village === rows.township ? '' : rows.village, rows.placeText].filter(Boolean).join(''),
    类型: typeLabel(dispute.typeCode, dispute.subtypeCode),
    [sideWord('applicant', dispute.source)]: side('applicant'),
    [sideWord('respondent', dispute.source)]: side('respondent'),
    第三方: side('third'),
    发生时间: rows.occurredOn ?? '',
    金额: rows.amountFen === null ? '' : `${rows.amountAbout ? '约 ' : ''}${yuanOf(BigInt(rows.amountFen))} 元`,
    事情经过: rows.events[0]?.texts.find(({ kind }) => kind === 'facts')?.text ?? '',
    风险: labelOf(riskLevels, dispute.risk),
  }
}

const hiddenOf = ({ number, township, risk }: { number: string; township: string; risk: string }): Record<string, string> => ({
  登记编号: number,
  地点: township,
  风险: labelOf(riskLevels, risk),
  不公开: '只有经办的人和值班能看内容',
})

const same = (a: string | undefined, b: string | undefined) => Boolean(a) && a === b
const never: readonly string[] = ['登记编号', '登记', '状态', '风险', '不公开']

/** Line by line; what is written alike is marked, what only sounds alike is said among the reasons. */
function linesOf(own: Record<string, string>, other: Record<string, string>): Beside[] {
  const labels = [...new Set([...Object.keys(own), ...Object.keys(other)])]
  return labels.flatMap((label) => {
    const [a, b] = [own[label] ?? '', other[label] ?? '']
    if (!a && !b) return []
    return [{ label, own: a, other: b, ...(same(a, b) && !never.includes(label) && { mark: '一样' }) }]
  })
}

/** Another that this person may not open: known by number, area and level, where the two were found or held beside each other before. */
async function stranger(actor: Person, ownId: string, otherId: string, now: Date) {
  const [row] = await read<{ number: string; township: string; risk: string; decided: boolean }[]>`
    select o.number, t.name as township, o.risk::text as risk, exists (select 1 from duplicate_decision x where (x.dispute_id = ${ownId}::uuid and x.other_id = o.id)
      or (x.other_id = ${ownId}::uuid and x.dispute_id = o.id)) as decided
    from dispute o join area t on t.id = o.township_id where o.id = ${otherId}::uuid`
  const own = (await toldOf(reading, [ownId])).get(ownId)
  const found = own && row && !row.decided ? (await findSame(reading, actor, own, now)).some(({ id }) => id === otherId) : row?.decided
  if (!row || !found) throw new Refusal('notFound')
  return row
}

const openOther = (actor: Person, otherId: string, now: Date) =>
  openPage(actor, otherId, now).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'notFound') return null
    throw error
  })

const canRest = ({ actor, dispute }: DisputePage) =>
  mayDo(actor, 'merge', dispute.handling) && isPossible('merge', dispute.status, dispute.facts)

function choicesFor(own: DisputePage, other: DisputePage | null): SideBySide['choices'] {
  const elsewhere = '只有在您的分流台上、还没有协议的，才能并入另一件'
  const hidden = '那一件您不能查看，由经办的人并案'
  const rest = (page: DisputePage | null) => (other && page && canRest(page) ? {} : { disabled: true, hint: other ? elsewhere : hidden })
  return [
    { value: 'into', label: `并案：${own.dispute.number} 并入那一件`, ...rest(own) },
    { value: 'take', label: `并案：那一件并入 ${own.dispute.number}`, ...rest(other) },
    { value: 'link', label: '关联：两件有关，分别办理' },
    { value: 'not', label: '不是同一件，以后不再问' },
  ]
}

/** Two registrations beside each other, for the posts that may bring them together. Throws Refusal forbidden, notFound. */
export async function sideBySide(actor: Person, id: string, otherId: string, now = new Date()): Promise<SideBySide> {
  if (!areasOf(actor, 'triage').length) throw new Refusal('forbidden', '并案由分流岗办理')
  if (id === otherId) throw new Refusal('notFound')
  const own = await openPage(actor, id, now)
  if (own.sight.sealed) throw new Refusal('notFound')
  const seen = await openOther(actor, otherId, now)
  const other = seen && !seen.sight.sealed ? seen : null
  const hidden = other ? null : await stranger(actor, id, otherId, now)
  const both = await toldOf(reading, [id, otherId])
  const [a, b] = [both.get(id), both.get(otherId)]
  const score = other && a && b ? scoreOf(a, b) : null
  return {
    id,
    otherId,
    number: own.dispute.number,
    otherNumber: other?.dispute.number ?? hidden?.number ?? '',
    rows: linesOf(told(own), other ? told(other) : hiddenOf(hidden ?? { number: '', township: '', risk: 'green' })),
    reasons: score ? reasonsOf(score) : [],
    against: score ? score.reasons.filter(({ weight }) => weight < 0).map(({ say }) => say) : [],
    choices: choicesFor(own, other),
    seen: own.dispute.version,
    otherSeen: other?.dispute.version ?? null,
  }
}

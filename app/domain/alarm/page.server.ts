import { alarmMachine } from '#machines/alarm.machine'
import { can, metaOf } from '#machines/step'
import { areasOf, type Person } from '../actor'
import { dayIn, formatInstant, formatShortDay, formatTime } from '../calendar/days'
import { districtsOf } from '../drill/permissions'
import { Refusal } from '../refusal'
import { riskReasons } from '../risk/words'
import { hidden, long, type FormField, type SettingForm } from '../settings/fields'
import { dangerSigns } from '../words/danger-signs'
import { isCode, labelOf } from '../words/words'
import { ladder } from './ladder'
import { mayAnswerAlarm } from './permissions'
import { alarmRow, alarmRows, type AlarmRow, type ListedAlarm } from './rows.server'
import { alarmCauses, callLines, minutesWords, whenWho } from './words'

const isRinging = ({ status }: Pick<AlarmRow, 'status'>) => can(alarmMachine, status, {}, { type: 'acknowledge' })
const isOpen = ({ status }: Pick<AlarmRow, 'status'>) => can(alarmMachine, status, {}, { type: 'handle' })
const titleOf = ({ title, number, place, drillId }: ListedAlarm) =>
  drillId ? `【演练】${place}` : (title ?? `${place}的一件纠纷（${number ?? ''}）`)

const form = (act: string, title: string, submit: string, fields: FormField[] = [], more: Partial<SettingForm> = {}): SettingForm => ({
  act,
  title,
  fields: fields.length ? fields : [hidden('text', '')],
  submit,
  ...more,
})

const formsOf = (row: AlarmRow): SettingForm[] =>
  !isOpen(row)
    ? []
    : [
        ...(isRinging(row) ? [form('acknowledge', '签收', '我来办，签收', [], { note: '签收以后不再往上叫；一件只要一个人签收。' })] : []),
        form('handle', '处置情况', '已处置', [long('text', '怎么处置的', { hint: '谁到场、人怎么样了、还要盯什么' })], {
          quiet: isRinging(row),
        }),
        form('standDown', '误报', '误报，解除警报', [long('text', '为什么是误报')], { grave: true }),
      ]

/** Whom to ring up now: by the signs that were ticked. */
const phones = (signs: readonly string[]): string[] => [
  ...new Set(
    signs.flatMap((sign) =>
      isCode(dangerSigns, sign) ? dangerSigns[sign].call.map(({ who, phone }) => [who, phone].filter(Boolean).join(' ')) : [],
    ),
  ),
]

/** The page of one alarm, cut to what they may see of its dispute. Throws Refusal notFound. */
export async function alarmPage(actor: Person, alarmId: string, now = new Date()) {
  const row = await alarmRow(actor, alarmId, now)
  if (!row || !mayAnswerAlarm(actor, row)) throw new Refusal('notFound', '没有这个警报，或者不归您办')
  const next = row.climbAt && isRinging(row) ? `${formatTime(row.climbAt)} 还没有人签收，就叫上一级` : ''
  return {
    title: titleOf(row),
    drill: row.drillId !== null,
    report: row.drillId && (districtsOf(actor).includes(row.districtId) ? `/drills/${row.drillId}` : '/'),
    state: metaOf(alarmMachine, row.status).label,
    ringing: isRinging(row),
    open: isOpen(row),
    href: row.disputeId && row.title !== null ? `/disputes/${row.disputeId}` : null,
    facts: [
      { label: '为什么响', value: labelOf(alarmCauses, row.why) },
      { label: '演练内容', value: row.scenario ?? '' },
      { label: '登记编号', value: row.number ?? '' },
      { label: '地方', value: row.place },
      { label: '危险', value: row.title === null ? '' : row.signs.map((sign) => labelOf(dangerSigns, sign)).join('、') },
      { label: '风险依据', value: row.title === null ? '' : riskReasons(row.reasons, row.rulesVersion).join('、') },
      { label: '发出', value: formatInstant(row.raisedAt) },
      { label: '签收', value: whenWho(row.takenAt, row.takenBy) },
      { label: '多久签收', value: row.takenAt ? minutesWords(row.raisedAt, row.takenAt) : next },
      { label: '结束', value: whenWho(row.endedAt, row.endedBy) },
    ].filter(({ value }) => value !== ''),
    phones: row.disputeId && isOpen(row) ? phones(row.signs) : [],
    calls: callLines(row.calls),
    ladder: ladder.map(({ label, minutes }) => (minutes ? `${label}（${minutes} 分钟）` : label)).join('，再叫'),
    forms: formsOf(row),
  }
}

/** So many days back are listed. */
const days = 30

const lineOf = (row: ListedAlarm, now: Date) => ({
  id: row.id,
  href: `/alarms/${row.id}`,
  title: titleOf(row),
  number: row.number ?? '',
  why: labelOf(alarmCauses, row.why),
  at: `${formatShortDay(dayIn(row.raisedAt))} ${formatTime(row.raisedAt)}`,
  state: metaOf(alarmMachine, row.status).label,
  ringing: isRinging(row),
  open: isOpen(row),
  taken: row.takenAt
    ? `${row.takenBy ?? ''}，${minutesWords(row.raisedAt, row.takenAt)}`
    : isRinging(row)
      ? `响了${minutesWords(row.raisedAt, now)}`
      : '没有签收',
})

/** Who has such a page at all: looks after a district, or was called once. */
const demandWatch = (actor: Person, rows: readonly unknown[]) => {
  if (!rows.length && !areasOf(actor, 'duty', 'bureau', 'leader').length) throw new Refusal('notFound', '没有这一页')
}

/** 警报: open ones first, then those of the last thirty days. */
export async function alarmList(actor: Person, now = new Date()) {
  const rows = await alarmRows(actor, new Date(now.getTime() - days * 86_400_000), now)
  demandWatch(actor, rows)
  const lines = rows.map((row) => lineOf(row, now))
  return {
    open: lines.filter(({ open }) => open),
    past: lines.filter(({ open }) => !open),
    days,
    drills: areasOf(actor, 'duty', 'bureau').length > 0,
  }
}

import { alarmMachine } from '#machines/alarm.machine'
import { metaOf } from '#machines/step'
import { reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { ladder } from '../alarm/ladder'
import { callLines, minutesWords, whenWho } from '../alarm/words'
import { dayIn, formatInstant, formatShortDay, formatTime } from '../calendar/days'
import { Refusal } from '../refusal'
import { long, select, text, type SettingForm } from '../settings/fields'
import { districtsOf } from './permissions'
import { drillAreas, drillRows, type DrillRow } from './rows.server'

const unknown = () => new Refusal('notFound', '没有这场演练，或者不归您看')

const resultOf = ({ takenAt, takenBy, startedAt, endedAt }: DrillRow) =>
  takenAt ? `${takenBy ?? ''}，${minutesWords(startedAt, takenAt)}签收` : endedAt ? '没有人签收' : '还没有人签收'

const startForm = (areas: { id: string; name: string }[]): SettingForm => ({
  act: 'start',
  title: '开始一场演练',
  note: `马上照真的叫：${ladder.map(({ label, minutes }) => (minutes ? `${label}（${minutes} 分钟）` : label)).join('，再叫')}。标明是演练，不进真实的名单和数字。`,
  fields: [
    select(
      'areaId',
      '哪里',
      areas.map(({ id, name }) => ({ value: id, label: name })),
      { none: '请选' },
    ),
    text('scenario', '演练什么情形', { hint: '不写真人真事，如：两家为滴水界争吵，有人拿锄头' }),
  ],
  submit: '开始演练',
})

/** 演练: those that were held, and the form that begins one. Throws Refusal notFound for who holds none. */
export async function drillList(actor: Person) {
  if (!districtsOf(actor).length) throw new Refusal('notFound', '没有这一页')
  const [areas, rows] = await Promise.all([drillAreas(reading, actor), drillRows(reading, actor, null)])
  return {
    forms: [startForm(areas)],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/drills/${row.id}`,
      place: row.place,
      scenario: row.scenario,
      at: `${formatShortDay(dayIn(row.startedAt))} ${formatTime(row.startedAt)}`,
      result: resultOf(row),
      missed: row.takenAt === null,
      over: row.endedAt !== null,
    })),
  }
}

/** The report of one drill: every rung, who was called, when it was seen and taken, who did not answer. Throws Refusal notFound. */
export async function drillReport(actor: Person, id: string) {
  const [row] = await drillRows(reading, actor, id)
  if (!row) throw unknown()
  const asked = new Set(row.calls.flatMap(({ who }) => who ?? []))
  const answered = new Set(row.calls.flatMap(({ who, readAt, took }) => (who && (took || readAt) ? [who] : [])))
  const silent = [...asked].filter((who) => !answered.has(who))
  const rungs = new Set(row.calls.map(({ rung }) => rung))
  const forms: SettingForm[] = row.endedAt
    ? []
    : [{ act: 'end', title: '结束演练', fields: [long('note', '学到什么', { later: '没有就空着' })], submit: '结束演练' }]
  return {
    title: `演练：${row.place}`,
    alarm: `/alarms/${row.alarmId}`,
    over: row.endedAt !== null,
    facts: [
      { label: '情形', value: row.scenario },
      { label: '开始', value: whenWho(row.startedAt, row.by) },
      { label: '警报', value: metaOf(alarmMachine, row.status).label },
      { label: '签收', value: resultOf(row) },
      { label: '叫到第几级', value: `${rungs.size} 级，共 ${ladder.length} 级` },
      { label: '叫了几个人', value: `${asked.size} 人` },
      { label: '没有回应的', value: silent.length ? silent.join('、') : asked.size ? '没有，都看过消息或者签收了' : '' },
      { label: '结束', value: row.endedAt ? formatInstant(row.endedAt) : '' },
      { label: '学到什么', value: row.note ?? '' },
    ].filter(({ value }) => value !== ''),
    calls: callLines(row.calls),
    forms,
  }
}

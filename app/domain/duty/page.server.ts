import { reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { addDays, addMonths, dayIn, formatDay, formatInstant, weekday, type LegalDay } from '../calendar/days'
import { isId } from '../id'
import { Refusal } from '../refusal'
import { choice, day, long, row, select, type SettingForm } from '../settings/fields'
import { choicesOf } from '../forms/field-data'
import { dutyParts } from './words'
import {
  colleagues,
  dutyArea,
  dutyAreas,
  mayWriteDuty,
  readsHandOver,
  shiftRow,
  shiftRows,
  sitting,
  type Colleague,
  type ShiftRow,
} from './rows.server'

const monthOf = (text: string | null, today: LegalDay): LegalDay =>
  text && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : `${today.slice(0, 7)}-01`

export type DayLine = {
  day: LegalDay
  label: string
  today: boolean
  rest: boolean
  shifts: { id: string; href: string; who: string; lead: string; substitute: string; handed: string; text: string }[]
}

const weekWords = '一二三四五六日'

function linesOf(first: LegalDay, last: LegalDay, today: LegalDay, rows: ShiftRow[], reads: (row: ShiftRow) => boolean): DayLine[] {
  const lines: DayLine[] = []
  for (let at = first; at <= last; at = addDays(at, 1))
    lines.push({
      day: at,
      label: `${Number(at.slice(8))}日 周${weekWords[weekday(at) - 1]}`,
      today: at === today,
      rest: weekday(at) > 5,
      shifts: rows
        .filter((one) => one.day === at)
        .map((one) => ({
          id: one.id,
          href: `/duty/${one.id}`,
          who: one.who,
          lead: one.part === 'lead' ? dutyParts.lead.label : '',
          substitute: one.substitute ?? '',
          handed: one.handedOverAt ? `${formatInstant(one.handedOverAt)}交班` : '',
          text: reads(one) ? (one.text ?? '') : '',
        })),
    })
  return lines
}

const formsOf = (people: Colleague[], first: LegalDay, last: LegalDay, today: LegalDay): SettingForm[] => {
  const from = first > today ? first : today
  return [
    {
      act: 'turns',
      title: '按人轮',
      note: '照名单一天一人轮下去；已经排了人的日子不动。',
      fields: [
        choice('part', '值什么班', choicesOf(dutyParts), { layout: 'two', value: 'duty' }),
        row(day('fromDay', '从哪天', { value: from }), day('toDay', '到哪天', { value: last > from ? last : from })),
        choice('accountIds', '轮到谁', people, { many: true, layout: 'two' }),
      ],
      submit: '排上',
    },
    {
      act: 'put',
      title: '加一天',
      fields: [
        choice('part', '值什么班', choicesOf(dutyParts), { layout: 'two', value: 'duty' }),
        row(day('dutyDay', '哪天', { value: from }), select('accountId', '谁', people, { none: '请选' })),
      ],
      submit: '加上',
      quiet: true,
    },
  ]
}

/** A month of an area's roster; the own one where the address names none. Throws Refusal notFound. */
export async function dutyMonth(actor: Person, params: URLSearchParams, now = new Date()) {
  const today = dayIn(now)
  const areas = await dutyAreas(reading, actor)
  const asked = params.get('area')
  const own = areas.find(({ id }) => actor.posts.some(({ areaId }) => areaId === id)) ?? areas.at(-1)
  const area = asked === null ? own : areas.find(({ id }) => id === asked)
  if (!area || (asked !== null && !isId(asked))) throw new Refusal('notFound', '没有这张值班表，或者您不能查看')
  const first = monthOf(params.get('month'), today)
  const last = addDays(addMonths(first, 1), -1)
  const may = mayWriteDuty(actor, area)
  const [rows, people] = await Promise.all([shiftRows(reading, area.id, first, last), may ? colleagues(reading, area.id, now) : []])
  const address = (id: string, month: LegalDay) => `/duty?area=${id}&month=${month.slice(0, 7)}`
  return {
    area: area.name,
    areaId: area.id,
    month: `${first.slice(0, 4)}年${Number(first.slice(5, 7))}月`,
    areas: areas.map(({ id, name }) => ({ name, href: address(id, first), current: id === area.id })),
    before: address(area.id, addMonths(first, -1)),
    after: address(area.id, addMonths(first, 1)),
    here: address(area.id, first),
    days: linesOf(first, last, today, rows, (one) => readsHandOver(actor, area, one)),
    forms: may && people.length && last >= today ? formsOf(people, first, last, today) : [],
    empty: rows.length === 0,
  }
}

/** One shift: who, and what may be done with it. Throws Refusal notFound. */
export async function dutyShift(actor: Person, id: string, now = new Date()) {
  const { shift, area } = await shiftRow(reading, actor, id)
  const today = dayIn(now)
  const may = mayWriteDuty(actor, await dutyArea(reading, actor, area.id)) && !shift.handedOverAt && shift.day >= today
  const people = may ? await colleagues(reading, area.id, now) : []
  const forms: SettingForm[] = [
    ...(sitting(shift) === actor.accountId && !shift.handedOverAt && shift.day <= today
      ? [
          {
            act: 'handOver',
            title: '交班',
            fields: [long('handOverText', '交给下一班', { hint: '哪件事办到哪一步、要接着盯什么' })],
            submit: '交班',
          },
        ]
      : []),
    ...(may
      ? [
          {
            act: 'substitute',
            title: '替班',
            fields: [
              select(
                'substituteId',
                '这一天谁替',
                people.filter(({ value }) => value !== shift.accountId),
                { value: shift.substituteId ?? '', none: '不替，本人值' },
              ),
            ],
            submit: '就这样',
            seen: shift.print,
          },
          { act: 'takeOff', title: '撤下这一班', fields: [], submit: '撤下', grave: true, seen: shift.print },
        ]
      : []),
  ]
  return {
    title: `${area.name} ${formatDay(shift.day)}`,
    back: `/duty?area=${area.id}&month=${shift.day.slice(0, 7)}`,
    facts: [
      { label: dutyParts[shift.part].label, value: shift.who },
      { label: '替班', value: shift.substitute ?? '' },
      { label: '交班', value: shift.handedOverAt ? formatInstant(shift.handedOverAt) : '' },
      { label: '交的事', value: readsHandOver(actor, area, shift) ? (shift.text ?? '') : '' },
    ],
    forms,
  }
}

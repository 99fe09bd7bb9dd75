import { literal, Prisma, read, reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, formatInstant, formatShortDay, type LegalDay } from '../calendar/days'
import { dueWords, type DueWords } from '../desk/due'
import type { OptionGroup } from '../forms/field-data'
import { Refusal } from '../refusal'
import { day, long, select, type SettingForm } from '../settings/fields'
import { usualTasks } from '../words/leaders'
import { optionsOf } from '../words/words'
import { demandSetter, ownTask, setTask } from './sight.server'

type Row = {
  id: string
  place: string
  who: string | null
  title: string
  text: string | null
  dueOn: LegalDay | null
  createdAt: Date
  by: string
  doneAt: Date | null
  doneBy: string | null
  doneText: string | null
  withdrawnAt: Date | null
  mine: boolean
  set: boolean
}

export type TaskLine = {
  id: string
  href: string
  title: string
  place: string
  state: string
  tone?: 'due' | 'danger' | 'done'
  due?: DueWords
  text: string
  done: string
}

const columns = (
  actor: Person,
) => Prisma.sql`t.id, x.name as place, w.name as who, t.title, t.text, to_char(t.due_on, 'YYYY-MM-DD') as "dueOn", t.created_at as "createdAt",
  c.name as by, t.done_at as "doneAt", d.name as "doneBy", t.done_text as "doneText", t.withdrawn_at as "withdrawnAt", ${ownTask(actor)} as mine, ${setTask(actor)} as set`
const joins = Prisma.sql`join area x on x.id = t.area_id join account c on c.id = t.created_by_id left join account w on w.id = t.account_id left join account d on d.id = t.done_by_id`

const open = ({ doneAt, withdrawnAt }: Row) => !doneAt && !withdrawnAt

function lineOf(row: Row, today: LegalDay): TaskLine {
  const late = open(row) && row.dueOn !== null && row.dueOn < today
  const state = row.withdrawnAt ? '已撤回' : row.doneAt ? '已完成' : late ? '逾期' : '待办'
  const tone = row.withdrawnAt ? undefined : row.doneAt ? 'done' : late ? 'danger' : 'due'
  return {
    id: row.id,
    href: `/leader/tasks/${row.id}`,
    title: row.title,
    place: [row.place, row.who].filter(Boolean).join(' '),
    state,
    text: row.text ?? '',
    done: row.doneAt ? `${formatShortDay(dayIn(row.doneAt))} ${row.doneBy ?? ''}：${row.doneText ?? ''}` : '',
    ...(tone && { tone }),
    ...(open(row) && row.dueOn && { due: dueWords(row.dueOn, today, '本区设定') }),
  }
}

const order = Prisma.sql`(t.done_at is not null or t.withdrawn_at is not null), t.due_on nulls last, t.created_at desc, t.id`

/** A leader's own tasks that are open, the first due first. One statement. */
export async function openTasks(actor: Person, now: Date): Promise<TaskLine[]> {
  const rows = await read<Row[]>`select ${columns(actor)} from leader_task t ${joins}
    where ${ownTask(actor)} and t.done_at is null and t.withdrawn_at is null order by ${order} limit ${literal(30)}`
  return rows.map((row) => lineOf(row, dayIn(now)))
}

const receivers = async (path: string, now: Date): Promise<OptionGroup[]> => {
  const rows = await read<{ value: string; label: string; group: string }[]>`
    select 'area:' || x.id as value, case x.level when 'village' then u.name || ' ' || x.name else x.name end as label,
      case x.level when 'township' then '乡镇（街道）的领导' else '村（社区）的领导' end as "group"
    from area x left join area u on u.id = x.parent_id where x.path like ${path} || '%' and x.level in ('township', 'village') and x.valid_to is null
      and exists (select 1 from post p where p.area_id = x.id and p.role = 'leader' and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}))
    order by x.level, x.code nulls last`
  const people = await read<{ value: string; label: string }[]>`
    select 'post:' || p.id as value, x.name || ' ' || a.name as label from post p join area x on x.id = p.area_id join account a on a.id = p.account_id
    where p.role = 'leader' and x.path like ${path} || '%' and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}) and a.stopped_at is null
    order by x.level, x.code nulls last, a.name`
  const groups = [...new Set(rows.map(({ group }) => group))]
  return [
    { label: '全区', options: [{ value: 'all', label: '每个乡镇（街道）都要做' }] },
    ...groups.map((label) => ({
      label,
      options: rows.filter(({ group }) => group === label).map(({ value, label: name }) => ({ value, label: name })),
    })),
    { label: '只给一位', options: people },
  ]
}

/** 挂包任务: what was set, and the form for more. At most four statements. Throws Refusal notFound for who sets none. */
export async function tasksPage(actor: Person, now = new Date()) {
  const district = await demandSetter(reading, actor)
  const [rows, to] = await Promise.all([
    read<Row[]>`select ${columns(actor)} from leader_task t ${joins} where ${setTask(actor)} order by ${order} limit ${literal(100)}`,
    receivers(district.path, now),
  ])
  const form: SettingForm = {
    act: 'task',
    title: '布置任务',
    note: '做什么是本区设定；领导在手机上看到，做完写一句。',
    fields: [
      select('to', '给谁', to, { none: '请选' }),
      select('usual', '做什么', optionsOf(usualTasks), { none: '请选' }),
      long('text', '怎么做', { later: '可以不写' }),
      day('dueOn', '哪天前做完', { later: '可以不写' }),
    ],
    submit: '布置',
  }
  return { district: district.name, tasks: rows.map((row) => lineOf(row, dayIn(now))), form }
}

/** One task with what may be done with it. One statement. Throws Refusal notFound. */
export async function taskPage(actor: Person, id: string, now = new Date()) {
  const [row] = await read<
    Row[]
  >`select ${columns(actor)} from leader_task t ${joins} where t.id = ${id}::uuid and (${ownTask(actor)} or ${setTask(actor)})`
  if (!row) throw new Refusal('notFound', '没有这项任务，或者您不能查看')
  const line = lineOf(row, dayIn(now))
  const forms: SettingForm[] = [
    ...(row.mine && open(row) ? [{ act: 'done', title: '做完了', fields: [long('doneText', '做了什么')], submit: '完成' }] : []),
    ...(row.set && open(row) ? [{ act: 'takeBack', title: '撤回这项任务', fields: [], submit: '撤回', grave: true }] : []),
  ]
  return {
    ...line,
    back: row.mine ? '/leader' : '/leader/tasks',
    facts: [
      { label: '地方', value: line.place },
      { label: '怎么做', value: line.text },
      { label: '布置', value: `${formatInstant(row.createdAt)} ${row.by}` },
      { label: '完成', value: line.done },
    ],
    forms,
  }
}

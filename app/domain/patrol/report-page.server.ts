import { reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn } from '../calendar/days'
import { isId } from '../id'
import { Refusal } from '../refusal'
import { group, long, number, row, select, text, type FormField, type SettingForm } from '../settings/fields'
import { findingLines, findingOutcomes, patrolKinds } from '../words/patrols'
import { labelOf, optionsOf } from '../words/words'
import { registeredOn, walkedPlace } from './report.server'
import { noRound, readRound } from './sight.server'

type Own = { id: string; number: string; title: string }

function findingFields(own: Own[], at: number): FormField {
  const name = (field: string) => `findings[${at}].${field}`
  return group(`第 ${at + 1} 件`, [
    text(name('line'), '什么事', { later: '已登记的可以不写' }),
    row(
      select(name('outcome'), '怎样了', optionsOf(findingOutcomes), { none: '请选' }),
      select(
        name('disputeId'),
        '登记的哪一件',
        own.map(({ id, number: no, title }) => ({ value: id, label: `${no} ${title}` })),
        { none: own.length ? '没有登记' : '这一轮还没有登记过' },
      ),
    ),
  ])
}

/** The grid worker's form: 零报告 in one press, or what was found. At most three statements. Throws Refusal: notFound, notNow. */
export async function reportPage(actor: Person, roundId: string, areaId: string | null, now = new Date()) {
  if (!isId(areaId ?? undefined)) throw noRound()
  const round = await readRound(reading, actor, roundId)
  const place = await walkedPlace(reading, actor, round, areaId!)
  if (round.closedAt || round.fromDay > dayIn(now)) throw new Refusal('notNow', '这一轮现在不能报')
  const own = await registeredOn(reading, actor, round)
  const forms: SettingForm[] = [
    { act: 'nil', title: '没有发现', fields: [number('rounds', '排查了几次', { value: '1' })], submit: '零报告' },
    {
      act: 'report',
      title: '有发现',
      fields: [
        row(number('rounds', '排查了几次', { value: '1' }), number('found', '发现几件', { value: '1' })),
        ...Array.from({ length: findingLines }, (_, at) => findingFields(own, at)),
        long('note', '还要说的', { later: '可以不写' }),
      ],
      submit: '上报',
      quiet: true,
    },
  ]
  return { title: round.title, kind: labelOf(patrolKinds, round.kind), place: place.name, asked: round.asked ?? '', forms }
}

import { z } from 'zod'
import { mayWhistle } from '../../../dispute/permissions'
import type { Called } from '../../../request/whistle.server'
import { bodiesFor, bodyGroups } from '../../bodies.server'
import { when } from '../../common'
import type { Asking, FormPage } from '../../define'
import { calm, day, folded, group, hidden, long, number, row, select, type FormField } from '../../field-data'
import { idOf, legalDay, may, whole } from '../../form-words'
import { handingFields } from '../../handing-fields'
import { partiesOf } from '../../people.server'

/** Rows that are open, and that open on demand. */
const [first, more] = [2, 4]
const hourMs = 3_600_000

/** A row of the form: nothing typed is no unit. */
const calledForm = z.object({
  bodyId: idOf('没有这个单位').optional(),
  asked: may(2000),
  hours: whole(1, 240, '小时').optional(),
  answerBy: legalDay.optional(),
})

export const unitsShape = { units: z.array(calledForm).max(20, '一次请的部门太多了').default([]) }
type Unit = z.output<typeof calledForm>

const isTyped = ({ bodyId, asked, hours, answerBy }: Unit) =>
  bodyId !== undefined || asked !== undefined || hours !== undefined || answerBy !== undefined

/** What is missing in a row that was begun, beside its field; where each typed row stood, so that the words find it again. */
export function unitsProblems(units: Unit[]): { path: (string | number)[]; message: string }[] {
  if (!units.some(isTyped)) return [{ path: ['units', 0, 'bodyId'], message: '请至少选一个部门' }]
  return units.flatMap((unit, at) => {
    if (!isTyped(unit)) return []
    const say = (name: string, message: string) => ({ path: ['units', at, name], message })
    return [
      ...(unit.bodyId ? [] : [say('bodyId', '请选是哪个部门')]),
      ...(unit.asked ? [] : [say('asked', '请写明请它做什么')]),
      ...(unit.hours || unit.answerBy ? [] : [say('hours', '请写多少小时内到场，或者哪天前答复')]),
    ]
  })
}

/** The typed rows as the act takes them; the hours run from when it was whistled. */
export const calledIn = (units: Unit[], at: Date): Called[] =>
  units.flatMap(({ bodyId, asked, hours, answerBy }, place) =>
    bodyId && asked
      ? [{ bodyId, asked, place, ...(hours && { arriveBy: new Date(at.getTime() + hours * hourMs) }), ...(answerBy && { answerBy }) }]
      : [],
  )

/** 吹哨: which departments, each with what is asked and its own time. */
export async function whistleForm({ actor, dispute, now }: Asking): Promise<FormPage> {
  const [parties, bodies] = await Promise.all([partiesOf(dispute.id), bodiesFor(dispute)])
  const departments = bodyGroups(bodies.filter(({ id }) => id !== dispute.leg?.bodyId)).toSorted(
    (a, b) => Number(a.label === '人民调解') - Number(b.label === '人民调解'),
  )
  const unit = (at: number): FormField =>
    group(`第 ${at + 1} 个部门`, [
      select(`units[${at}].bodyId`, '请哪个部门', departments, { none: '请选' }),
      long(`units[${at}].asked`, '请它做什么', { hint: '只写对方需要知道的' }),
      row(
        number(`units[${at}].hours`, '多少小时内到场', { later: '不用到场就空着' }),
        day(`units[${at}].answerBy`, '哪天前答复', { later: '当场办完的可以空着' }),
      ),
    ])
  const rows = Array.from({ length: first + more }, (_, at) => unit(at))
  return {
    title: '吹哨：请部门到场',
    submit: '吹哨',
    ...(!mayWhistle(actor, dispute.handling) && { barred: '吹哨由分流岗、值班办。您可以用“请求协办”。' }),
    fields: [
      hidden('kind', 'whistle'),
      ...rows.slice(0, first),
      folded('再加几个部门', rows.slice(first)),
      ...handingFields(parties, '吹哨以前，'),
      calm(
        '吹哨以后',
        '几个部门一起发出，各自签收、到场、答复；谁迟了系统照时间算，本区没有公布响应时限，以这里写的为准。纠纷还在原来的人手里。',
      ),
      when(now, '什么时候吹的'),
    ],
  }
}

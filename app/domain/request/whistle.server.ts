import { dayIn, type LegalDay } from '../calendar/days'
import { bodyStands } from '../body/standing.server'
import { act, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { mayWhistle } from '../dispute/permissions'
import type { Handing } from '../party/handing.server'
import { Refusal, wrong } from '../refusal'
import { askWithin } from './requests.server'

/** One department that is whistled for: what it is asked, to be there by, to answer by; at least one of the two; `place`: its row on the form. */
export type Called = { bodyId: string; asked: string; arriveBy?: Date; answerBy?: LegalDay; place?: number }

export type Whistle = { units: Called[]; handing?: Handing; happenedAt?: Date }

/** So many are called at once at most. */
export const mostCalled = 6

const field = (place: number, name: string) => `units[${place}].${name}`

/** Every unit once, in force today, not the one that has the case, each with a time that is still to come. */
async function refuseUnits({ tx, leg, now }: CaseFile, units: Called[], at: Date) {
  if (!units.length) throw wrong(field(0, 'bodyId'), '请至少选一个部门')
  if (units.length > mostCalled) throw wrong(field(mostCalled, 'bodyId'), `一次最多吹 ${mostCalled} 个部门`)
  const ids = units.map(({ bodyId }) => bodyId)
  const standing = await tx.$queryRaw<
    { id: string }[]
  >`select b.id from body b where b.id = any(${ids}::uuid[]) and ${bodyStands(dayIn(now))}`
  for (const [nth, { bodyId, arriveBy, answerBy, place = nth }] of units.entries()) {
    const say = (name: string, words: string) => wrong(field(place, name), words)
    if (!standing.some(({ id }) => id === bodyId)) throw say('bodyId', '没有这个单位，请从名单里选')
    if (ids.indexOf(bodyId) < nth) throw say('bodyId', '这个单位已经在上面了')
    if (leg?.bodyId === bodyId) throw say('bodyId', '这件就在这个单位办，不用吹哨；要催的点“催办”')
    if (!arriveBy && !answerBy) throw say('answerBy', '请写多少小时内到场，或者哪天前答复')
    if (arriveBy && arriveBy <= at) throw say('hours', '到场的时间要在吹哨以后')
    if (answerBy && answerBy < dayIn(at)) throw say('answerBy', '答复的日期已经过了')
  }
}

/**
 * 吹哨 (乡街吹哨、部门报到): several departments are called in one form, all of them or none; each has a row, a time and an
 * event of its own. Throws Refusal forbidden for who is neither a triage post nor on duty, invalid beside `units[n]`.
 */
export const whistle = (sent: Sent, { units, handing, happenedAt }: Whistle) =>
  act(sent, async (file) => {
    if (!mayWhistle(file.actor, file.handling)) throw new Refusal('forbidden')
    await refuseUnits(file, units, happenedAt ?? file.now)
    const ids: string[] = []
    for (const { place: _, ...unit } of units)
      ids.push(await askWithin(file, { ...unit, role: 'onSite', kind: 'whistle', handing, happenedAt }))
    return ids
  })

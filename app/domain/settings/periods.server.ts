import { z } from 'zod'
import { addDays, dateOf, dayIn, formatDate } from '../calendar/days'
import type { PeriodRule } from '../calendar/period-rule'
import { unitLabels } from '../calendar/period-rule'
import { legalDay, must, whole } from '../forms/form-words'
import { Refusal, wrong } from '../refusal'
import { change, demandFresh, type Setting } from './act.server'
import { earliestFor, ownDistrict, ruleRows } from './period-page.server'
import { demandSetting } from './permissions'
import { raiseRules } from './rules-version.server'

const units = Object.keys(unitLabels) as [keyof typeof unitLabels, ...(keyof typeof unitLabels)[]]

/** The next version of a setting: how long, who answers for it and by what, from when. */
export const periodForm = z.object({
  length: whole(1, 999, '长度'),
  unit: z.enum(units, { error: '请选单位' }),
  rest: z.enum(['moves', 'stays'], { error: '请选休息日怎么算' }),
  owner: must('请写谁负责；没有人负责，期限不生效', 60),
  note: must('请写依据', 300),
  from: legalDay,
})

export type PeriodForm = z.output<typeof periodForm>

/**
 * A new version of one of the district's own periods from a day on; the version before ends the day before. Deadlines that run
 * keep the version they were counted by. Throws Refusal: notFound (the law's periods too), stale, invalid.
 */
export const changePeriod = (setting: Setting, code: string, form: PeriodForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    demandSetting(actor, 'period', await ownDistrict(tx, actor))
    // The number first: it is the one row that every change of rules takes.
    await raiseRules(tx)
    const latest = (await ruleRows(tx, code)).at(-1)?.rule
    if (!latest || latest.confidence !== 'setting') throw new Refusal('notFound', '没有这一项，或者它是法定的，这里不能改')
    demandFresh(setting.seen, String(latest.version))
    const earliest = earliestFor(latest, dayIn(now))
    if (form.from < earliest) throw wrong('from', `最早从${formatDate(earliest)}起：已经在走的期限不能改`)
    const { validTo: _, ...kept } = latest
    const { length, unit, owner, note, from } = form
    const next: PeriodRule = {
      ...kept,
      version: latest.version + 1,
      length,
      unit,
      owner,
      source: note,
      validFrom: from,
      rest: form.rest === 'moves',
    }
    const until = addDays(from, -1)
    await tx.periodRule.update({
      where: { code_version: { code, version: latest.version } },
      data: { rule: { ...latest, validTo: until }, validTo: dateOf(until) },
    })
    await tx.periodRule.create({
      data: {
        code,
        version: next.version,
        period: next.period ?? 'expected',
        rule: next,
        owner,
        ownerNote: note,
        recordedById: actor.accountId,
        recordedAt: now,
        validFrom: dateOf(from),
      },
    })
    await record('period.change', { kind: 'account', id: actor.accountId }, { code, version: next.version, length, unit, from })
  })

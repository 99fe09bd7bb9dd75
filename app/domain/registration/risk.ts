import type { Told } from '../danger/report.server'
import { dangerSigns, type RiskLevel } from '../words/danger-signs'
import type { Registration } from './form'

/** The first risk: by the gravest of the signs that were ticked. */
export const riskOf = ({ dangerSigns: signs }: Registration): RiskLevel =>
  signs.some((sign) => dangerSigns[sign].red) ? 'red' : signs.length ? 'yellow' : 'green'

/** What the form says of the danger: told whom, or why not yet (U7). Its words stand with the registration. */
export const dangerOf = ({ dangerSigns: signs, dangerTold, dangerNotYet, happenedAt }: Registration): Told => ({
  signs: [...signs],
  ...(dangerTold && (dangerNotYet ? { notYetWhy: dangerTold } : { toldWhom: dangerTold })),
  ...(happenedAt && { happenedAt }),
  saidBefore: true,
})

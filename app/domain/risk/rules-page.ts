import { formatDate, type LegalDay } from '../calendar/days'
import { yuanOf } from '../forms/money'
import { typeLabel } from '../types/dispute-types'
import { riskCodes } from './rules'
import { riskRulesOn, riskVersions } from './versions'

const named = (codes: readonly string[]) => codes.map((code) => typeLabel(code.slice(0, 2), code.length > 2 ? code : null)).join('、')

/** The rules of danger in force on a day, or the version that is named, as people read them. */
export function riskRulesPage(today: LegalDay, wanted: string | null) {
  const rules = riskVersions.find(({ version }) => version === wanted) ?? riskRulesOn(today)
  const { limits, levels, lookAgainDays, types } = rules
  return {
    version: rules.version,
    from: formatDate(rules.from),
    owner: `${rules.mark}，由${rules.owner}负责`,
    why: rules.why,
    rules: riskCodes.map((code) => ({ key: code, ...rules.rules[code] })).sort((a, b) => b.points - a.points),
    limits: [
      { label: '黄', value: `加起来 ${levels.yellow} 分` },
      { label: '红', value: `加起来 ${levels.red} 分` },
      {
        label: '再看一遍',
        value: `红的每 ${lookAgainDays.red} 天，黄的每 ${lookAgainDays.yellow} 天，办结以后还是红、黄的每 ${lookAgainDays.ended} 天`,
      },
      { label: '人多', value: `${limits.manyPeople} 人以上；特别多：${limits.crowdPeople} 人以上` },
      { label: '户多', value: `${limits.manyHouseholds} 户以上` },
      { label: '金额大', value: `${yuanOf(BigInt(limits.largeFen))} 元以上` },
      { label: '反复不止一次', value: `${limits.oftenTimes} 次以上` },
      { label: '拖得久', value: `登记 ${limits.openDays} 天还没有办结` },
      { label: '家里人之间', value: named(types.family) },
      { label: '感情上的事', value: named(types.emotional) },
      { label: '山林土地', value: named(types.land) },
      { label: '宅基地', value: named(types.homestead) },
    ],
    versions: riskVersions.map(({ version, from }) => ({
      key: version,
      label: `${formatDate(from)}起，${version} 版`,
      href: `/risk-rules?version=${version}`,
      current: version === rules.version,
    })),
  }
}

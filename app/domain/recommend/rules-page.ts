import { formatDate, type LegalDay } from '../calendar/days'
import { typeLabel } from '../types/dispute-types'
import { bodyKinds, type BodyKind } from '../words/body-kinds'
import { yuanOf } from '../forms/money'
import { pointCodes, type RoutingRules } from './rules'
import { routingVersions, rulesOn } from './versions'

type Line = { key: string; say: string; points: string; source: string }

/** A version of the rules of routing, as people read it. */
export type RulesPage = {
  version: string
  from: string
  owner: string
  why: string
  points: Line[]
  factors: { key: string; say: string; kinds: string; source: string }[]
  lists: { label: string; value: string }[]
  versions: { key: string; label: string; href: string; current: boolean }[]
}

/** +10, −8, 0; a minus sign, not a hyphen. */
const signed = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0')

const named = (codes: readonly string[]) => codes.map((code) => typeLabel(code)).join('、')

const kindsOf = (kinds: Partial<Record<BodyKind, number>>) =>
  Object.entries(kinds)
    .map(([kind, points]) => `${bodyKinds[kind as BodyKind].label} ${signed(points)}`)
    .join('，')

/** The rules in force on a day, or the version that is named; an unknown name is the version in force. */
export function rulesPage(today: LegalDay, wanted: string | null): RulesPage {
  const inForce = rulesOn(today)
  const rules: RoutingRules = routingVersions.find(({ version }) => version === wanted) ?? inForce
  const { points, factors, lists, limits } = rules
  return {
    version: rules.version,
    from: formatDate(rules.from),
    owner: `${rules.mark}，由${rules.owner}负责`,
    why: rules.why,
    points: pointCodes
      .map((code) => ({
        key: code,
        say: points[code].say,
        points: signed(points[code].points),
        source: points[code].source,
        of: points[code].points,
      }))
      .sort((a, b) => b.of - a.of)
      .map(({ of: _, ...line }) => line),
    factors: factors.map(({ when, say, source, kinds }) => ({ key: when, say, source, kinds: kindsOf(kinds) })),
    lists: [
      { label: '依法先到专业调委会的', value: named(lists.special) },
      { label: '有专业调委会的', value: named(lists.trade) },
      { label: '人数多', value: `${limits.many} 人以上` },
      { label: '金额大', value: `${yuanOf(BigInt(limits.largeFen))} 元以上` },
      { label: '接近上限', value: `在办到上限的 ${Math.round(limits.nearlyFull * 100)}%` },
      { label: '专门受理', value: `受理范围不超过 ${limits.namedUpTo} 类` },
    ],
    versions: routingVersions.map(({ version, from }) => ({
      key: version,
      label: `${formatDate(from)}起，${version} 版`,
      href: `/routing?version=${version}`,
      current: version === rules.version,
    })),
  }
}

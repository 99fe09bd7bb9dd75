import { createHash } from 'node:crypto'
import { dayIn, formatDate, formatTime } from '../../calendar/days'
import { typeLabel } from '../../types/dispute-types'
import { riskLevels } from '../../words/danger-signs'
import { labelOf as wordOf } from '../../words/words'
import { labelOf } from '../words'
import type { DisputePage } from './open.server'
import { sideWord } from './parties.server'
import { pathOf, sumsOf, type PathWords, type Sums } from './path'

export type PrintedPath = {
  number: string
  district: string
  facts: { label: string; value: string; wide?: boolean }[]
  path: PathWords
  sums: Sums
  office: string
  checkCode: string
  printed: string
}

/** A mark of what the sheet was made from: the same events give the same mark, so that an old sheet can be told. */
function checkCode({ dispute, rows }: DisputePage): string {
  const print = createHash('sha256')
    .update([dispute.id, ...rows.events.map(({ id }) => id)].join('|'))
    .digest('hex')
    .slice(0, 8)
    .toUpperCase()
  return `${print.slice(0, 4)}-${print.slice(4)}`
}

function sides({ rows, dispute }: DisputePage) {
  const here = rows.parties.filter(({ leftAt }) => !leftAt)
  return [...new Set(here.map(({ side }) => side))].map((side) => {
    const own = here.filter((party) => party.side === side)
    const names = own
      .slice(0, 6)
      .map(
        ({ name, rosterCount, rosterUnit }) => `${name}${rosterCount ? ` ${rosterCount} ${rosterUnit === 'household' ? '户' : '人'}` : ''}`,
      )
      .join('、')
    return { label: sideWord(side, dispute.source), value: own.length > 6 ? `${names}等 ${own.length} 名` : names }
  })
}

/** The 一站式 path for A4, to be signed and filed. */
export function printedPath(page: DisputePage): PrintedPath {
  const { dispute, rows, now, sight } = page
  const leg = rows.legs.find(({ endedAt }) => !endedAt) ?? null
  const { next: _, ...path } = pathOf(page)
  return {
    number: dispute.number,
    district: `${rows.district}矛盾纠纷一站式调解`,
    facts: [
      { label: '纠纷', value: dispute.title, wide: true },
      ...sides(page),
      { label: '类别', value: `${typeLabel(dispute.typeCode, dispute.subtypeCode)}　风险：${wordOf(riskLevels, dispute.risk)}` },
      { label: '地方', value: `${rows.township}${rows.village === rows.township ? '' : rows.village}` },
      { label: '现在', value: sight.until === 'own' ? '本组织办理的部分' : labelOf(dispute.status, leg) },
    ],
    path: { ...path, stations: path.stations.map(({ now: __, ...station }) => station) },
    sums: sumsOf(page),
    office: dispute.facts.level === 'district' ? rows.district : rows.township,
    checkCode: checkCode(page),
    printed: `${formatDate(dayIn(now))} ${formatTime(now)}`,
  }
}

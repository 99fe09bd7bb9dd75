import { ties } from '../words/ties'

export type Level = 'block' | 'warn' | 'verify'

/**
 * What can stand between a mediator and a dispute (U15). Only the mediator's own person and household bar; a court's case apart, anything
 * else is told to both sides, who may accept it (People's Mediation Law 23). A name alone is for a person to look into.
 * `told` is what the sides hear: no telephone, no address, nobody's paper.
 */
export const kinds = {
  self: { level: 'block', label: '本人是当事人或者代理人', told: '是本案当事人或者代理人' },
  household: { level: 'block', label: '和一方同住一户', told: '和一方当事人同住一户' },
  declaredBar: { level: 'block', label: '本人申报要回避', told: '申报了应当回避的关系' },
  relative: { level: 'warn', label: '亲属', told: '是一方当事人或者代理人的亲属' },
  employed: { level: 'warn', label: '同单位', told: '和一方当事人同单位，或者在一方的单位工作' },
  address: { level: 'warn', label: '住址就是一方单位的地址', told: '和一方当事人的单位有关系' },
  opposed: { level: 'warn', label: '在以前的纠纷里是对方', told: '在以前的一件纠纷里是一方当事人的对方' },
  agent: { level: 'warn', label: '曾经代理过一方', told: '曾经代理过一方当事人' },
  agreement: { level: 'warn', label: '和一方签过协议', told: '以前和一方当事人签过调解协议' },
  adviser: { level: 'warn', label: '已经就本案给过法律意见', told: '已经就这件纠纷给过法律意见' },
  declared: { level: 'warn', label: '本人申报有利害关系', told: '申报了和一方当事人有利害关系' },
  namesake: { level: 'verify', label: '只是同名', told: '和一方当事人同名' },
} as const satisfies Record<string, { level: Level; label: string; told: string }>

export type FindingCode = keyof typeof kinds

/** By what it was found. */
export type Via =
  'phone' | 'household' | 'identity' | 'helper' | 'member' | 'home' | 'kin' | 'kinHelper' | 'name' | 'helperName' | 'kinName' | 'rows'

/** One thing that the rows have in common, as links.server.ts reads it: about one party, or the case as such. */
export type Link = {
  code: FindingCode
  via: Via
  partyId: string | null
  /** Whom it is about: the party, who stands for one, somebody on its list. */
  whom: string
  /** What kin it is, the code of a declared tie, the number of an earlier case. */
  detail: string | null
  /** What was answered to it, under this very code and party. */
  cleared?: 'notSame' | 'accepted' | null
}

export type Finding = {
  code: FindingCode
  level: Level
  partyId: string | null
  faces: {
    /** 可告知当事人: a sentence; null for what is not theirs to hear (a namesake). */
    told: string | null
    /** 内部: how it is known, for who handles the case. */
    internal: string
  }
}

export type Verdict = 'block' | 'warn' | 'verify' | 'clear'

const internal: Record<FindingCode, (link: Link) => string> = {
  self: ({ via, whom }) =>
    ({
      helper: `和代理人或监护人${whom}的电话相同，是本案代理人或监护人`,
      identity: `和当事人${whom}的证件号码相同，是本案当事人`,
      member: `在当事人名册里（${whom}），是本案当事人`,
    })[via as string] ?? `和当事人${whom}的电话相同，是本案当事人`,
  household: ({ via, whom, detail }) =>
    ({
      home: `和${whom}的住址到门牌都相同，是一户`,
      kin: `同住的${detail ?? '亲属'}就是当事人${whom}`,
    })[via as string] ?? `和${whom}这一户的电话相同，是这一户的人`,
  declaredBar: ({ detail }) => `本人申报：${tieLabel(detail)}`,
  relative: ({ via, whom, detail }) =>
    `${detail ?? '亲属'}${via === 'kinHelper' ? `在本案代理或监护一方（${whom}）` : `就是当事人${whom}`}`,
  employed: ({ whom }) => `和当事人${whom}同单位，或者就在这个单位工作`,
  address: ({ whom }) => `住址和单位当事人${whom}的地址相同`,
  opposed: ({ whom, detail }) => `在${detail ?? '以前的一件'}里是${whom}的对方`,
  agent: ({ whom, detail }) => `在${detail ?? '以前的一件'}里代理过${whom}`,
  agreement: ({ whom, detail }) => `在${detail ?? '以前的一件'}里和${whom}签过协议`,
  adviser: () => '以法律顾问、法律明白人的身份就本案给过意见',
  declared: ({ detail }) => `本人申报：${tieLabel(detail)}`,
  namesake: ({ via, whom }) =>
    via === 'kinName'
      ? `有亲属和当事人${whom}同名，请核实是不是同一个人`
      : `和${via === 'helperName' ? '代理人或监护人' : '当事人'}${whom}同名，请核实是不是同一个人、同一户`,
}

const tieLabel = (code: string | null): string => Object.entries(ties).find(([key]) => key === code)?.[1].label ?? '有利害关系'

/** Whether something answers to it already: what bars cannot be answered, except on a court's case what both sides accepted. */
const answered = ({ code, cleared }: Link): boolean => kinds[code].level !== 'block' && cleared != null

/** Of one party the closest says it all: who is the party is also its namesake and neighbour. */
const order: Level[] = ['block', 'warn', 'verify']
const places = (code: FindingCode) => order.indexOf(kinds[code].level)

/**
 * What stands between one mediator and one dispute, the gravest first, out of what their rows have in common. `court`: a court entrusted
 * it, so that what elsewhere warns bars until both sides accept (特邀调解规定15). What was answered before is not found again.
 */
export function findingsOf(mediator: { name: string }, dispute: { court: boolean; links: readonly Link[] }): Finding[] {
  const graver = (link: Link) => dispute.links.some((one) => one.partyId === link.partyId && places(one.code) < places(link.code))
  const seen = new Set<string>()
  return dispute.links
    .filter((link) => !answered(link) && !(link.partyId && graver(link)))
    .sort((a, b) => places(a.code) - places(b.code))
    .flatMap((link): Finding[] => {
      const key = `${link.code} ${link.partyId}`
      if (seen.has(key)) return []
      seen.add(key)
      const { level, told } = kinds[link.code]
      const says = level === 'verify' ? null : `${mediator.name}${told}`
      return [
        {
          code: link.code,
          level: dispute.court && level === 'warn' ? 'block' : level,
          partyId: link.partyId,
          faces: { told: says, internal: internal[link.code](link) },
        },
      ]
    })
}

/** What it comes to: the gravest of them. */
export const verdictOf = (findings: readonly Pick<Finding, 'level'>[]): Verdict =>
  order.find((level) => findings.some((one) => one.level === level)) ?? 'clear'

/** Whether both sides can accept it: everything but the mediator's own person and household. */
export const acceptable = ({ code }: Pick<Finding, 'code'>): boolean => kinds[code].level === 'warn'

/** Codes by level, for statements. */
export const codesAt = (level: Level): string[] => Object.entries(kinds).flatMap(([code, kind]) => (kind.level === level ? [code] : []))

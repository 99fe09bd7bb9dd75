import { doubtWords } from '../triage/leg-end'
import { typeLabel } from '../types/dispute-types'
import { waysFor } from '../types/ways'
import { languages } from '../words/parties'
import { labelOf } from '../words/words'
import type { Sought } from './inputs'
import { exclusions, type Exclusion, type Part } from './reasons'
import type { RoutingRules } from './rules'

/** `told`: may be told to the parties and stands on the path; `internal`: for the staff alone (U15). */
export type Said = { verdict: 'yes' | 'but' | 'no'; text: string; internal?: boolean; points?: number }

export type Saying = { sought: Sought; rules: RoutingRules; partyName: (id: string) => string }

const yes = (text: string): Said => ({ verdict: 'yes', text })
const but = (text: string): Said => ({ verdict: 'but', text })
const inside = (said: Said): Said => ({ ...said, internal: true })
const no = (text: string): Said => ({ verdict: 'no', text })
const of = (params: Part['params'], name: string) => params?.[name] ?? ''

const sentences: Record<Part['code'], (part: Part, at: Saying) => Said> = {
  lawFirst: () => yes('法律规定先由它处理，处理以前别处只能劝和、管现状'),
  lawWay: ({ params }, { sought: { typeCode, subtypeCode } }) => {
    const way = waysFor(typeCode, subtypeCode)[Number(of(params, 'way'))]
    return yes(way ? (way.article ? `${way.say}（${way.article}）` : way.say) : '法律指明可以找它')
  },
  organ: () => inside(but('部门的办理是另一条路，民间纠纷先调解')),
  ownApplication: () => but('要当事人自己申请：先引导，申请了再登记去向'),
  courtKeeps: () => yes('案件本来就在它那里，可以自己办，请调解组织协助'),
  areaVillage: () => yes('就在本村（社区）'),
  areaInside: () => but('是本乡镇（街道）的村（社区），先弄清是不是纠纷所在的那个'),
  areaTownship: () => yes('在本乡镇（街道）'),
  areaDistrict: () => yes('全区都管'),
  areaElsewhere: () => but('不在这个乡镇（街道），要当事人愿意过去'),
  scopeNamed: (_, { sought: { typeCode, subtypeCode } }) => yes(`专门受理${typeLabel(typeCode, subtypeCode)}`),
  scopeAll: (_, { sought: { typeCode, subtypeCode } }) => yes(`受理范围里有${typeLabel(typeCode, subtypeCode)}`),
  special: () => yes('这类纠纷依法先到专业调委会'),
  trade: () => yes('这类纠纷专业性强，它是专业调委会'),
  stationed: () => yes('就驻在交来这件的单位'),
  invited: () => yes('是特邀调解组织，可以接法院委派、委托的'),
  ownDoor: () => yes('当事人就是到它那里来的'),
  language: ({ params }) => yes(`有会${labelOf(languages, String(of(params, 'code')))}的 ${of(params, 'count')} 名`),
  noLanguage: ({ params }) => but(`没有会${labelOf(languages, String(of(params, 'code')))}的调解员，要请翻译`),
  free: ({ params }) =>
    yes(Number(of(params, 'load')) ? `在办 ${of(params, 'load')} 件，上限 ${of(params, 'capacity')} 件` : '现在没有在办的'),
  nearlyFull: ({ params }) => but(`在办 ${of(params, 'load')} 件，接近上限 ${of(params, 'capacity')} 件`),
  full: ({ params }) => but(`在办 ${of(params, 'load')} 件，上限 ${of(params, 'capacity')} 件，已满`),
  tile: ({ params }) => inside(but(`隔着 ${of(params, 'tiles')} 个乡镇（街道）`)),
  wishAll: () => yes('各方当事人都希望由它调解（人民调解法第19条）'),
  wishSome: ({ params }) => yes(`${of(params, 'wished')} 方当事人希望由它调解（人民调解法第19条）`),
  dealt: ({ params }) => inside(yes(`办过同一些当事人的另外 ${of(params, 'count')} 件，熟悉情况`)),
  triedHere: ({ params }) => but(doubtWords(String(of(params, 'result')), String(of(params, 'code'))) ?? '这件在它那里办过'),
  toldFirst: ({ params }) => inside(but(`能派的 ${of(params, 'warn')} 名，都要先把利害关系告知双方`)),
  verify: ({ params }) => inside(but(`有 ${of(params, 'count')} 名和本案的人同名，指派前先核实`)),
  employs: () => inside(but('有当事人在它那里工作，先告知另一方')),
  unstaffed: () => inside(but('还没有登记调解员的账号，由分流岗代为办理')),
  awaitsConsent: () => but('医疗纠纷要各方都同意才能受理，先问清楚'),
  many: ({ points }) => (points > 0 ? yes('人数多，由能组织几方力量的来办') : but('人数多，它人手少')),
  red: ({ points }) => (points > 0 ? inside(yes('有危险，它能先管住')) : inside(but('有危险，它一家管不住'))),
  large: ({ points }) => (points > 0 ? yes('金额大，由办过大额的来办') : but('金额大')),
  centre: () => yes('综治中心、热线交办的，它能请几个部门一起办'),
  petition: () => yes('信访转来的，它能几个部门一起办'),
  tried: ({ points }) => (points > 0 ? yes('别处调解过没有调成，往上一级') : but('别处调解过，没有调成')),
  visitor: ({ points }) => (points > 0 ? yes('游客要走，它当天就能谈') : but('游客要走，时间紧')),
}

/** A reason for the score, as the post reads it. The same reason means the same words to whoever may be told it. */
export const sayPart = (part: Part, at: Saying): Said => ({ ...sentences[part.code](part, at), points: part.points })

const whyNot: Record<Exclusion['code'], (params: Exclusion['params'], at: Saying) => Said> = {
  party: () => no('它自己就是当事人'),
  allBlocked: (params) => inside(no(`它的 ${of(params, 'blocked')} 名调解员都要回避`)),
  unwilling: (_, { sought, partyName }) => no(`${sought.unwilling.map(partyName).join('、')}不愿意调解，受理不了（《人民调解法》第17条）`),
  notInvited: () => no('不是特邀调解组织，接不了法院委派、委托的'),
  outOfScope: (_, { sought: { typeCode, subtypeCode } }) => no(`受理范围里没有${typeLabel(typeCode, subtypeCode)}`),
  lasting: (params) => no(doubtWords('returned', String(of(params, 'code'))) ?? '退回过这件'),
  nobody: (params) => {
    const parts = [
      Number(of(params, 'away')) ? `${of(params, 'away')} 名请假` : '',
      Number(of(params, 'full')) ? `${of(params, 'full')} 名办满` : '',
      Number(of(params, 'blocked')) ? `${of(params, 'blocked')} 名要回避` : '',
    ].filter(Boolean)
    return inside(no(`现在没有能派的调解员：${parts.join('，')}`))
  },
}

export const sayExclusion = ({ code, params }: Exclusion, at: Saying): Said => whyNot[code](params, at)

/** Nobody may send it there, whatever the reason. */
export const isBarred = (why: readonly Exclusion[]): boolean => why.some(({ code }) => exclusions[code].bars)

const order = { yes: 0, but: 1, no: 2 } as const

/** The reasons for one body, what speaks for it first. */
export const reasonsOf = (parts: readonly Part[], at: Saying): Said[] =>
  parts.map((part) => sayPart(part, at)).sort((a, b) => order[a.verdict] - order[b.verdict])

/** What stands on the path with an offer, unless it is written anew: what may be told, without what is for the staff alone. */
export const toldText = (parts: readonly Part[], at: Saying): string =>
  reasonsOf(parts, at)
    .filter(({ internal, verdict }) => !internal && verdict !== 'no')
    .map(({ text }) => text)
    .join('；')
    .slice(0, 500)

import type { Channel } from '#machines/dispute.events'
import type { Word } from './words'

/** `way`: what its handling is called (U23); `channels`: the first is its own, a second one may be offered too. */
type BodyKindWord = Word & { short: string; channels: readonly [Channel, ...Channel[]]; way: string }

const people = { channels: ['people'], way: '人民调解' } as const
const judicial = { channels: ['judicial'] } as const
const organ = { channels: ['administrative'], way: '行政调解' } as const
const decides = { channels: ['administrative'], way: '行政处理' } as const

/** The kinds of body that a dispute goes to; the same codes as the shared cases. */
export const bodyKinds = {
  villageCommittee: { label: '村（社区）调委会', short: '村调委会', ...people },
  townshipCommittee: { label: '乡镇（街道）调委会', short: '乡镇调委会', ...people },
  namedRoom: { label: '个人（品牌）调解室', short: '调解室', ...people },
  industryCommittee: { label: '行业性专业性调委会', short: '行业调委会', ...people },
  stationedRoom: { label: '派驻调解室', short: '派驻调解室', ...people },
  jointCommittee: { label: '区级联合调委会', short: '联合调委会', ...people },
  court: { label: '人民法院', short: '法院', ...judicial, way: '诉讼' },
  procuratorate: { label: '人民检察院', short: '检察院', ...judicial, way: '检察办理' },
  police: { label: '公安机关', short: '公安', ...organ, way: '公安调解' },
  labour: { label: '人力资源和社会保障部门', short: '人社', ...organ },
  marketSupervision: { label: '市场监督管理部门', short: '市场监管', ...organ },
  naturalResources: { label: '自然资源和林草部门', short: '自然资源', ...decides },
  agriculture: { label: '农业农村部门', short: '农业农村', ...organ },
  housing: { label: '住房和城乡建设部门', short: '住建', ...organ },
  ecology: { label: '生态环境部门', short: '生态环境', ...organ },
  health: { label: '卫生健康部门', short: '卫健', ...organ },
  education: { label: '教育体育部门', short: '教体', ...organ },
  water: { label: '水务部门', short: '水务', ...organ },
  cultureTourism: { label: '文化和旅游部门', short: '文旅', ...organ },
  labourArbitration: { label: '劳动人事争议仲裁委员会', short: '劳动仲裁', ...decides, way: '仲裁' },
  landArbitration: { label: '农村土地承包仲裁委员会', short: '土地仲裁', ...decides, way: '仲裁' },
  administrativeReconsideration: { label: '行政复议机构', short: '行政复议', ...decides, way: '行政复议' },
  legalAid: { label: '法律援助机构', short: '法律援助', ...organ, way: '法律援助' },
  government: { label: '人民政府及其他部门', short: '政府部门', ...decides },
  other: { label: '其他单位', short: '其他单位', channels: ['administrative', 'people'], way: '协助办理' },
} as const satisfies Record<string, BodyKindWord>

export type BodyKind = keyof typeof bodyKinds

export const channelOf = (kind: BodyKind): Channel => bodyKinds[kind].channels[0]

/** Whether a body of the kind may be offered a dispute through the channel. */
export const takesChannel = (kind: BodyKind, channel: Channel): boolean =>
  (bodyKinds[kind].channels as readonly Channel[]).includes(channel)

/** What the line on the path is called; its colour is the stylesheet's. */
export const channelLabels = {
  people: { label: '人民调解' },
  judicial: { label: '司法' },
  administrative: { label: '行政' },
} as const satisfies Record<Channel, Word>

/** What a body that was asked to help does (协办). */
export const requestRoles = {
  joint: { label: '联合调解' },
  guide: { label: '法律指导' },
  review: { label: '合法性审查' },
  investigate: { label: '协助调查' },
  onSite: { label: '到场处置' },
  expert: { label: '专业意见' },
  translate: { label: '翻译' },
  mediateForCourt: { label: '受法院邀请调解' },
  perform: { label: '协助履行' },
  protect: { label: '人身保护' },
  other: { label: '其他协助' },
} as const satisfies Record<string, Word>

export type RequestRole = keyof typeof requestRoles

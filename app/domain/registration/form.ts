import { z } from 'zod'
import { entrustedForm } from '../entrusted/form'
import { elsewhereShape } from '../matter/elsewhere'
import { choiceOf } from '../types/dispute-types'
import { dangerSigns } from '../words/danger-signs'
import {
  credentials,
  languages,
  noticeHows,
  partyKinds,
  representatives,
  rosterUnits,
  sides,
  tellings,
  willingness,
} from '../words/parties'
import { intakeChannels, sources } from '../words/sources'

const oneOf = <W extends Record<string, unknown>>(words: W, say: string) =>
  z.enum(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]], { error: say })
const words = (limit: number, what: string) => z.string().trim().max(limit, `${what}太长了，最多${limit}个字`)
const optional = (limit: number, what: string) =>
  words(limit, what)
    .optional()
    .transform((text) => text || undefined)
const count = (what: string) =>
  z.coerce
    .number({ error: `${what}请填数字` })
    .int(`${what}请填整数`)
    .min(1, `${what}至少是1`)
    .max(100_000, `${what}太大了`)

export const helperForm = z.object({
  role: oneOf(representatives, '请选是什么人'),
  name: words(60, '姓名').min(1, '请填姓名'),
  relation: optional(40, '关系'),
  phone: optional(30, '电话'),
  /** A paper that lets them settle was handed in (U14). */
  maySettle: z.coerce.boolean().default(false),
})

/** One party of either side; nearly nothing is compulsory at first (U4). */
export const partyForm = z.object({
  side: oneOf(sides, '请选哪一方'),
  roleText: optional(80, '称呼'),
  kind: oneOf(partyKinds, '请选个人还是单位'),
  /** Empty: 不知道姓名 */
  name: words(120, '姓名').default(''),
  idKind: oneOf(credentials, '请选证件种类').optional(),
  idNumber: optional(30, '证件号码'),
  phone: optional(30, '电话'),
  addressText: optional(200, '住址'),
  /** 工作单位: only to find a tie to a mediator (U15). */
  employer: optional(120, '工作单位'),
  /** 居住地 of a visitor, and how to reach them after they have left (U2). */
  homeText: optional(200, '居住地'),
  awayContact: optional(100, '离开后联系方式'),
  door: optional(100, '门牌'),
  minor: z.coerce.boolean().default(false),
  languages: z.array(oneOf(languages, '请选语言')).default([]),
  willing: oneOf(willingness, '请选是否愿意').default('notAsked'),
  willingHow: oneOf(tellings, '请选怎么问的').optional(),
  noSms: z.coerce.boolean().default(false),
  safeContact: optional(100, '安全联系方式'),
  rosterCount: count('人数').optional(),
  rosterUnit: oneOf(rosterUnits, '请选人还是户').optional(),
  rosterEstimated: z.coerce.boolean().default(false),
  note: optional(500, '说明'),
  helpers: z.array(helperForm).max(10, '代理人太多了').default([]),
})

const instant = (say: string) => z.coerce.date({ error: say })

/** What is known when a dispute is written down: who, where, what; the rest when a step needs it. */
export const registrationForm = z.object({
  areaId: z.uuid('请选在哪个村（社区）'),
  placeText: optional(200, '地点'),
  door: optional(100, '门牌'),
  /** A type or a local sub-type; unknown yet: 99. */
  typeCode: z
    .string()
    .default('99')
    .refine((code) => choiceOf(code) !== null, '没有这个类型，请从列表里选'),
  typeText: optional(120, '类型说明'),
  source: oneOf(sources, '请选案件来源').default('applied'),
  sourceText: optional(200, '来源说明'),
  /** Where the source is one that is owed an answer (U3). */
  entrusted: entrustedForm.optional(),
  intake: oneOf(intakeChannels, '请选登记渠道').default('grid'),
  title: optional(60, '标题'),
  facts: words(5000, '事情经过').min(1, '请写明是什么事，一句话也可以'),
  occurredOn: optional(120, '发生时间'),
  askedAt: instant('申请时间没有填对').optional(),
  leavesAt: instant('最晚离开时间没有填对').optional(),
  /** When it was told or found, where it was handled first and written down after. */
  happenedAt: instant('时间没有填对').optional(),
  urgent: z.coerce.boolean().default(false),
  amountFen: z.coerce.bigint({ error: '金额没有填对' }).nonnegative('金额不能是负数').max(10_000_000_000_000n, '金额太大了').optional(),
  amountAbout: z.coerce.boolean().default(false),
  amountNote: optional(500, '金额说明'),
  peopleCount: count('人数').optional(),
  householdCount: count('户数').optional(),
  languages: z.array(oneOf(languages, '请选语言')).default([]),
  dangerSigns: z.array(oneOf(dangerSigns, '请选危险情形')).default([]),
  dangerTold: optional(300, '告知情况'),
  /** What stands in `dangerTold` is why nobody was told yet. */
  dangerNotYet: z.coerce.boolean().default(false),
  /** Who told it, where that is neither a party nor the person writing it down. */
  reporter: optional(100, '报告人'),
  /** The notice on personal data was read out or shown (U11). */
  noticeTold: z.coerce.boolean().default(false),
  noticeHow: oneOf(noticeHows, '请选怎么告知的').default('read'),
  ...elsewhereShape,
  sealed: z.coerce.boolean().default(false),
  sealedWhy: optional(100, '不公开的原因'),
  parties: z.array(partyForm).max(60, '当事人太多了，请用名册').default([]),
  /** Which party it was written down for, by its place in the list. */
  forParty: z.coerce.number().int().nonnegative().optional(),
  /** What was decided about possible duplicates. */
  duplicates: z
    .array(z.object({ otherId: z.uuid(), same: z.coerce.boolean(), why: optional(200, '原因') }))
    .max(20)
    .default([]),
})

export type Registration = z.output<typeof registrationForm>
export type PartyForm = z.output<typeof partyForm>

/** Characters of a title that was not given; fewer than the least say nothing (昨天). */
const [longest, least] = [28, 8]

/** The first sentence of the facts, where nobody gave a title; of a long one as many whole clauses as a line holds. */
export const titleOf = ({ title, facts }: Pick<Registration, 'title' | 'facts'>): string => {
  if (title) return title
  const [first = facts] = facts.split(/[。！？；\n]/u)
  const characters = [...first.trim()]
  if (characters.length <= longest) return characters.join('')
  const end = characters.slice(0, longest + 1).lastIndexOf('，')
  return end < least ? `${characters.slice(0, longest - 1).join('')}…` : characters.slice(0, end).join('')
}

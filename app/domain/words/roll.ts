import type { Word } from './words'

/** Kinds of the register; `rules`: the district's set of rules under which somebody is kept in it. */
export const registrantKinds = {
  mediator: { label: '人民调解员', rules: '《古城区人民调解员管理办法》' },
  fullTime: { label: '专职人民调解员', rules: '《古城区专职人民调解员管理办法》' },
  sector: { label: '行业性专业性人民调解员', rules: '《古城区行业性专业性人民调解工作管理办法》' },
  lawReader: { label: '法律明白人', rules: null },
  adviser: { label: '村（居）法律顾问', rules: null },
} as const satisfies Record<string, Word & { rules: string | null }>

export type RegistrantKind = keyof typeof registrantKinds

/** Whom a dispute asks for advice, and who holds no office in a committee as such. */
export const advising = ['lawReader', 'adviser'] as const satisfies readonly RegistrantKind[]

export const sexes = {
  female: { label: '女' },
  male: { label: '男' },
} as const satisfies Record<string, Word>

/** Peoples of the district, the largest first; the rest by its own word. */
export const ethnicities = {
  naxi: { label: '纳西族' },
  han: { label: '汉族' },
  bai: { label: '白族' },
  yi: { label: '彝族' },
  lisu: { label: '傈僳族' },
  pumi: { label: '普米族' },
  tibetan: { label: '藏族' },
  miao: { label: '苗族' },
  hui: { label: '回族' },
  zhuang: { label: '壮族' },
  dai: { label: '傣族' },
  other: { label: '其他民族' },
} as const satisfies Record<string, Word>

/** `rank` from the lowest: the township committee asks for at least 高中. */
export const educations = {
  primary: { label: '小学', rank: 0 },
  juniorSecondary: { label: '初中', rank: 1 },
  seniorSecondary: { label: '高中（中专）', rank: 2 },
  college: { label: '大专', rank: 3 },
  bachelor: { label: '本科', rank: 4 },
  postgraduate: { label: '研究生', rank: 5 },
} as const satisfies Record<string, Word & { rank: number }>

export type Education = keyof typeof educations

export const qualifications = {
  lawyer: { label: '律师' },
  legalWorker: { label: '基层法律服务工作者' },
  legalQualification: { label: '法律职业资格' },
  formerJudge: { label: '退休法官、检察官' },
  formerPolice: { label: '退休民警' },
  formerCadre: { label: '退休司法行政干部' },
  doctor: { label: '医师' },
  engineer: { label: '工程、造价' },
  accountant: { label: '会计' },
  teacher: { label: '教师' },
  counsellor: { label: '心理咨询' },
  socialWorker: { label: '社会工作者' },
} as const satisfies Record<string, Word>

/** Offices in a body; `post`: what the account is given with it; `sits`: counts as a member of the committee (RMTJF 8). */
export const offices = {
  director: { label: '主任', post: 'head', sits: true },
  deputy: { label: '副主任', post: 'head', sits: true },
  member: { label: '委员', post: 'mediator', sits: true },
  mediator: { label: '调解员', post: 'mediator', sits: false },
  host: { label: '调解室负责人', post: 'head', sits: false },
} as const satisfies Record<string, Word & { post: 'head' | 'mediator'; sits: boolean }>

export type Office = keyof typeof offices

/** How somebody comes into an office (People's Mediation Law 9, 13). */
export const appointHows = {
  elected: { label: '推选' },
  appointed: { label: '任命' },
  engaged: { label: '聘任' },
} as const satisfies Record<string, Word>

export type AppointHow = keyof typeof appointHows

/** Who elected a committee (People's Mediation Law 9, 34). */
export const termHows = {
  villagers: { label: '村民会议或者村民代表会议推选' },
  residents: { label: '居民会议推选' },
  staff: { label: '职工大会、职工代表大会或者工会推选' },
  appointed: { label: '设立单位确定' },
} as const satisfies Record<string, Word>

/** How an office ends; `paper`: not without one (People's Mediation Law 15). */
export const endReasons = {
  termOver: { label: '任期届满', paper: false },
  resigned: { label: '本人辞职', paper: false },
  removed: { label: '罢免', paper: true },
  dismissed: { label: '解聘', paper: true },
  moved: { label: '调走', paper: false },
  died: { label: '去世', paper: false },
} as const satisfies Record<string, Word & { paper: boolean }>

export type EndReason = keyof typeof endReasons

export const leaveReasons = {
  ill: { label: '病假' },
  family: { label: '事假' },
  annual: { label: '年休假' },
  birth: { label: '产假、陪产假' },
  training: { label: '外出培训' },
  posted: { label: '抽调、借调' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

/** Near family of a mediator, to find ties to a party (U15). */
export const kinRelations = {
  spouse: { label: '配偶' },
  parent: { label: '父母' },
  child: { label: '子女' },
  sibling: { label: '兄弟姐妹' },
  grandparent: { label: '祖父母、外祖父母' },
  grandchild: { label: '孙子女、外孙子女' },
  inLaw: { label: '配偶的近亲属' },
  other: { label: '其他近亲属' },
} as const satisfies Record<string, Word>

/** Why a body was closed. */
export const closeReasons = {
  merged: { label: '并入别的组织' },
  areaMerged: { label: '辖区调整' },
  founderEnded: { label: '设立单位撤销' },
  noNeed: { label: '没有需要' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

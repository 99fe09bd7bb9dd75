import type { Word } from './words'

/** 别处的程序 (U5, U25, design.md 2): runs beside the dispute and moves no state. */
export const matterKinds = {
  publicOrder: { label: '治安案件' },
  criminal: { label: '刑事案件' },
  enforcement: { label: '行政执法' },
  lawsuit: { label: '诉讼' },
  execution: { label: '强制执行' },
  arbitration: { label: '仲裁' },
  reconsideration: { label: '行政复议' },
  petition: { label: '信访' },
  appraisal: { label: '鉴定' },
  supervision: { label: '监察' },
  otherMediation: { label: '其他组织调解' },
} as const satisfies Record<string, Word>

export const matterStandings = {
  asked: { label: '已提出' },
  accepted: { label: '已受理' },
  settled: { label: '已处理完' },
  ended: { label: '已终结' },
} as const satisfies Record<string, Word>

/** Under which we may go on although another has it (law.md 4a); `article` as far as its text was read. */
export const matterExceptions = {
  courtDelegated: { label: '法院委派、委托', article: '最高人民法院关于人民法院特邀调解的规定第11条' },
  beforePenalty: { label: '治安案件处罚决定前', article: '《治安管理处罚法》第9条' },
  trafficPolice: { label: '交警调解不成或者双方选择人民调解', article: '道路交通事故处理程序规定第84条至第86条' },
  departmentEntrusted: { label: '有关部门委托', article: null },
  executionSettlement: { label: '判决没有履行，双方执行和解', article: null },
  withdrawnThere: { label: '那边已经撤回或者没有受理', article: null },
} as const satisfies Record<string, Word & { article: string | null }>

/** 别处是否已处理, as it is asked (U5). */
export const elsewhereAnswers = {
  none: { label: '没有' },
  has: { label: '有' },
} as const satisfies Record<string, Word>

/** Types 11 and 12: what the complainant chose once told what our acceptance closes (U5). */
export const otherWayChoices = {
  here: { label: '知道了，就在这里调解' },
  there: { label: '先走那边，这里不受理' },
} as const satisfies Record<string, Word>

export const partySteps = {
  joined: { label: '追加' },
  changed: { label: '变更' },
  left: { label: '退出' },
} as const satisfies Record<string, Word>

export const dangerSteps = {
  told: { label: '已经告诉' },
  notYet: { label: '还没有告诉' },
  handled: { label: '已处置' },
} as const satisfies Record<string, Word>

export const askedOf = {
  registrar: { label: '登记人' },
  party: { label: '当事人' },
} as const satisfies Record<string, Word>

export const questionSteps = {
  asked: { label: '请补充' },
  answered: { label: '答复' },
  withdrawn: { label: '不用补充了' },
} as const satisfies Record<string, Word>

/** What somebody wants to come of what they add (U27, U33): it is told to the desk and moves no state by itself. */
export const wishes = {
  supplement: { label: '当事人补充' },
  chase: { label: '当事人催办' },
  stop: { label: '当事人要求终止调解' },
  change: { label: '当事人要求换调解员' },
  again: { label: '当事人要求重新办理' },
  reopen: { label: '补充情况，请求重新办理' },
} as const satisfies Record<string, Word>
export type Wish = keyof typeof wishes

/** 委派 before filing, 委托 after it, 移送 by whoever is no court (U3). */
export const entrustKinds = {
  delegated: { label: '委派' },
  commissioned: { label: '委托' },
  transferred: { label: '移送' },
} as const satisfies Record<string, Word>

export const senderKinds = {
  court: { label: '人民法院' },
  procuratorate: { label: '人民检察院' },
  police: { label: '公安机关' },
  petition: { label: '信访部门' },
  hotline: { label: '12345热线' },
  other: { label: '其他部门' },
} as const satisfies Record<string, Word>

export type SenderKind = keyof typeof senderKinds

/** What a 回告 says: every end makes one due. */
export const replyResults = {
  agreed: { label: '达成协议' },
  performed: { label: '协议已经履行' },
  notPerformed: { label: '协议没有履行' },
  failed: { label: '调解不成' },
  refused: { label: '一方不愿意调解' },
  unreachable: { label: '联系不上当事人' },
  expired: { label: '期限届满' },
  returned: { label: '不属于受理范围，退回' },
} as const satisfies Record<string, Word>

/** 咨询 answered at the window (U8). */
export const enquiryKinds = {
  law: { label: '法律咨询' },
  procedure: { label: '程序咨询' },
  office: { label: '找部门' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

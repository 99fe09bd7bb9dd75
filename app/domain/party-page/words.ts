import type { DisputeStatus } from '#machines/dispute.machine'

/** Who does the next thing: the post that sends it on, the body that has it, both sides, or nobody. */
export type Doer = 'post' | 'body' | 'parties' | 'nobody'
export type CanKey = 'away' | 'tell' | 'stop' | 'change' | 'breach' | 'confirm' | 'again' | 'sue'

type PlainState = {
  now: string
  next: string
  doer: Doer
  stage: 'received' | 'talking' | 'elsewhere' | 'keeping' | 'visiting' | 'over' | 'stopped'
  can: readonly CanKey[]
}

const talking = ['tell', 'away', 'change', 'stop', 'sue'] as const

/** Where a dispute is, as one says it to the people it is about. {body} is the body that has it. */
export const plainStates: Readonly<Record<DisputeStatus, PlainState>> = {
  reported: {
    now: '已经登记，正在安排由谁来调解',
    next: '定下由哪个组织调解',
    doer: 'post',
    stage: 'received',
    can: ['tell', 'stop', 'sue'],
  },
  offered: { now: '已经请{body}来办', next: '决定接不接', doer: 'body', stage: 'received', can: ['tell', 'stop', 'sue'] },
  assigning: { now: '{body}已经受理', next: '安排调解员', doer: 'body', stage: 'talking', can: talking },
  mediating: { now: '正在调解', next: '约您和对方调解', doer: 'body', stage: 'talking', can: talking },
  suspended: {
    now: '调解暂时停下',
    next: '等的事情有了结果，接着调解',
    doer: 'body',
    stage: 'talking',
    can: ['tell', 'away', 'stop', 'sue'],
  },
  signing: { now: '已经谈好，等签字盖章', next: '到{body}签字、按手印', doer: 'parties', stage: 'talking', can: ['tell', 'stop', 'sue'] },
  performing: { now: '正在按协议做', next: '按协议做完', doer: 'parties', stage: 'keeping', can: ['tell', 'breach', 'confirm', 'sue'] },
  inCourt: { now: '{body}正在办', next: '办出结果', doer: 'body', stage: 'elsewhere', can: ['tell'] },
  inAdministration: { now: '{body}正在办', next: '办出结果', doer: 'body', stage: 'elsewhere', can: ['tell', 'sue'] },
  failed: {
    now: '这一次没有调解成',
    next: '告诉您还可以走哪些路，或者换个组织再调解',
    doer: 'post',
    stage: 'talking',
    can: ['tell', 'again', 'sue'],
  },
  visiting: { now: '协议都做完了', next: '回访，问您满不满意', doer: 'body', stage: 'visiting', can: ['tell', 'breach'] },
  returning: { now: '这一次没有调解成', next: '把结果告诉委托的法院，案件回到法院', doer: 'body', stage: 'talking', can: ['tell', 'sue'] },
  closed: { now: '已经办结', next: '', doer: 'nobody', stage: 'over', can: ['again', 'breach', 'sue'] },
  archived: { now: '已经办结', next: '', doer: 'nobody', stage: 'over', can: ['again', 'breach', 'sue'] },
  declined: { now: '这件事不能由人民调解办，已经告诉您该找谁', next: '', doer: 'nobody', stage: 'stopped', can: ['again', 'sue'] },
  withdrawn: { now: '申请已经撤回', next: '', doer: 'nobody', stage: 'stopped', can: ['again', 'sue'] },
  merged: { now: '和同一纠纷的另一件并在一起办理', next: '', doer: 'nobody', stage: 'over', can: ['tell', 'sue'] },
  transferredOut: { now: '已经转到别的单位办理', next: '', doer: 'nobody', stage: 'stopped', can: ['sue'] },
}

type Stage = { label: string; state: 'done' | 'here' | 'to' }

/** The steps that anybody knows, with the present one. */
export function stagesOf(status: DisputeStatus): Stage[] {
  const { stage } = plainStates[status]
  if (stage === 'stopped') return ['登记', '结束'].map((label) => ({ label, state: 'done' }))
  const labels = stage === 'elsewhere' ? ['登记', '受理', '办理', '办结'] : ['登记', '受理', '调解', '履行', '办结']
  const at = { received: 1, talking: 2, elsewhere: 2, keeping: 3, visiting: 4, over: labels.length }[stage]
  return labels.map((label, place) => ({ label, state: place < at ? 'done' : place === at ? 'here' : 'to' }))
}

/** What a page of the party's own asks, says and sends. */
export type PartyDo = 'away' | 'supplement' | 'stop' | 'change' | 'again' | 'sue'

/** What a party may do, each with its ground in the law (People's Mediation Law 3, 23, 31–33). */
export const partyCan: Readonly<Record<CanKey, { title: string; words: string; opens?: PartyDo }>> = {
  tell: { title: '补充情况、换电话', words: '写几句，或者拍照片、收条、转账截图；也可以留家里人的电话', opens: 'supplement' },
  away: { title: '有几天来不了', words: '出门、农忙、住院的日子先说，约时间就避开', opens: 'away' },
  stop: { title: '不想调解了', words: '随时可以说，不用写理由，也不影响您走别的路（人民调解法第23条）', opens: 'stop' },
  change: { title: '想换一位调解员', words: '打电话或者在这里说一声就行；觉得调解员不公道，也这样说', opens: 'change' },
  breach: {
    title: '对方不按协议做怎么办',
    words: '告诉我们，可以督促、再调解；也可以去法院起诉（人民调解法第31、32条）',
    opens: 'supplement',
  },
  confirm: {
    title: '请法院确认书面协议',
    words: '协议生效三十天内，和对方一起去法院申请，不收费；确认以后可以强制执行（人民调解法第33条）',
  },
  again: { title: '事情又起来了', words: '在这里说，或者打电话、再来登记，接着办', opens: 'again' },
  sue: { title: '去法院、找别的部门', words: '调解不成或者不想调解，都可以去起诉。不懂的打 12348，问法律援助，不收钱', opens: 'sue' },
}

const isWish = (name: string): name is keyof typeof doWords => Object.hasOwn(doWords, name)
/** A page that a party may open by its name in the address. */
export const isDo = (name: string | null): name is PartyDo => name !== null && (name === 'sue' || isWish(name))

type DoWords = { title: string; lines: readonly string[]; label: string; hint: string; button: string; photos?: true; days?: true }

/** The page of each wish: what comes of it, said before it is sent. None of them moves the case by itself. */
export const doWords: Readonly<Record<Exclude<PartyDo, 'sue'>, DoWords>> = {
  supplement: {
    title: '补充情况',
    lines: ['写下的和照片，经办的人看得到，对方看不到。'],
    label: '什么情况',
    hint: '最多 1000 个字；换了电话的，把新电话写上。只有照片的可以不写',
    button: '发给经办的人',
    photos: true,
  },
  away: {
    title: '有几天来不了',
    lines: ['经办的人约时间会避开这几天。已经约好的那天来不了，写上以后再打个电话，马上改。'],
    label: '为什么',
    hint: '可以空着，最多 100 个字',
    button: '告诉经办的人',
    days: true,
  },
  stop: {
    title: '不想调解了',
    lines: [
      '您随时可以要求终止调解，不用写理由，不收费，也不影响您去法院或者找别的部门。',
      '按下面的按钮，经办的人会收到，和您核对以后办终止手续；办完以前，这里的进度不会变。',
    ],
    label: '想说明的',
    hint: '可以空着',
    button: '我要求终止调解',
  },
  change: {
    title: '想换一位调解员',
    lines: ['按下面的按钮，承办的组织会收到，由负责人另外安排；换好以前先不调解。'],
    label: '为什么想换',
    hint: '可以空着；有亲戚关系、说过偏向话的，写上更快',
    button: '我要求换调解员',
  },
  again: {
    title: '事情又起来了',
    lines: ['按下面的按钮，分流岗会收到，决定是不是重新办理，再和您联系。有人受伤、有危险的，先打 110。'],
    label: '现在是什么情况',
    hint: '最多 1000 个字',
    button: '请求重新办理',
  },
}

/** What the page says when something was sent. */
export const sentWords: Readonly<Record<string, string>> = {
  chase: '已经催了，经办的人会收到。明天还可以再催。',
  supplement: '已经发给经办的人。',
  away: '已经告诉经办的人：这几天您来不了。',
  stop: '已经告诉经办的人：您要求终止调解。办好以前，进度先不变。',
  change: '已经告诉承办的组织：您要求换一位调解员。',
  again: '已经告诉分流岗：您请求重新办理。',
  answer: '已经答复，经办的人会收到。',
}

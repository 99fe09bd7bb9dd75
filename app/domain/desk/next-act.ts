import type { DisputeEventType } from '#machines/dispute.events'
import type { DisputeStatus } from '#machines/dispute.machine'
import { momentWords } from './due'
import type { WorkRow } from './work-rows.server'

/** What to do next, as a sentence, and the act whose form does it; without an act the dispute's own page is the place. */
export type NextAct = { todo: string; act?: { type: DisputeEventType; label: string } }

const does = (todo: string, type: DisputeEventType, label: string): NextAct => ({ todo, act: { type, label } })

/** 补签名（当事人 2 方、调解员）和印章: what the rule of its source still asks of the paper. */
function missing({ paper }: WorkRow): string {
  if (!paper) return ''
  const whole = paper.rule === 'mediation'
  const names = [...(paper.unsigned ? [`当事人 ${paper.unsigned} 方`] : []), ...(whole && !paper.mediator ? ['调解员'] : [])]
  return [...(names.length ? [`签名（${names.join('、')}）`] : []), ...(whole && !paper.seal ? ['印章'] : [])].join('和')
}

const signing = (row: WorkRow): NextAct => {
  const lacks = missing(row)
  return does(lacks ? `补${lacks}，协议才生效` : '核对签名和印章，协议才生效', 'sign', '去签字')
}

const next = ({ held }: WorkRow) =>
  held ? `第${['二', '三', '四', '五', '六', '七', '八', '九', '十'][held - 1] ?? ` ${held + 1} `}次` : '第一次'

function mediating(row: WorkRow, now: Date, today: string): NextAct {
  if (row.objected) return does('当事人申请更换调解员：先重新指派，再开会', 'assign', '重新指派')
  if (row.mustMove) return does(`给${next(row)}调解改期：调解员那时另有调解`, 'sitting', '改期')
  if (row.nextAt && row.nextAt > now) {
    const told = row.leg?.told ? '' : '，先告知权利义务'
    return does(`${momentWords(row.nextAt, today)} 开${next(row)}调解会${told}`, 'session', '写调解记录')
  }
  if (row.nextAt) return does(`写${next(row)}调解的记录，约好的时间已经过了`, 'session', '写调解记录')
  if (row.dueDay && row.dueDay < today) return does('期限过了：双方同意可以延期，谈不成就终止并告知途径', 'extend', '延期')
  if (row.paper) return signing(row)
  if (!row.leg?.told) return does('约双方开第一次调解会，先告知权利义务', 'session', '写调解记录')
  return does(`和双方约定${next(row)}调解的时间`, 'sitting', '约时间')
}

function performing({ duty, paper, duePeriod, ...row }: WorkRow): NextAct {
  if (duePeriod === 'confirmation') return { todo: '问双方要不要一起去法院申请司法确认，30 日内要提出' }
  if (paper) return signing({ ...row, duty, paper, duePeriod })
  if (!duty) return does('看看约定的事办得怎样，登记履行', 'perform', '登记履行')
  return does(`核实第 ${duty.no} 项：${duty.who}${duty.what.length > 16 ? `${duty.what.slice(0, 15)}…` : duty.what}`, 'perform', '登记履行')
}

const elsewhere = (todo: string): NextAct => does(todo, 'outcome', '登记结果')

type Say = (row: WorkRow, now: Date, today: string) => NextAct

/** One sentence for each state: a new state does not compile until it is said what is to be done there. */
const sentences: Record<DisputeStatus, Say> = {
  reported: () => ({ todo: '看看交给谁办最合适' }),
  failed: () => ({ todo: '改交别的组织，或者告知途径后办结' }),
  offered: () => does('看收不收：收下，或者写明原因退回', 'receive', '受理'),
  assigning: ({ objected }) => does(objected ? '当事人不同意原来的调解员：另行指派' : '指派调解员，先核有没有利害关系', 'assign', '指派'),
  mediating,
  suspended: () => does('看中止的原因消除没有，消除了就恢复调解', 'resume', '恢复调解'),
  signing,
  performing,
  visiting: ({ kept }) =>
    kept ? does('回访已经做过，都履行了：可以办结', 'close', '办结') : does('回访双方，问有没有反复', 'visit', '填回访记录'),
  inCourt: () => elsewhere('看案子走到哪一步，有结果就登记'),
  inAdministration: () => elsewhere('看办到哪一步，有结果就登记'),
  returning: () => does('调解不成：写明结果，回告委托的法院', 'reply', '回告'),
  closed: () => ({ todo: '已办结' }),
  archived: () => ({ todo: '已归档' }),
  declined: () => ({ todo: '不予受理' }),
  withdrawn: () => ({ todo: '已撤回' }),
  merged: () => ({ todo: '已并入另一件' }),
  transferredOut: () => ({ todo: '已转出' }),
}

/** What is to be done about a dispute now, by its state and what is known of it. */
export const nextAct = (row: WorkRow, now: Date, today: string): NextAct => sentences[row.status](row, now, today)

import { cannot } from './cannot'
import type { Card } from './card'
import { listKeys, phones } from './common'

export const head: Card = {
  role: 'head',
  duties: [
    '分流来的，两个结果：收下，或者写明原因退回。',
    '收下的指派给合适的调解员，有利害关系的不派。',
    '自己门口来的，本组织能办的直接受理。',
    '看着本组织的期限、案卷和印章，办结的归档。',
  ],
  day: [
    '早上打开“我的待办”，先看待接收的，再看待指派的。',
    '点“本组织”，看谁手里满了、哪些快到期。',
    '有人申请换调解员的，当天另派。',
    '请我们协办的，签收、答复；督办单先签收，到期前回复。',
    '收工前看办结的案卷齐不齐，齐了归档。',
  ],
  tasks: [
    {
      title: '收下，或者退回',
      steps: [
        '打开那件，看类型、地方、各方愿不愿意。',
        '愿意的点{receive}，编卷号，期限从这天起算。',
        '还没问的，先登记各方是否愿意调解。',
        '不归我们管的点{return}，选原因。',
      ],
    },
    {
      title: '指派调解员',
      steps: [
        '点{assign}，先看当事人想要谁。',
        '看每位在办几件，标着“不能指派”的不选。',
        '问有没有利害关系；有的告知双方、双方接受才行。',
        '要换人的也在这里重新指派。',
      ],
    },
    {
      title: '自己门口来的',
      steps: [
        '点“登记”，第四步选由本组织受理。',
        '当场能办完的，用“简易快办”。',
        '有危险的、超出范围的，交分流岗。',
        '登记完点{session}，接着调解。',
      ],
    },
    {
      title: '别人请我们协办',
      steps: ['在“我的待办”找到这一件，点开。', '点{request}，先签收。', '做完写答复；帮不了的写明为什么。', '只答对方问的，不打听别的。'],
    },
    {
      title: '印章和归档',
      steps: [
        '协议齐了当事人和调解员的名，再盖章。',
        '点{sign}，写用印人和哪天盖的。',
        '办结以后看“案卷齐不齐”，缺的补上。',
        '点{archive}，这一卷不再改动。',
      ],
    },
  ],
  periods: ['receipt', 'assignment', 'MED_GENERAL', 'MED_MEDICAL', 'LABOUR_MED', 'signing', 'CONFIRM_APPLY', 'answer'],
  cannot: [cannot.fee, cannot.gift, cannot.money, cannot.force, cannot.bias, cannot.courts, cannot.secret, cannot.concession, cannot.crime],
  keys: listKeys,
  ask: [phones.triage, phones.office, phones.bureau, phones.police, phones.admin],
}

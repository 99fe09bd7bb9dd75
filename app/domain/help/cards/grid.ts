import { cannot } from './cannot'
import type { Card } from './card'
import { phones } from './common'

export const grid: Card = {
  role: 'grid',
  duties: [
    '网格里的矛盾纠纷，早发现、早登记，不漏报。',
    '有危险的先报警，再登记，写明告诉了谁。',
    '登记以后看着它：补材料、问进度，告诉当事人。',
    '能当场说和的当场说和，也要登记下来。',
  ],
  day: [
    '早上打开“我的待办”，先看有没有请您补充的。',
    '没填完的草稿，接着填完再登记。',
    '走访时看见一件登记一件；有排查的，没有发现也点“零报告”。',
    '下午看“我登记的”，有进展的告诉当事人。',
    '收工前看一眼右上角：写着“已存到系统”才算存了。',
  ],
  tasks: [
    {
      title: '登记一件纠纷',
      steps: [
        '点“登记一件纠纷”，选村或者社区，选类型。',
        '写双方是谁、电话；不知道姓名的先空着。',
        '写事情经过，拍两张照片。',
        '读信息收集告知，勾“已经告知当事人”，点“登记”。',
        '把回执上的编号和查询码抄给当事人。',
      ],
    },
    {
      title: '遇到危险',
      steps: [
        '先打 110，受伤的打 120；人离远一点。',
        '登记时在“事情经过”勾有什么危险。',
        '写告诉了谁、谁告诉的；没告诉的写为什么。',
        '后来处置了，点{danger}，选“已处置”。',
      ],
    },
    {
      title: '当场说和了',
      steps: [
        '照样登记，第三步点开“已经当场化解了”。',
        '写说好谁做什么、哪天前、当场做了没有。',
        '已经登记的，打开那件点{settleOnSpot}。',
        '没有调解员参加的，算双方自行和解，要回访。',
      ],
    },
    {
      title: '请您补充的',
      steps: ['在“我的待办”点开那件。', '看要补什么，问清楚再写。', '点{note}写上，有照片的一起传。', '补好以后，分流岗会接着办。'],
    },
    {
      title: '当事人来问进度',
      steps: [
        '打开“我登记的”那件，看在谁那里、到哪天。',
        '照着说，不知道的不要猜。',
        '教他用编号和查询码自己查。',
        '他不想调解了，可以写{withdraw}，由他自己定。',
      ],
    },
  ],
  periods: ['triage', 'receipt'],
  cannot: [cannot.fee, cannot.money, cannot.force, cannot.children, cannot.violence, cannot.board, cannot.hand, cannot.account],
  keys: [],
  ask: [phones.triage, phones.office, phones.police, phones.duty, phones.admin],
}
